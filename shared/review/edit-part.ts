import { sortKeys } from '#shared/base/canonical-json.ts';
import { type OptionalPart, type Part, partOf } from './part-of.ts';
import type { ReviewDocument } from './review.ts';

/**
 * Changes an optional part of a review. A part that is put back to its untouched state is left out
 * again, so that the document, and its hash, are as they were before anybody looked at it.
 */
export function changePart<Name extends OptionalPart>(
  document: ReviewDocument,
  name: Name,
  change: Partial<Part<Name>>,
): ReviewDocument {
  const key: OptionalPart = name;
  const { [key]: _, ...others } = document;
  const part = { ...partOf(document, name), ...change };
  return text(part) === text(partOf(others, name)) ? others : { ...others, [key]: part };
}

function text(part: object): string {
  return JSON.stringify(sortKeys(part));
}
