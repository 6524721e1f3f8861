import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { FILE_SIZE_LIMIT } from '#shared/envelope.ts';
import { PdfUnreadable } from './attachment-decode.ts';
import { openPdf } from './attachment-pdf.ts';
import { attachmentsNamed } from './attachment-tree.ts';

/** Name of the review inside its record; verifiers and importers look for it. */
export const ATTACHED_REVIEW = 'review.groundwork.json';

export interface AttachmentMeta {
  /** When the review was saved; the only moment that is written, so that the same review gives the same bytes. */
  readonly savedAt: string;
}

/**
 * Puts the review into its record as an attached file that the pages were made from (AFRelationship
 * Source), and makes the whole a PDF/A-3b with a plain cross-reference table, which signatures can be
 * appended to. Reads neither clock nor chance.
 * @param review canonical JSON of the review with its template, in UTF-8.
 */
export async function attachReview(
  pdf: Uint8Array,
  review: Uint8Array,
  { savedAt }: AttachmentMeta,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const moment = new Date(savedAt);
  await document.attach(review, ATTACHED_REVIEW, {
    mimeType: 'application/json',
    description: 'The review that this record was made from. Import the record into Groundwork to open it.',
    afRelationship: AFRelationship.Source,
    creationDate: moment,
    modificationDate: moment,
  });
  document.convertToPDFA({ conformance: '3B' });
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** What a file holds of a review; `reason` is a sentence for a person. */
export type AttachedReview =
  | { readonly kind: 'found'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' | 'not-a-pdf' | 'unreadable'; readonly reason: string };

/**
 * Reads the review inside a record, exactly the bytes that `attachReview` was given. Looks at the few
 * objects that lead to it and at nothing else, in bounded time and memory; never throws for what a file holds.
 */
export function readAttachedReview(pdf: Uint8Array): AttachedReview {
  try {
    const file = openPdf(pdf);
    if (!file) return { kind: 'not-a-pdf', reason: 'The file is not a PDF.' };
    const [stream, ...more] = attachmentsNamed(file, ATTACHED_REVIEW);
    if (!stream) {
      return {
        kind: 'absent',
        reason: 'The PDF carries no review. Use a record that Groundwork exported, not a printed or converted copy.',
      };
    }
    if (more.length > 0) return { kind: 'unreadable', reason: 'The PDF carries more than one review.' };
    return { kind: 'found', bytes: file.decode(stream, FILE_SIZE_LIMIT) };
  } catch (error) {
    // The parser trips over nonsense in many ways, but none of them is a fault of ours.
    const reason = error instanceof PdfUnreadable ? error.message : 'The PDF is damaged.';
    return { kind: 'unreadable', reason };
  }
}
