import { signedContent, UNSIGNED_PARTS } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

/** SHA-256 of what a signature binds to, in lower-case hexadecimal. */
export async function contentHash(document: ReviewDocument): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signedContent(document)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether two documents differ in nothing that a signature binds to, judged by their shared parts. */
export function hasSameContent(left: ReviewDocument, right: ReviewDocument): boolean {
  // Parts of both: one that is only in one of them is a difference, too.
  const parts = Object.keys({ ...left, ...right }) as (keyof ReviewDocument)[];
  const unsigned: readonly string[] = UNSIGNED_PARTS;
  return parts.every((part) => unsigned.includes(part) || left[part] === right[part]);
}
