import type { GivenAnswer } from '#shared/record/given-answer.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { commitmentState } from './answers.ts';
import { promised } from './record.ts';

/** What was answered, with the reasons, for the register of the record. */
export function commitmentsGiven(review: ReviewDocument, section: SectionOf<'commitments'>): readonly GivenAnswer[] {
  return section.commitments.flatMap(({ id, name }) => {
    const state = commitmentState(review, id);
    return state.made === null ? [] : [{ question: name, answer: promised(state), reason: state.note }];
  });
}
