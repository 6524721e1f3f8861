import type { ReviewDocument } from '#shared/review/review.ts';

type Agenda = NonNullable<ReviewDocument['agenda']>;

/**
 * The time that was used, which a clock counts and nobody says: what each version used since the start comes together; the longer of
 * the two where the start is not known.
 */
export function mergedUse(bases: readonly ReviewDocument[], a: ReviewDocument, b: ReviewDocument): Agenda['used'] {
  const [ofA, ofB] = [secondsOf(a), secondsOf(b)];
  const names = [...new Set([...Object.keys(ofA), ...Object.keys(ofB)])].sort();
  return Object.fromEntries(
    names.map((name) => {
      const [left, right] = [ofA[name] ?? 0, ofB[name] ?? 0];
      const before = new Set(bases.map((base) => secondsOf(base)[name] ?? 0));
      const [start] = before;
      const isKnown = before.size === 1 && start !== undefined && left >= start && right >= start;
      return [name, isKnown ? left + right - start : Math.max(left, right)];
    }),
  );
}

function secondsOf({ agenda }: ReviewDocument): Agenda['used'] {
  return agenda?.used ?? {};
}

/** A review without what its clock counted. */
export function withoutUse(review: ReviewDocument): ReviewDocument {
  if (!review.agenda) return review;
  const { last: _, ...agenda } = review.agenda;
  return { ...review, agenda: { ...agenda, used: {} } };
}
