import { stepsOf, type WorkOptions } from '#main/files/work-options.ts';
import type { Paper } from '#shared/contract/contract.ts';
import { uncounted } from '#shared/contract/work-step.ts';
import { blankWorkbook } from '#shared/handout/blank.ts';
import type { HandoutKind } from '#shared/handout/model.ts';
import { type HandedReview, runSheet } from '#shared/handout/run-sheet.ts';
import type { Template } from '#shared/template/template.ts';
import { withoutReview } from './attach-review.ts';
import { loadPdfFonts } from './pages/fonts.ts';
import { layOutHandout } from './pages/handout-layout.ts';
import { SHEETS } from './pages/theme.ts';
import { writePages } from './render-pdf.ts';

/** What is to be printed of a template. */
export interface HandoutJob {
  readonly kind: HandoutKind;
  readonly template: Template;
  /** SHA-256 of the template, by which the file is known. */
  readonly sha256: string;
  /** The review that it is for; null for any. */
  readonly review: HandedReview | null;
  readonly paper: Paper;
  /** When it is made; ISO 8601 in UTC. */
  readonly at: string;
}

/** Makes the PDF of a run sheet or a blank workbook. */
export type HandoutPrinter = (job: HandoutJob, options?: WorkOptions) => Promise<Uint8Array>;

/** A printer with the fonts of the program's folder. */
export function handoutPrinter(appFolder: string): HandoutPrinter {
  return async ({ kind, template, sha256, review, paper, at }, options) => {
    const onStep = stepsOf(options);
    onStep(uncounted('prepare'));
    const handout = kind === 'blank' ? blankWorkbook(template, review) : runSheet(template, review);
    const fonts = await (await loadPdfFonts(appFolder)).forText(`${JSON.stringify(handout)}☐`);
    const sheet = SHEETS[paper];
    const pages = await writePages(
      {
        layout: await layOutHandout(handout, fonts, sheet),
        sheet,
        language: handout.language,
        id: sha256.slice(0, 32),
        createdAt: at,
        properties: { title: `${handout.title}: ${handout.name}`, author: 'Groundwork', subject: handout.name },
      },
      { onPage: (page, of) => onStep({ kind: 'page', at: page, of }) },
    );
    return withoutReview(pages, new Date(at));
  };
}
