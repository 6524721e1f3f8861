import type { ForeignReview } from '#main/store/foreign-review.ts';
import { buildRecord } from '#shared/record/build.ts';
import { SEAL_FINGERPRINT_LABEL } from '#shared/verify/verify.ts';

const LABEL = SEAL_FINGERPRINT_LABEL.replaceAll(' ', '');

/**
 * Fingerprints of the keys that the pages of a record say it is sealed with. What people typed into the
 * review names no key, although it is printed: otherwise somebody could type in the fingerprint of a key of
 * their own and later seal the record anew with it.
 * @param texts of the pages, without white space.
 */
export function keysNamedOn(
  texts: readonly string[],
  { document, template, ...stored }: ForeignReview & { readonly contentSha256: string },
): readonly string[] {
  const printed = new Set(texts.flatMap(labelled));
  // Nothing is named in a record that is not about to be sealed: whatever stands there then was typed.
  const mayBeTyped = holdsPart([document, template.template], [...printed]);
  const typed = mayBeTyped ? labelled(alphanumeric(buildRecord(document, template.template, stored))) : [];
  for (const fingerprint of typed) printed.delete(fingerprint);
  return [...printed];
}

/** Whether the text of a page, without white space, names a key, whoever wrote it. */
export function namesKey(text: string): boolean {
  return labelled(text).length > 0;
}

function labelled(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(`${LABEL}([0-9a-f]{64})`, 'g'))].flatMap((match) => match[1] ?? []);
}

/** Digits of a fingerprint that are taken for a part of it. */
const PART_LENGTH = 8;

/** Whether any text holds a part of a fingerprint; putting the record together to look for a whole one takes long. */
function holdsPart(value: unknown, fingerprints: readonly string[]): boolean {
  const digits = JSON.stringify(value).match(/[0-9a-f]{8,}/g) ?? [];
  const parts = new Set(
    fingerprints.flatMap((fingerprint) =>
      Array.from({ length: fingerprint.length - PART_LENGTH + 1 }, (_, at) => fingerprint.slice(at, at + PART_LENGTH)),
    ),
  );
  return digits.some((run) =>
    Array.from({ length: run.length - PART_LENGTH + 1 }, (_, at) => run.slice(at, at + PART_LENGTH)).some((part) =>
      parts.has(part),
    ),
  );
}

/** Letters and figures of all texts in a value, in their order; what else stands between them may not be printed. */
function alphanumeric(value: unknown): string {
  if (typeof value === 'string') return value.replace(/[^0-9A-Za-z]/g, '');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, part]) => (key === 'kind' ? '' : alphanumeric(part)))
    .join('');
}
