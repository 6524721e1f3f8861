import { kindList, rulesOf } from '#shared/kinds/index.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { ReviewDocument } from './review.ts';
import type { StrayAnswer } from './stray-answer.ts';

export type { StrayAnswer } from './stray-answer.ts';

/**
 * What a review says about things that the template does not have, kind by kind. Such answers stay in
 * the document; screens show none of them.
 */
export function strayAnswers(review: ReviewDocument, template: Template): readonly StrayAnswer[] {
  return kindList.flatMap((kind) => rulesOf(kind).strayAnswers(review, sectionOf(template, kind), template));
}
