import { decisionPoints } from '#shared/kinds/decision/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

/** Why nobody can sign yet; empty when the decision is ready to be signed. */
export function signingBlockedBy(review: ReviewDocument, template: Template): string {
  const open = decisionPoints(review, template);
  return open.length === 0 ? '' : `The decision is not complete: ${open.map((point) => point.text).join('; ')}.`;
}
