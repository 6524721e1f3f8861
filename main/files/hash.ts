import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

/** SHA-256 of bytes, or of a text in UTF-8, lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256 of the canonical JSON of a value. @throws {TypeError} for what canonical JSON cannot hold. */
export function canonicalSha256(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** Whether a value has this hash; false also for one that cannot be hashed. */
export function hashMatches(value: unknown, hash: string): boolean {
  try {
    return canonicalSha256(value) === hash;
  } catch {
    return false; // a lone surrogate: no file of ours holds one
  }
}

/** The hash that signatures bind to. */
export function contentSha256(review: ReviewDocument): string {
  return sha256(signedContent(review));
}
