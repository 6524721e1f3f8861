import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { agendaEntries, agendaOf, withAgenda } from './agenda.ts';
import { type PlacedEntry, sittingMinutes, sittings } from './sittings.ts';

/** The agenda of a review in its sittings. */
export function reviewSittings(
  review: Pick<ReviewDocument, 'agenda'>,
  template: Template,
): readonly (readonly PlacedEntry[])[] {
  return sittings(agendaEntries(review, template), agendaOf(review).cuts);
}

/**
 * Lets a sitting begin a section earlier or later.
 * @param sitting its place, counted from 0; the first one begins where the review does
 * @param by -1 for earlier, 1 for later; a sitting before or in it is never left empty
 */
export function moveCut(document: ReviewDocument, template: Template, sitting: number, by: 1 | -1): ReviewDocument {
  if (!canMoveCut(document, template, sitting, by)) return document;
  const kinds = template.sections.map(({ kind }) => kind);
  const cuts = cutsOf(document, template).map((kind, index) =>
    index === sitting - 1 ? (kinds[kinds.indexOf(kind) + by] ?? kind) : kind,
  );
  return withCuts(document, cuts);
}

/** Whether a sitting can begin a section earlier (-1) or later (1): none may be left empty. */
export function canMoveCut(
  review: Pick<ReviewDocument, 'agenda'>,
  template: Template,
  sitting: number,
  by: 1 | -1,
): boolean {
  if (sitting < 1) return false;
  const shrinking = reviewSittings(review, template)[by === -1 ? sitting - 1 : sitting];
  return shrinking !== undefined && shrinking.length > 1;
}

/** Holds a sitting together with the one before it. */
export function joinSitting(document: ReviewDocument, template: Template, sitting: number): ReviewDocument {
  return withCuts(
    document,
    cutsOf(document, template).filter((_kind, index) => index !== sitting - 1),
  );
}

/** Parts the longest sitting, about in its middle. Unchanged where each has a single section. */
export function addSitting(document: ReviewDocument, template: Template): ReviewDocument {
  const [longest] = reviewSittings(document, template)
    .filter(({ length }) => length > 1)
    .toSorted((left, right) => sittingMinutes(right) - sittingMinutes(left));
  if (!longest) return document;
  const middle = sittingMinutes(longest) / 2;
  const [cut] = longest
    .slice(1)
    .toSorted((left, right) => Math.abs(left.from - middle) - Math.abs(right.from - middle));
  const chosen = new Set<string>([...cutsOf(document, template), ...(cut ? [cut.entry.kind] : [])]);
  return withCuts(
    document,
    template.sections.map(({ kind }) => kind).filter((kind) => chosen.has(kind)),
  );
}

/** Goes back to sittings of about the same length. */
export function partEvenly(document: ReviewDocument): ReviewDocument {
  const { cuts: _, ...agenda } = agendaOf(document);
  return withAgenda(document, agenda);
}

/** Kinds of the sections with which all sittings but the first begin. */
function cutsOf(review: Pick<ReviewDocument, 'agenda'>, template: Template) {
  return reviewSittings(review, template)
    .slice(1)
    .flatMap(([first]) => (first ? [first.entry.kind] : []));
}

function withCuts(document: ReviewDocument, cuts: readonly string[]): ReviewDocument {
  return withAgenda(document, { ...agendaOf(document), cuts: [...cuts] });
}
