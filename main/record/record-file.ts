import { stepsOf, type WorkOptions } from '#main/files/work-options.ts';
import type { Packing } from '#main/pdf/deflate.ts';
import { canonicalReviewFile } from '#main/store/review-file.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import type { Paper } from '#shared/contract/contract.ts';
import { uncounted } from '#shared/contract/work-step.ts';
import { withSealFingerprints } from '#shared/kinds/sign-off/record-seal-fingerprints.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { attachReview } from './attach-review.ts';
import { loadPdfFonts } from './pages/fonts.ts';
import { renderPdf } from './render-pdf.ts';

/** A review whose record is to be printed. */
export interface PrintJob {
  readonly review: OpenReview;
  readonly paper: Paper;
  /** How much of it is printed; all of it unless said otherwise. */
  readonly length?: RecordLength;
  /** Fingerprints of the keys that the record is about to be sealed with, for its pages. */
  readonly sealFingerprints: readonly string[];
  readonly packing?: Packing | undefined;
}

/** Makes the PDF of a record, with its review inside. */
export type RecordPrinter = (job: PrintJob, options?: WorkOptions) => Promise<Uint8Array>;

/** A printer with the fonts of the program's folder, which are read at the first record and then kept. */
export function recordPrinter(appFolder: string): RecordPrinter {
  let fonts: ReturnType<typeof loadPdfFonts> | null = null;
  return async ({ review, paper, length, sealFingerprints, packing }, options) => {
    const onStep = stepsOf(options);
    onStep(uncounted('prepare'));
    fonts ??= loadPdfFonts(appFolder);
    // After a failure, the next record reads the fonts again.
    const loaded = await fonts.catch((error: unknown) => {
      fonts = null;
      throw error;
    });
    const { document, template, ...stored } = review;
    const record = withSealFingerprints(buildRecord(document, template.template, stored, length), sealFingerprints);
    const onPage = (at: number, of: number) => onStep({ kind: 'page', at, of });
    const pages = await renderPdf(record, loaded, { paper, packing, onPage });
    return attachReview(pages, canonicalReviewFile({ document, ...stored }, template.source), record, packing);
  };
}
