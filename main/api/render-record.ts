import type { ExportForm, Paper } from '#shared/contract.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { withSealFingerprints } from '#shared/record/seal-fingerprints.ts';
import { attachReview } from '../record/attachment.ts';
import { renderRisksCsv } from '../record/forms/risks-csv.ts';
import { renderStructurizr } from '../record/forms/structurizr.ts';
import { renderMarkdown } from '../record/markdown.ts';
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
  const renderPdf = pdfRenderer(appFolder);
  /** The pages, with the review that they were made from inside. */
  const renderWithData = async (record: RecordModel, data: Uint8Array, paper: Paper) =>
    attachReview(await renderPdf(record, paper), data, record);
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
        return renderWithData(record(), canonicalReviewFile({ document, ...stored }, template.source), paper);
    }
  };
}

/** The PDF library and its fonts are large, so they are loaded at the first export and then kept. */
function pdfRenderer(appFolder: string): (record: RecordModel, paper: Paper) => Promise<Uint8Array> {
  const load = async () => {
    const [{ renderPdf }, { loadPdfFonts }] = await Promise.all([
      import('../record/pdf.ts'),
      import('../record/pdf-fonts.ts'),
    ]);
    const fonts = await loadPdfFonts(appFolder);
    return (record: RecordModel, paper: Paper) => renderPdf(record, fonts, { paper });
  };
  let loaded: ReturnType<typeof load> | null = null;
  return async (record, paper) => {
    loaded ??= load();
    // A failed load is tried again at the next export.
    const render = await loaded.catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return render(record, paper);
  };
}
