import { sortKeys } from '#shared/base/canonical-json.ts';
import { type OptionalPart, type Part, partOf } from './part-of.ts';
import type { ReviewDocument } from './review.ts';

/** Changes an optional part of a review; back in its untouched state it is left out, as by `replacePart`. */
export function changePart<Name extends OptionalPart>(
  document: ReviewDocument,
  name: Name,
  change: Partial<Part<Name>>,
): ReviewDocument {
  return replacePart(document, name, { ...partOf(document, name), ...change });
}

/**
 * Sets an optional part of a review. A part that is put back to its untouched state is left out
 * again, so that the document, and its hash, are as they were before anybody looked at it.
 */
export function replacePart<Name extends OptionalPart>(
  document: ReviewDocument,
  name: Name,
  part: Part<Name>,
): ReviewDocument {
  const key: OptionalPart = name;
  const { [key]: _, ...others } = document;
  return text(part) === text(partOf(others, name)) ? others : { ...others, [key]: part };
}

function text(part: object): string {
  return JSON.stringify(sortKeys(part));
}
