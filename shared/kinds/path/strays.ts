import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { stagePlan } from './answers.ts';

/** What the review says about items that the section of a template does not have. */
export function pathStrays(review: ReviewDocument, section: SectionOf<'path'> | undefined): readonly StrayAnswer[] {
  const stages = section?.stages ?? [];
  return [
    ...strayKeys('path', 'path.stages', review.path.stages, idList(stages)),
    ...stages.flatMap(({ id, exitCriteria }) =>
      strayKeys('path', `path.stages.${id}.criteria`, stagePlan(review, id).criteria, idList(exitCriteria)),
    ),
  ];
}
