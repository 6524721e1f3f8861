import { canonicalJson } from '#shared/canonical-json.ts';
import type { Paper } from '#shared/contract.ts';
import type { ReviewDocument } from '#shared/review.ts';
import { paperOf } from './compare-pages.ts';
import { embeddedReview } from './embedded-review.ts';
import { openPdf } from './pdf-file.ts';
import { verifyRecord } from './verify-record.ts';

/** A sealed record of the data folder, and the review that it was made from. */
export interface SealedJob {
  readonly bytes: Uint8Array;
  readonly document: ReviewDocument;
  /** Hash of what was signed. */
  readonly contentSha256: string;
}

/** How a sealed record stands to its review. */
export type SealedCheck =
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'sound';
      /** In the order in which they were made. */
      readonly signatures: readonly { readonly name: string; readonly kind: 'witnessed' | 'own-certificate' }[];
      readonly paper: Paper;
      /** When the review was saved that it shows, as the record itself says. */
      readonly savedAt: string;
      /** Whether something was added to the review since, taken back or marked, which the record does not show. */
      readonly isBehind: boolean;
    };

/** Checks a sealed record from its bytes. */
export async function checkSealed({ bytes, document, contentSha256 }: SealedJob): Promise<SealedCheck> {
  const [{ verdict, signatures }, embedded] = [await verifyRecord(bytes), await embeddedReview(bytes)];
  if (verdict !== 'intact' || embedded.kind !== 'found' || embedded.contentSha256 !== contentSha256) {
    return { kind: 'damaged' };
  }
  return {
    kind: 'sound',
    signatures: signatures.flatMap(({ name, kind }) => (kind === 'other' ? [] : [{ name, kind }])),
    paper: paperOf(openPdf(bytes)),
    savedAt: embedded.review.savedAt,
    isBehind: canonicalJson(embedded.review.document) !== canonicalJson(document),
  };
}
