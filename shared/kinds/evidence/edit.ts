import { canonicalJson } from '#shared/base/canonical-json.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { markNotKnown } from '#shared/kinds/not-known.ts';
import { type Evidence, evidenceSchema, type NotKnown } from '#shared/kinds/parts.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Design, type Measure, measureOf, NO_DESIGN } from './answers.ts';
import { measureSchema } from './schema.ts';
import type { Figure } from './words.ts';

type OwnMeasure = Part<'evidence'>['own'][number];

/** An empty evidence entry of the given kind. */
export function newEvidence(id: string, kind: Evidence['kind']): Evidence {
  return evidenceSchema.parse({ id, kind });
}

const UNTOUCHED_MEASURE: Measure = measureSchema.parse({});

/** Changes a measure. What was entered stays when the measure is no longer tracked, so it can come back. */
export function editMeasure(document: ReviewDocument, id: string, change: Partial<Measure>): ReviewDocument {
  return withMeasure(document, id, { ...measureOf(document, id), ...change });
}

/** Enters a figure, which then is known. */
export function editFigure(document: ReviewDocument, id: string, figure: Figure, value: number | null): ReviewDocument {
  const entered = editMeasure(document, id, { [figure]: value });
  return value === null ? entered : markFigure(entered, id, figure, null);
}

/** Says that a figure is not known and who finds it out, which takes the figure away; null takes that back. */
export function markFigure(
  document: ReviewDocument,
  id: string,
  figure: Figure,
  notKnown: NotKnown | null,
): ReviewDocument {
  const { notKnown: before = {}, ...measure } = measureOf(document, id);
  const { [figure]: _, ...others } = before;
  const marks = notKnown === null ? others : { ...others, [figure]: notKnown };
  const entry = notKnown === null ? measure : { ...measure, [figure]: null };
  const marked = Object.keys(marks).length === 0 ? entry : { ...entry, notKnown: marks };
  return withMeasure(document, id, marked);
}

/** Answers how much of the gain comes from the design; an answer and "not known" exclude each other. */
export function editDesign(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Design, 'notKnown'>> & { readonly notKnown?: NotKnown | null },
): ReviewDocument {
  const { design: before = NO_DESIGN, ...measure } = measureOf(document, id);
  const { notKnown: mark = change.share ? null : (before.notKnown ?? null), ...values } = change;
  const changed = { ...before, ...values };
  const design = markNotKnown(mark === null ? changed : { ...changed, share: null }, mark);
  const isUntouched = canonicalJson(design) === canonicalJson(NO_DESIGN);
  return withMeasure(document, id, isUntouched ? measure : { ...measure, design });
}

function withMeasure(document: ReviewDocument, id: string, measure: Measure): ReviewDocument {
  const { measures } = partOf(document, 'evidence');
  return changePart(document, 'evidence', { measures: withEntry(measures, id, measure, UNTOUCHED_MEASURE) });
}

/** Adds a measure of the team's own, tracked from the start: nobody adds one not to use it. */
export function addOwnMeasure(document: ReviewDocument, id: string): ReviewDocument {
  const { own } = partOf(document, 'evidence');
  if (own.length >= LIST_LIMIT) return document;
  const added = changePart(document, 'evidence', { own: [...own, { id, name: '', better: 'lower' }] });
  return editMeasure(added, id, { tracked: true });
}

/** Changes name or direction of a measure of the team's own. */
export function changeOwnMeasure(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<OwnMeasure, 'id'>>,
): ReviewDocument {
  const { own } = partOf(document, 'evidence');
  return changePart(document, 'evidence', {
    own: own.map((measure) => (measure.id === id ? { ...measure, ...change } : measure)),
  });
}

/** Removes a measure of the team's own together with what was entered for it. */
export function removeOwnMeasure(document: ReviewDocument, id: string): ReviewDocument {
  const { own, measures } = partOf(document, 'evidence');
  if (!own.some((measure) => measure.id === id)) return document;
  const { [id]: _, ...others } = measures;
  return changePart(document, 'evidence', { own: own.filter((measure) => measure.id !== id), measures: others });
}
