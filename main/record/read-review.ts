import { FailureError } from '#main/files/failure.ts';
import { type AttachedReview, looksLikePdf, readAttachedReview } from '#main/pdf/attachment.ts';
import { type ForeignReview, readForeignReview } from '#main/store/foreign-review.ts';
import type { TemplateSource } from '#main/templates/template-library.ts';

/** The review that was taken out of a record, complete and checked. @throws {FailureError} */
export async function readTakenOut(
  attached: AttachedReview,
  templates: TemplateSource,
  now?: () => Date,
): Promise<ForeignReview> {
  if (attached.kind === 'found') return readForeignReview(attached.bytes, templates, now);
  throw new FailureError(attached.kind === 'unreadable' ? 'damaged' : 'invalid', attached.reason);
}

/** A review from a record or from a review file, whichever the bytes are. @throws {FailureError} */
export function readReview(bytes: Uint8Array, templates: TemplateSource): Promise<ForeignReview> {
  return looksLikePdf(bytes) ? readTakenOut(readAttachedReview(bytes), templates) : readForeignReview(bytes, templates);
}
