import { LIST_LIMIT } from '#shared/base/limits.ts';
import { type Evidence, evidenceSchema } from '#shared/kinds/parts.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Measure, measureOf } from './answers.ts';
import { measureSchema } from './schema.ts';

type OwnMeasure = Part<'evidence'>['own'][number];

/** An empty evidence entry of the given kind. */
export function newEvidence(id: string, kind: Evidence['kind']): Evidence {
  return evidenceSchema.parse({ id, kind });
}

const UNTOUCHED_MEASURE: Measure = measureSchema.parse({});

/** Changes a measure. What was entered stays when the measure is no longer tracked, so it can come back. */
export function editMeasure(document: ReviewDocument, id: string, change: Partial<Measure>): ReviewDocument {
  const { measures } = partOf(document, 'evidence');
  const entry = { ...measureOf(document, id), ...change };
  return changePart(document, 'evidence', { measures: withEntry(measures, id, entry, UNTOUCHED_MEASURE) });
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
