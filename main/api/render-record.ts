import type { ExportForm, Paper } from '#shared/contract.ts';
import { buildRecord } from '#shared/record/build.ts';
import { withSealFingerprints } from '#shared/record/seal-fingerprints.ts';
import { renderRisksCsv } from '../record/forms/risks-csv.ts';
import { renderStructurizr } from '../record/forms/structurizr.ts';
import { renderMarkdown } from '../record/markdown.ts';
import { offThreadPrinter } from '../record/off-thread.ts';
import { canonicalReviewFile, printReviewFile } from '../store/review-file.ts';
import type { OpenReview } from '../store/review-store.ts';

/** Makes the file of a record in the wanted form. */
export type RecordRenderer = (
  form: ExportForm,
  review: OpenReview,
  options?: {
    readonly paper?: Paper | undefined;
    /** Fingerprints of the keys that the record is about to be sealed with, for its pages. */
    readonly sealFingerprints?: readonly string[];
  },
) => Promise<Uint8Array>;

/** Renders records with the fonts of the program's folder. */
export function recordRenderer(appFolder: string): RecordRenderer {
  const print = offThreadPrinter(appFolder);
  return async (form, { document, template, ...stored }, { paper = 'a4', sealFingerprints = [] } = {}) => {
    const record = () => withSealFingerprints(buildRecord(document, template.template, stored), sealFingerprints);
    switch (form) {
      case 'json':
        return Buffer.from(printReviewFile({ document, ...stored }, template.source));
      case 'markdown':
        return Buffer.from(renderMarkdown(record()));
      case 'csv':
        return renderRisksCsv(document, template.template);
      case 'structurizr':
        return Buffer.from(renderStructurizr(record()));
      case 'pdf':
        return print({
          record: record(),
          data: canonicalReviewFile({ document, ...stored }, template.source),
          paper,
        });
    }
  };
}
