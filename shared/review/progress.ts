import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { rulesOf } from '#shared/kinds/index.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import type { OpenPoint } from './open-point.ts';
import type { ReviewDocument } from './review.ts';

export type { OpenPoint } from './open-point.ts';

/** `blocked`: it cannot be finished before another section is. */
export type SectionState = 'complete' | 'open' | 'blocked';

export interface SectionProgress {
  readonly kind: SectionKind;
  readonly title: string;
  readonly state: SectionState;
  /** Why the section is blocked; empty otherwise. */
  readonly blockedBy: string;
  readonly openPoints: readonly OpenPoint[];
}

/**
 * Progress of every section in the template's order. `contentSha256` is the hash of the
 * document's `signedContent`: sign-off is complete only when the signatures are for it.
 */
export function reviewProgress(
  review: ReviewDocument,
  template: Template,
  contentSha256: string,
): readonly SectionProgress[] {
  return template.sections.map((section) => {
    const rules = rulesOf(section.kind);
    const isSpared = isPlanSpared(section.kind, review, template);
    const openPoints = isSpared ? [] : rules.openPoints({ review, template, contentSha256 }, section);
    const blockedBy = rules.blockedBy(review, template);
    const state = openPoints.length === 0 ? 'complete' : blockedBy === '' ? 'open' : 'blocked';
    return {
      kind: section.kind,
      title: section.title,
      state,
      blockedBy: state === 'blocked' ? blockedBy : '',
      openPoints,
    };
  });
}

/** Everything still open in a review, section by section. */
export function openPoints(review: ReviewDocument, template: Template, contentSha256: string): readonly OpenPoint[] {
  return reviewProgress(review, template, contentSha256).flatMap((section) => section.openPoints);
}

/** Whether a section owes nothing because the decision is not to go on with the candidate. */
function isPlanSpared(kind: SectionKind, review: ReviewDocument, template: Template): boolean {
  return rulesOf(kind).isPlan && chosenDecision(review, template)?.lean === 'against';
}
