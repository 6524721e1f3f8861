import type { GivenAnswer } from '#shared/record/given-answer.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { stagePlan } from './answers.ts';
import { stateTone } from './record.ts';
import { STAGE_STATE_WORDS } from './words.ts';

/** What was answered, with the reasons, for the register of the record. */
export function pathGiven(review: ReviewDocument, section: SectionOf<'path'>): readonly GivenAnswer[] {
  return section.stages.flatMap((stage) => {
    const plan = stagePlan(review, stage.id);
    const answer = { text: STAGE_STATE_WORDS[plan.state], tone: stateTone(plan) };
    const reason = plan.state === 'skipped' ? plan.skipReason : plan.workItem;
    return plan.state === 'open' ? [] : [{ question: stage.name, answer, reason }];
  });
}
