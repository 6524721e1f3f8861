import type { Dissent } from '#shared/kinds/parts.ts';
import { replacePart } from '#shared/review/edit-part.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

export type OwnCriterion = NonNullable<Part<'options'>['ownCriteria']>[number];

/** Criteria of the team's own end here: with the template's they have to fit one table. */
export const OWN_CRITERION_LIMIT = 20;

/** The criteria that the team added. */
export function ownCriteria(document: ReviewDocument): readonly OwnCriterion[] {
  return partOf(document, 'options').ownCriteria ?? NONE;
}

const NONE: readonly OwnCriterion[] = [];

/** Adds a criterion of the team's own, with the weight of a usual one. */
export function addOwnCriterion(document: ReviewDocument, id: string): ReviewDocument {
  const before = ownCriteria(document);
  if (before.length >= OWN_CRITERION_LIMIT) return document;
  return withCriteria(document, [...before, { id, name: '', lowest: '', highest: '' }]);
}

/** Changes the name of a criterion of the team's own, or what 1 and 5 mean. */
export function changeOwnCriterion(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<OwnCriterion, 'id'>>,
): ReviewDocument {
  return withCriteria(
    document,
    ownCriteria(document).map((criterion) => (criterion.id === id ? { ...criterion, ...change } : criterion)),
  );
}

/** Removes a criterion of the team's own together with its weight, its scores and the views on them. */
export function removeOwnCriterion(document: ReviewDocument, id: string): ReviewDocument {
  const before = ownCriteria(document);
  if (!before.some((criterion) => criterion.id === id)) return document;
  const part = partOf(setCriterionViews(document, id, []), 'options');
  const { [id]: _weight, ...weights } = part.weights;
  const { [id]: _cells, ...cells } = part.cells;
  const removed = replacePart(document, 'options', { ...part, weights, cells });
  return withCriteria(
    removed,
    before.filter((criterion) => criterion.id !== id),
  );
}

/** Puts other views on the scores of a criterion on record in place of those there are. */
export function setCriterionViews(
  document: ReviewDocument,
  criterion: string,
  views: readonly Dissent[],
): ReviewDocument {
  const { dissent = {}, ...others } = partOf(document, 'options');
  const { [criterion]: _, ...kept } = dissent;
  const left = views.length === 0 ? kept : { ...dissent, [criterion]: views };
  // Left out while nobody differs, for the same reason as the list of criteria.
  return replacePart(document, 'options', Object.keys(left).length === 0 ? others : { ...others, dissent: left });
}

/** The list is left out while it is empty, so that the hashes of older reviews stay true. */
function withCriteria(document: ReviewDocument, criteria: readonly OwnCriterion[]): ReviewDocument {
  const { ownCriteria: _, ...others } = partOf(document, 'options');
  return replacePart(document, 'options', criteria.length === 0 ? others : { ...others, ownCriteria: criteria });
}
