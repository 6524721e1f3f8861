import type { WorkOptions } from '#main/files/work-options.ts';
import type { Packing } from '#main/pdf/deflate.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import type { ExportForm, Paper } from '#shared/contract/contract.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { workItems } from '#shared/record/work-items.ts';
import { renderCalendar } from './forms/calendar.ts';
import { renderIssuesCsv } from './forms/issues-csv.ts';
import { renderMarkdown } from './forms/markdown.ts';
import { renderShortMarkdown } from './forms/markdown-short.ts';
import { renderStructurizr } from './forms/structurizr.ts';
import { renderTableCsv } from './forms/table-csv.ts';
import { printHere } from './print-here.ts';
import type { RecordPrinter } from './record-file.ts';

/** Makes the file of a record in the wanted form. */
export type RecordRenderer = (
  form: ExportForm,
  review: OpenReview,
  options?: WorkOptions & {
    readonly paper?: Paper | undefined;
    /** How much of a PDF or of Markdown is written; all of it unless said otherwise. */
    readonly length?: RecordLength | undefined;
    /** Fingerprints of the keys that the record is about to be sealed with, for its pages. */
    readonly sealFingerprints?: readonly string[];
    /** How small a PDF is made. */
    readonly packing?: Packing;
  },
) => Promise<Uint8Array>;

const MARKDOWN = { full: renderMarkdown, short: renderShortMarkdown } as const;

/** Renders records with the fonts of the program's folder. `print` makes PDFs, in this thread unless said otherwise. */
export function recordRenderer(appFolder: string, print: RecordPrinter = printHere(appFolder)): RecordRenderer {
  return async (form, review, { paper = 'a4', length = 'full', sealFingerprints = [], packing, ...options } = {}) => {
    const { document, template, ...stored } = review;
    switch (form) {
      case 'json':
        return Buffer.from(printReviewFile({ document, ...stored }, template.source));
      case 'markdown':
        return Buffer.from(MARKDOWN[length](buildRecord(document, template.template, stored)));
      case 'csv':
        return renderTableCsv(document, template.template);
      case 'structurizr':
        return Buffer.from(renderStructurizr(buildRecord(document, template.template, stored)));
      case 'issues':
        return renderIssuesCsv(document, template.template);
      case 'calendar':
        return Buffer.from(renderCalendar(workItems(document, template.template), { ...stored, review: document }));
      case 'pdf':
        return print({ review, paper, length, sealFingerprints, packing }, options);
    }
  };
}
