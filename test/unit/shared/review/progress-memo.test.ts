import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { editStage } from '#shared/kinds/path/edit.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { editAnswer, editJustification } from '#shared/kinds/rule/edit.ts';
import { editMotivation } from '#shared/kinds/screening/edit.ts';
import { editTraining } from '#shared/kinds/training/edit.ts';
import { progressMemo, reviewProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

type Edit = (review: ReviewDocument) => ReviewDocument;

const idsOf = (rows: readonly { readonly id: string }[] = []) => fc.constantFrom(...rows.map(({ id }) => id));
const text = fc.constantFrom('', 'Because.', ' ');

/** Edits of every kind that progress rests on, in any order. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(idsOf(sectionOf(rustTemplate, 'rule')?.questions), fc.constantFrom('yes', 'no', 'unsure', null), text).map(
    ([id, answer, rationale]): Edit =>
      (review) =>
        editAnswer(review, id, { answer, rationale }),
  ),
  text.map(
    (reason): Edit =>
      (review) =>
        editJustification(review, reason),
  ),
  fc.tuple(idsOf(sectionOf(rustTemplate, 'decision')?.choices), text, text).map(
    ([choice, statement, reviewTrigger]): Edit =>
      (review) =>
        changeDecision(review, { choice, statement, reviewTrigger }),
  ),
  fc
    .tuple(idsOf(sectionOf(rustTemplate, 'path')?.stages), fc.constantFrom('open', 'planned', 'done', 'skipped'), text)
    .map(
      ([id, state, skipReason]): Edit =>
        (review) =>
          editStage(review, id, { state, skipReason }),
    ),
  fc.tuple(idsOf(sectionOf(rustTemplate, 'risks')?.risks), fc.constantFrom(true, false, null), text).map(
    ([id, applicable, reason]): Edit =>
      (review) =>
        changeAssessment(review, id, { applicable, reason }),
  ),
  text.map(
    (motivationNote): Edit =>
      (review) =>
        editMotivation(review, { motivationNote }),
  ),
  fc.constantFrom(true, false, null).map(
    (protectedTime): Edit =>
      (review) =>
        editTraining(review, { protectedTime }),
  ),
);

describe('progressMemo', () => {
  it('says after each of many edits what a whole look at the review says', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 20, maxLength: 60 }), fc.integer(), (edits, salt) => {
        const memo = progressMemo(rustTemplate);
        let review = smallReview();
        edits.forEach((change, index) => {
          review = change(review);
          const hash = `${salt} ${index}`;
          expect(memo(review, hash)).toEqual(reviewProgress(review, rustTemplate, hash));
        });
      }),
      { numRuns: 10, seed: 20261129 },
    );
  });

  it('gives the same objects while they hold the same', () => {
    const memo = progressMemo(rustTemplate);
    const review = smallReview();
    const before = memo(review, 'a');
    const after = memo(changeDecision(review, { reviewOn: '2027-01-01' }), 'b');
    // The sign-off says what the decision still lacks.
    expect(after.filter((section, at) => section !== before[at]).map(({ kind }) => kind)).toEqual([
      'decision',
      'sign-off',
    ]);
    expect(memo(review, 'c')).toEqual(before);
  });
});
