import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { rulesOf } from '#shared/kinds/index.ts';
import type { SectionKind, Template, TemplateSection } from '#shared/template/template.ts';
import type { OpenPoint } from './open-point.ts';
import { partMemo } from './part-memo.ts';
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
  return template.sections.map((section) =>
    progressOf(
      section,
      review,
      template,
      rulesOf(section.kind).openPoints({ review, template, contentSha256 }, section),
    ),
  );
}

/** The same, for asking again and again: a section is looked at again only when a part that it rests on changed. */
export function progressMemo(
  template: Template,
): (review: ReviewDocument, contentSha256: string) => readonly SectionProgress[] {
  const memos = template.sections.map((section) => {
    const rules = rulesOf(section.kind);
    const points = partMemo((review: ReviewDocument, contentSha256: string) =>
      rules.openPoints({ review, template, contentSha256 }, section),
    );
    // Only the sign-off looks at the hash, which is another one after each edit.
    const hashFor = (contentSha256: string) => (section.kind === 'sign-off' ? contentSha256 : '');
    return keepingSame((review: ReviewDocument, contentSha256: string) =>
      progressOf(section, review, template, points(review, hashFor(contentSha256))),
    );
  });
  return keepingSame((review, contentSha256) => memos.map((memo) => memo(review, contentSha256)));
}

/** Gives the last result again when the new one holds the same. */
function keepingSame<Inputs extends readonly unknown[], Result>(
  compute: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
  let last: { readonly result: Result; readonly text: string } | null = null;
  return (...inputs) => {
    const result = compute(...inputs);
    const text = JSON.stringify(result);
    if (last?.text !== text) last = { result, text };
    return last.result;
  };
}

function progressOf(
  section: TemplateSection,
  review: ReviewDocument,
  template: Template,
  found: readonly OpenPoint[],
): SectionProgress {
  const openPoints = isPlanSpared(section.kind, review, template) ? [] : found;
  const blockedBy = openPoints.length === 0 ? '' : rulesOf(section.kind).blockedBy(review, template);
  const state = openPoints.length === 0 ? 'complete' : blockedBy === '' ? 'open' : 'blocked';
  return { kind: section.kind, title: section.title, state, blockedBy, openPoints };
}

/** Everything still open in a review, section by section. */
export function openPoints(review: ReviewDocument, template: Template, contentSha256: string): readonly OpenPoint[] {
  return reviewProgress(review, template, contentSha256).flatMap((section) => section.openPoints);
}

/** Whether a section owes nothing because the decision is not to go on with the candidate. */
function isPlanSpared(kind: SectionKind, review: ReviewDocument, template: Template): boolean {
  return rulesOf(kind).isPlan && chosenDecision(review, template)?.lean === 'against';
}
