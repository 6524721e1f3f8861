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
  const typed = printed.size > 0 ? labelled(alphanumeric(buildRecord(document, template.template, stored))) : [];
  for (const fingerprint of typed) printed.delete(fingerprint);
  return [...printed];
}

function labelled(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(`${LABEL}([0-9a-f]{64})`, 'g'))].flatMap((match) => match[1] ?? []);
}

/** Letters and figures of all texts in a value, in their order; what else stands between them may not be printed. */
function alphanumeric(value: unknown): string {
  if (typeof value === 'string') return value.replace(/[^0-9A-Za-z]/g, '');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, part]) => (key === 'kind' ? '' : alphanumeric(part)))
    .join('');
}
