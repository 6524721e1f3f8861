import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { attachmentsNamed } from './attachment-tree.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';
import { PdfDamage } from './pdf-values.ts';
import { TooMuchWork } from './work-budget.ts';

/** Name of the review inside its record; verifiers and importers look for it. */
export const ATTACHED_REVIEW = 'review.groundwork.json';

/** What a file holds of a review; `reason` is a sentence for a person. */
export type AttachedReview =
  | { readonly kind: 'found'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' | 'not-a-pdf' | 'unreadable'; readonly reason: string };

/**
 * Reads the review inside a record, exactly the bytes that were attached. Looks at the few objects that
 * lead to it and at nothing else, in bounded time and memory; never throws for what a file holds. The
 * reader is the verifier's, so that both see the same file.
 */
export function readAttachedReview(pdf: Uint8Array): AttachedReview {
  if (!looksLikePdf(pdf))
    return { kind: 'not-a-pdf', reason: 'The file is not a PDF. Choose a record that Groundwork exported.' };
  try {
    return attachedReview(openPdf(pdf));
  } catch (error) {
    return notRead(error);
  }
}

/** The same of a file that was opened already. */
export function attachedReview(file: PdfFile): AttachedReview {
  try {
    if (file.isLocked) {
      return unreadable('The PDF is encrypted. Save it without a password, then try again.');
    }
    const [bytes, ...more] = attachmentsNamed(file, ATTACHED_REVIEW);
    if (!bytes) {
      return {
        kind: 'absent',
        reason: 'The PDF carries no review. Use a record that Groundwork exported, not a printed or converted copy.',
      };
    }
    if (more.length > 0) return unreadable('The PDF carries more than one review.');
    if (bytes.byteLength > FILE_SIZE_LIMIT) return unreadable('The review in the PDF is larger than Groundwork reads.');
    return { kind: 'found', bytes };
  } catch (error) {
    return notRead(error);
  }
}

function notRead(error: unknown): AttachedReview {
  if (!(error instanceof PdfDamage || error instanceof TooMuchWork)) throw error;
  return unreadable(`The PDF cannot be read. ${error.message}`);
}

/** Whether bytes are meant to be a PDF. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 5)).toString('latin1') === '%PDF-';
}

function unreadable(reason: string): AttachedReview {
  return { kind: 'unreadable', reason };
}
