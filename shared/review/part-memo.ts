import { keepEqual } from '#shared/base/keep-equal.ts';
import type { ReviewDocument } from './review.ts';

type Inputs = readonly unknown[];

/** What a result rests on: the parts of the document that were read for it, and what else went in. */
interface Computed<Result> {
  readonly review: ReviewDocument;
  /** Null where nobody watched: the result holds for this very document only. */
  readonly parts: ReadonlyMap<PropertyKey, unknown> | null;
  readonly inputs: Inputs;
  readonly result: Result;
}

/**
 * A function of a review that is computed again only when a part of the document that it read, or one
 * of the other inputs, is another one. Edits share the parts they leave alone, so a part is compared by
 * identity. The result must be plain data: it may hold pieces of the document, not the document itself. Pieces of it
 * that say the same as in the last result are the same objects, so that what shows them sees that they did not change.
 * Watching costs more than computing, so it begins at the second document of a review: a list asks once of each.
 */
export function partMemo<Rest extends Inputs, Result>(
  compute: (review: ReviewDocument, ...rest: Rest) => Result,
): (review: ReviewDocument, ...rest: Rest) => Result {
  let last: Computed<Result> | null = null;
  return (review, ...rest) => {
    if (last && holds(last, review, rest)) return last.result;
    const isKnown = last?.review.id === review.id;
    const parts = isKnown ? new Map<PropertyKey, unknown>() : null;
    const result = keepEqual(
      isKnown ? last?.result : undefined,
      compute(parts ? watched(review, parts) : review, ...rest),
    );
    last = { review, parts, inputs: rest, result };
    return result;
  };
}

function holds({ review: seen, parts, inputs }: Computed<unknown>, review: ReviewDocument, rest: Inputs): boolean {
  if (!inputs.every((input, index) => Object.is(input, rest[index]))) return false;
  if (!parts) return seen === review;
  for (const [part, value] of parts) {
    const now = part === NAMES ? namesOf(review) : Reflect.get(review, part);
    if (now !== value) return false;
  }
  return true;
}

/** Stands for the names of the parts there are, which a copy of the document asks for. */
const NAMES = Symbol('names of the parts');

function namesOf(review: ReviewDocument): string {
  return Object.keys(review).join();
}

/** The review, noting in `parts` what is read of it. */
function watched(review: ReviewDocument, parts: Map<PropertyKey, unknown>): ReviewDocument {
  const note = (part: PropertyKey) => parts.set(part, Reflect.get(review, part));
  return new Proxy(review, {
    get(target, part) {
      note(part);
      return Reflect.get(target, part);
    },
    has(target, part) {
      note(part);
      return Reflect.has(target, part);
    },
    getOwnPropertyDescriptor(target, part) {
      note(part);
      return Reflect.getOwnPropertyDescriptor(target, part);
    },
    ownKeys(target) {
      parts.set(NAMES, namesOf(target));
      return Reflect.ownKeys(target);
    },
  });
}
