import type { Paper } from '#shared/contract.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { attachReview } from './attachment.ts';
import { renderPdf } from './pdf.ts';
import { loadPdfFonts } from './pdf-fonts.ts';

/** A record to print, and the review that it was made from. */
export interface RecordJob {
  readonly record: RecordModel;
  /** Canonical JSON of the review with its template, to go into the file. */
  readonly data: Uint8Array;
  readonly paper: Paper;
}

/** Makes the PDF of a record, with its review inside. */
export type RecordPrinter = (job: RecordJob) => Promise<Uint8Array>;

/** A printer with the fonts of the program's folder, which are read at the first record and then kept. */
export function recordPrinter(appFolder: string): RecordPrinter {
  let fonts: ReturnType<typeof loadPdfFonts> | null = null;
  return async ({ record, data, paper }) => {
    fonts ??= loadPdfFonts(appFolder);
    // Fonts that could not be read are tried again at the next record.
    const loaded = await fonts.catch((error: unknown) => {
      fonts = null;
      throw error;
    });
    return attachReview(await renderPdf(record, loaded, { paper }), data, record);
  };
}
