import { describe, expect, it } from 'vitest';
import { giveAnswer } from '#shared/stage/give-answer.ts';
import { stageThings, thingAt } from '#shared/stage/stage-things.ts';
import { whatFollows } from '#shared/stage/what-follows.ts';
import { shippedTemplates } from '#test/support/shipped.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

function thing(id: string, review = smallReview(), template = smallTemplate) {
  const found = stageThings(review, template).find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no ${id} on the stage`);
  return found;
}

describe('what the stage shows', () => {
  it('is one thing after the other in the order of the template, and a whole section where there is none', () => {
    expect(stageThings(smallReview(), smallTemplate).map(({ id }) => id)).toEqual([
      'context',
      'rule.one',
      'rule.two',
      'rule.three',
      'path',
      'strategy',
      'risks.ramp',
      'risks.big-bang',
      'decision.choice',
      'sign-off',
    ]);
  });

  it.each([...shippedTemplates])('of %s has an id of its own each, and a key for each answer', (_id, template) => {
    const things = stageThings(smallReview({ candidate: 'X' }), template);
    const judgements = things.flatMap((entry) => entry.judgements);
    expect(new Set(things.map(({ id }) => id)).size).toBe(things.length);
    expect(new Set(judgements.map(({ id }) => id)).size).toBe(judgements.length);
    for (const { id, choices } of judgements) {
      const keys = choices.map(({ key }) => key);
      expect(keys, id).not.toContain(null);
      expect(new Set(keys).size, id).toBe(keys.length);
    }
  });

  it('is found by any place within it, or by its section', () => {
    const things = stageThings(smallReview(), smallTemplate);
    expect(thingAt(things, 'risks.ramp.reason')?.id).toBe('risks.ramp');
    expect(thingAt(things, 'rule')?.id).toBe('rule.one');
    expect(thingAt(things, 'rule.gone')?.id).toBe('rule.one');
    expect(thingAt(things, 'nowhere')?.id).toBe('context');
    expect(thingAt(things, null)?.id).toBe('context');
  });
});

describe('an answer given on the stage', () => {
  it.each([...shippedTemplates])(
    'of %s is the one shown then, for every choice of every judgement',
    (_id, template) => {
      const review = smallReview({ candidate: 'X' });
      for (const { judgements } of stageThings(review, template)) {
        for (const { id, place, choices } of judgements) {
          for (const { value } of choices) {
            const after = giveAnswer(review, place, value);
            const now = stageThings(after, template).flatMap((entry) => entry.judgements);
            expect(now.find((entry) => entry.id === id)?.value, id).toBe(value);
          }
          expect(giveAnswer(giveAnswer(review, place, choices[0]?.value ?? ''), place, null), id).toBeDefined();
        }
      }
    },
  );

  it('to a risk says that it applies, and only then', () => {
    const [likelihood] = thing('risks.ramp').judgements;
    const rated = giveAnswer(smallReview(), likelihood?.place ?? { kind: 'decision' }, '4');
    expect(rated.risks.assessments.ramp).toMatchObject({ applicable: true, likelihood: 4 });
    const ruledOut = smallReview({ risks: { assessments: { ramp: { applicable: false } } } });
    const again = giveAnswer(ruledOut, { kind: 'rating', risk: 'ramp', field: 'impact' }, '2');
    expect(again.risks.assessments.ramp).toMatchObject({ applicable: false, impact: 2 });
  });

  it('that no choice has is none', () => {
    const after = giveAnswer(smallReview(), { kind: 'question', question: 'one' }, 'toString');
    expect(thing('rule.one', after).judgements[0]?.value).toBeNull();
    expect(
      giveAnswer(smallReview(), { kind: 'rating', risk: 'ramp', field: 'impact' }, '6').risks.assessments.ramp?.impact,
    ).toBeNull();
  });
});

describe('what follows', () => {
  it('of the rule is a range until it is settled, with what would change it', () => {
    const review = smallReview({ rule: answered('yes', 'unsure', 'no') });
    expect(whatFollows(review, smallTemplate, thing('rule.one', review))).toEqual({
      title: 'Outcome, not settled yet',
      results: [
        { text: 'Consider', tone: 'for' },
        { text: 'Inconclusive', tone: 'open' },
      ],
      linesTitle: 'What would change it',
      lines: expect.arrayContaining(['“Two” yes → Consider']) as unknown,
      warning: '',
    });
    expect(whatFollows(smallReview(), smallTemplate, thing('rule.one'))?.results).toEqual([
      { text: 'No answers yet', tone: 'neutral' },
    ]);
  });

  it('of a risk is its exposure, before and after the response', () => {
    const rated = (assessment: object) => smallReview({ risks: { assessments: { ramp: assessment } } });
    const follows = (review = smallReview()) => whatFollows(review, smallTemplate, thing('risks.ramp', review));
    expect(follows()?.results).toEqual([{ text: 'Not rated yet', tone: 'neutral' }]);
    expect(follows(rated({ applicable: true, likelihood: 4, impact: 3 }))?.results).toEqual([
      { text: 'High', tone: 'high' },
    ]);
    const after = rated({
      ...{ applicable: true, likelihood: 4, impact: 3, response: 'mitigate' },
      ...{ residualLikelihood: 1, residualImpact: 3 },
    });
    expect(follows(after)?.lines).toEqual(['After the response: Low']);
    expect(follows(rated({ applicable: false, reason: 'Not here' }))).toMatchObject({
      results: [{ text: 'Does not apply' }],
      lines: ['Not here'],
    });
  });

  it('of the decision counts what is open and where it departs', () => {
    const review = smallReview({
      rule: answered('no', 'no', 'no'),
      decision: { choice: 'adopt', statement: 'We adopt it.', conditions: [{ id: 'a', text: 'b' }] },
    });
    const follows = whatFollows(review, smallTemplate, thing('decision.choice', review));
    expect(follows?.results).toEqual([{ text: 'Adopt', tone: 'for' }]);
    expect(follows?.lines).toEqual([
      'We adopt it.',
      'One open condition',
      expect.stringMatching(/departure/) as unknown,
    ]);
  });
});
