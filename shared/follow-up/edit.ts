import { isBlank } from '#shared/base/limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { FollowUpEntry, GivenChances, Statement, Tripwire } from './answers.ts';
import { MOST_TRIPWIRES } from './schema.ts';
import type { SuggestedSign } from './suggestions.ts';

/** Adds what somebody noted; entries before it stay. Unchanged when nobody is named, or nothing is said. */
export function noteFollowUp(document: ReviewDocument, entry: FollowUpEntry): ReviewDocument {
  const { state, owner, due, value, note } = entry;
  const saysNothing = [state, owner, due, value].every((part) => part === undefined) && isBlank(note);
  if (isBlank(entry.by) || saysNothing) return document;
  return { ...document, followUp: [...(document.followUp ?? []), entry] };
}

type Predictions = NonNullable<ReviewDocument['predictions']>;
const NO_PREDICTIONS: Predictions = { by: 'each', statements: [], given: [] };

/** The predictions of a review; none while nobody made any. */
export function predictionsOf({ predictions }: Pick<ReviewDocument, 'predictions'>): Predictions {
  return predictions ?? NO_PREDICTIONS;
}

/** Replaces the statements. Chances that were given are for others then, so they go. */
export function setStatements(document: ReviewDocument, statements: readonly Statement[]): ReviewDocument {
  return withPredictions(document, { ...predictionsOf(document), statements, given: [] });
}

/** Says whether each approver gives chances or the team as one; what was given goes. */
export function setPredictedBy(document: ReviewDocument, by: Predictions['by']): ReviewDocument {
  return withPredictions(document, { ...predictionsOf(document), by, given: [] });
}

/** Puts the chances of all into the review, once all have given theirs. */
export function revealChances(document: ReviewDocument, given: readonly GivenChances[]): ReviewDocument {
  return withPredictions(document, { ...predictionsOf(document), given });
}

/** Replaces the signs that reopen the question. */
export function setTripwires(document: ReviewDocument, tripwires: readonly Tripwire[]): ReviewDocument {
  const { tripwires: _, ...rest } = document;
  return tripwires.length === 0 ? rest : { ...rest, tripwires };
}

/** Watches for a sign that was offered. Unchanged where it is watched already, or no more fit in. */
export function takeSign(document: ReviewDocument, id: string, sign: SuggestedSign): ReviewDocument {
  const { tripwires = [] } = document;
  const isWatched = tripwires.some((wire) => wire.sign === sign.sign);
  if (isWatched || tripwires.length >= MOST_TRIPWIRES) return document;
  return setTripwires(document, [...tripwires, { ...newTripwire(id), ...sign }]);
}

/** A sign with nothing filled in. */
export function newTripwire(id: string): Tripwire {
  return { id, sign: '', threshold: '', where: '', owner: '', due: null };
}

/** Files a review: its tags, and whether it lies in the archive. */
export function fileReview(
  document: ReviewDocument,
  tags: readonly string[],
  archivedAt: string | null,
): ReviewDocument {
  const { filing: _, ...rest } = document;
  const kept = [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))].slice(0, 20);
  if (kept.length === 0 && archivedAt === null) return rest;
  return { ...rest, filing: archivedAt === null ? { tags: kept } : { tags: kept, archivedAt } };
}

function withPredictions(document: ReviewDocument, predictions: Predictions): ReviewDocument {
  const { predictions: _, ...rest } = document;
  const isEmpty = predictions.statements.length === 0 && predictions.by === 'each';
  return isEmpty ? rest : { ...rest, predictions };
}
