import { isBlank } from '#shared/base/limits.ts';
import { owedFates, unsaidViews } from '#shared/stage/differing-views.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { anchor } from './anchor.ts';
import type { OpenPoint } from './open-point.ts';
import type { ReviewDocument } from './review.ts';

/**
 * Open points of differing views: what somebody would have answered is said, and one that became the team's answer is
 * withdrawn or kept as history.
 */
export function viewPoints(review: ReviewDocument, template: Template, section: SectionKind): readonly OpenPoint[] {
  const unsaid = unsaidViews(review, template, section).map(({ thing, name }) => ({
    section,
    target: viewsAt(thing),
    text: `Say what ${nameOf(name)} would have answered to “${thing.name}”`,
  }));
  const fates = owedFates(review, template, section).map(({ thing, name }) => ({
    section,
    target: viewsAt(thing),
    text: `Withdraw the differing view of ${nameOf(name)} on “${thing.name}”, or keep it as history`,
  }));
  return [...unsaid, ...fates];
}

function nameOf(name: string): string {
  return isBlank(name) ? 'somebody who differs' : name;
}

/** Where the views on a thing are written. */
function viewsAt({ id, kind, item }: StageThing): string {
  if (kind === 'decision') return anchor('decision', 'dissent');
  return kind === 'criterion' ? anchor('options', 'dissent', item) : id;
}
