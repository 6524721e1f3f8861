import { describe, expect, it } from 'vitest';
import { criterionViews } from '#shared/kinds/options/answers.ts';
import { addOwnCandidate, editCell, removeOwnCandidate } from '#shared/kinds/options/edit.ts';
import { addOwnCriterion, removeOwnCriterion, setCriterionViews } from '#shared/kinds/options/edit-criteria.ts';
import { optionsPoints } from '#shared/kinds/options/progress.ts';
import { optionsBlocks } from '#shared/kinds/options/record.ts';
import { optionStrays } from '#shared/kinds/options/strays.ts';
import { dissentSchema } from '#shared/kinds/parts.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { dissentRegister } from '#shared/record/dissent-register.ts';
import { namedIn, renameEverywhere } from '#shared/review/named-places.ts';
import { diffReviews } from '#shared/review/revision-diff.ts';
import { passagesOf } from '#shared/search/passages.ts';
import { addView, canDiffer, setViews, viewsOn } from '#shared/stage/differing-views.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const section = sectionOf(rustTemplate, 'options') ?? expect.fail('no options');
const ADA = dissentSchema.parse({
  ...{ id: 'v', name: 'Ada', position: 'formal-objection', reason: 'We have nobody who knows it.' },
  answers: [{ judgement: 'options.ramp-up.rust', answer: '1' }],
});

const CRITERION = section.criteria.find(({ id }) => id === 'ramp-up') ?? expect.fail('no such criterion');
const scored = (score: number) => editCell(smallReview(), 'ramp-up', 'rust', { score });
const differing = (score: number) => setCriterionViews(scored(score), 'ramp-up', [ADA]);

function criterion() {
  return stageThings(smallReview(), rustTemplate).find(({ id }) => id === 'options.ramp-up') ?? expect.fail();
}

const openTexts = (score: number) =>
  optionsPoints(differing(score), rustTemplate, section)
    .filter(({ text }) => text.startsWith('Withdraw'))
    .map(({ target, text }) => ({ target, text }));

describe('a differing view on the scores of a criterion', () => {
  it('is put on record from a vote like any other, and leaves no trace once it is withdrawn', () => {
    expect(canDiffer(criterion())).toBe(true);
    const review = addView(scored(4), criterion(), ADA);
    expect(viewsOn(review, criterion())).toEqual([ADA]);
    expect(signedContent(setViews(review, 'criterion', 'ramp-up', []))).toBe(signedContent(scored(4)));
    expect(setCriterionViews(setCriterionViews(smallReview(), 'ramp-up', [ADA]), 'ramp-up', [])).toEqual(smallReview());
  });

  it('asks what becomes of it once the scores are the ones it wanted', () => {
    expect(openTexts(4)).toEqual([]);
    expect(openTexts(1)).toEqual([
      {
        target: 'options.dissent.ramp-up',
        text: `Withdraw the differing view of Ada on “${CRITERION.name}”, or keep it as history`,
      },
    ]);
  });

  it('is printed with the scores and among all dissent, and never as an objection to what was wanted', () => {
    const printed = (score: number) => {
      const source = { review: differing(score), template: rustTemplate, contentSha256: '0'.repeat(64) };
      return [optionsBlocks(source as never, section), dissentRegister(source as never)].map((blocks) =>
        JSON.stringify(blocks),
      );
    };
    for (const text of printed(4)) {
      expect(text).toContain('Formal objection');
      expect(text).toContain('Would answer: Rust 1.\\nWe have nobody who knows it.');
    }
    for (const text of printed(1)) {
      expect(text).not.toContain('Formal objection');
      expect(text).toContain('Settled: the team’s answer is theirs now');
    }
  });

  it('goes with a criterion or a candidate of the team’s own', () => {
    const added = addOwnCandidate(addOwnCriterion(smallReview(), 'own'), 'zig');
    expect(criterionViews(removeOwnCriterion(setCriterionViews(added, 'own', [ADA]), 'own'), 'own')).toEqual([]);
    const zig = { judgement: 'options.ramp-up.zig', answer: '2' };
    const both = setCriterionViews(added, 'ramp-up', [{ ...ADA, answers: [...(ADA.answers ?? []), zig] }]);
    expect(criterionViews(removeOwnCandidate(both, 'zig'), 'ramp-up')).toEqual([ADA]);
    const alone = setCriterionViews(added, 'ramp-up', [{ ...ADA, answers: [zig] }]);
    expect(criterionViews(removeOwnCandidate(alone, 'zig'), 'ramp-up')[0]).not.toHaveProperty('answers');
  });

  it('is renamed with its author, found by search, compared by name, and kept where a template lost the criterion', () => {
    expect(namedIn(differing(4), 'Ada')).toEqual([{ section: 'options', times: 1 }]);
    expect(criterionViews(renameEverywhere(differing(4), 'Ada', 'Ada King'), 'ramp-up')[0]?.name).toBe('Ada King');
    expect(passagesOf(differing(4), rustTemplate).find(({ text }) => text === ADA.reason)).toMatchObject({
      part: 'options',
      place: 'options.dissent',
      where: expect.stringContaining(CRITERION.name),
    });
    const changes = diffReviews(scored(4), differing(4), rustTemplate).flatMap((entry) => entry.changes);
    expect(changes.map(({ where }) => where.slice(0, 2))).toContainEqual(['Dissent', CRITERION.name]);
    const lost = setCriterionViews(smallReview(), 'gone', [ADA]);
    expect(optionStrays(lost, section).map(({ path }) => path)).toEqual(['options.dissent']);
  });
});
