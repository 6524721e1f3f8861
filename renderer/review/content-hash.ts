import type { ReviewDocument } from '#shared/review.ts';
import { signedContent } from '#shared/sign-off.ts';

/** SHA-256 of what a signature binds to, in lower-case hexadecimal. */
export async function contentHash(document: ReviewDocument): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signedContent(document)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether two documents differ in nothing that a signature binds to, judged by their shared parts. */
export function hasSameContent(left: ReviewDocument, right: ReviewDocument): boolean {
  const parts = Object.keys(left) as (keyof ReviewDocument)[];
  return parts.every((part) => part === 'signOff' || left[part] === right[part]);
}
