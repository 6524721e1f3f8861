import { owedFates } from '#shared/stage/differing-views.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import type { OpenPoint } from './open-point.ts';
import type { ReviewDocument } from './review.ts';

/** Open points of views that became the team's answer: each is withdrawn, or kept as history. */
export function fatePoints(review: ReviewDocument, template: Template, section: SectionKind): readonly OpenPoint[] {
  return owedFates(review, template, section).map(({ thing, name }) => ({
    section,
    target: section === 'decision' ? 'decision.dissent' : thing.id,
    text: `Withdraw the differing view of ${name || 'somebody'} on “${thing.name}”, or keep it as history`,
  }));
}
