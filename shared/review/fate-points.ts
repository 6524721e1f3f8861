import { owedFates } from '#shared/stage/differing-views.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { anchor } from './anchor.ts';
import type { OpenPoint } from './open-point.ts';
import type { ReviewDocument } from './review.ts';

/** Open points of views that became the team's answer: each is withdrawn, or kept as history. */
export function fatePoints(review: ReviewDocument, template: Template, section: SectionKind): readonly OpenPoint[] {
  return owedFates(review, template, section).map(({ thing, name }) => ({
    section,
    target: viewsAt(thing),
    text: `Withdraw the differing view of ${name || 'somebody'} on “${thing.name}”, or keep it as history`,
  }));
}

/** Where the views on a thing are written. */
function viewsAt({ id, kind, item }: StageThing): string {
  if (kind === 'decision') return anchor('decision', 'dissent');
  return kind === 'criterion' ? anchor('options', 'dissent', item) : id;
}
