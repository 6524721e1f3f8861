import { describe, expect, it } from 'vitest';
import { offeredVotes } from '#shared/rounds/rounds.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { templateSchema } from '#shared/template/schema.ts';
import { votePlaces } from '#shared/template/votes.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { shippedTemplates } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const offered = (template: typeof smallTemplate, parts = {}) =>
  offeredVotes(smallReview(parts), template).map(({ id }) => id);

describe('what is put to the vote', () => {
  it('is the questions of the rule where the template is silent', () => {
    expect(offered(smallTemplate)).toEqual(['rule.one', 'rule.two', 'rule.three']);
  });

  it('is what the template says, in its own order, and nothing where it says so', () => {
    expect(offered({ ...smallTemplate, votes: ['decision.choice', 'rule.two'] })).toEqual([
      'rule.two',
      'decision.choice',
    ]);
    expect(offered({ ...smallTemplate, votes: [] })).toEqual([]);
  });

  it('is offered until it was voted on', () => {
    const round = {
      id: 'r',
      subject: 'rule.one',
      question: '',
      way: 'hands',
      present: [],
      ballots: [],
      counts: [{ judgement: 'rule.one', answer: 'yes', count: 2 }],
      openedAt: '2026-01-05T00:00:00Z',
      revealedAt: '2026-01-05T00:00:00Z',
      closedBecause: '',
    };
    expect(offered(smallTemplate, { rounds: [round] })).toEqual(['rule.two', 'rule.three']);
  });

  it('can only be what the stage knows and has an answer', () => {
    const { error } = templateSchema.safeParse({ ...smallTemplate, votes: ['rule.one', 'rule.nine', 'rule.one'] });
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'votes.2: "rule.one" stands here twice',
      'votes.1: unknown place to vote on "rule.nine"',
    ]);
  });

  it.each([...shippedTemplates.values(), kindsTemplate].map((template) => [template.id, template] as const))(
    'names in %s every place with an answer, as the stage does',
    (_, template) => {
      const things = stageThings(smallReview(), template).filter(({ judgements }) => judgements.length > 0);
      expect(votePlaces(template).map(({ place }) => place)).toEqual(things.map(({ id }) => id));
    },
  );
});
