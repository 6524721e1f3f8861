import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPdf } from '#main/record/render-pdf.ts';
import type { Paper } from '#shared/contract/contract.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { fromPgm, type GreyPicture } from './grey-picture.ts';
import { pageTexts, pdfFonts } from './pdf.ts';
import { revisedScene, sampleScene, sceneRecord, sealedSceneRecord, signedScene } from './record-scenes.ts';
import { tool } from './tools.ts';

/** Dots per inch at which a line of text is a few rows, and its picture small. */
const RESOLUTION = 50;
/** Four millimetres in dots. */
export const FOUR_MILLIMETRES = Math.round((4 / 25.4) * RESOLUTION);

/** A page whose look is kept: of which record, on which paper, and the words by which it is found. */
interface KeyPage {
  readonly record: () => RecordModel;
  readonly paper: Paper;
  /** Words that stand on it and on no page before it, but for the contents; empty for the first page. */
  readonly words: string;
}

const signed = () => sealedSceneRecord(signedScene());
const sample = (name: string) => () => sceneRecord(sampleScene(name));

/** Between them, they have every kind of block that a record is made of. */
export const KEY_PAGES = {
  'first-page': { record: signed, paper: 'a4', words: '' },
  'first-page-letter': { record: sample('prisma-query-engine'), paper: 'letter', words: '' },
  'options-matrix': { record: sample('typescript-native-port'), paper: 'a4', words: 'Scores, 1 to 5' },
  path: { record: sample('discord-read-states'), paper: 'a4', words: 'Stage 3, of the decision' },
  gains: { record: sample('typescript-native-port'), paper: 'a4', words: 'How it is measured' },
  'risk-heat-map': { record: sample('grab-counter-service'), paper: 'a4', words: 'Before any response' },
  'sign-off': { record: signed, paper: 'a4', words: 'Quorum' },
  changes: { record: () => sceneRecord(revisedScene()), paper: 'a4', words: 'Signed as' },
  verify: { record: signed, paper: 'letter', words: 'Seal fingerprint' },
} as const satisfies Record<string, KeyPage>;

/** A record with a key page, made once however often it is drawn. */
interface PrintedPage {
  readonly pdf: Uint8Array;
  /** Number of the page. */
  readonly page: number;
}

const printed = new Map<KeyPage, Promise<PrintedPage>>();

async function print({ record, paper, words }: KeyPage): Promise<PrintedPage> {
  const pdf = await renderPdf(record(), await pdfFonts(), { paper });
  return { pdf, page: words === '' ? 1 : await pageWith(pdf, words) };
}

/** A key page as it looks now, at a multiple of the resolution of the references. */
export async function pictureOf(keyPage: KeyPage, times = 1): Promise<GreyPicture> {
  const printing = printed.get(keyPage) ?? print(keyPage);
  printed.set(keyPage, printing);
  const { pdf, page } = await printing;
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-page-'));
  try {
    const file = join(folder, 'record.pdf');
    writeFileSync(file, pdf);
    const pages = ['-f', String(page), '-l', String(page)];
    return fromPgm(tool('pdftoppm', '-gray', '-r', String(times * RESOLUTION), ...pages, file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function pageWith(pdf: Uint8Array, words: string): Promise<number> {
  const pages = await pageTexts(pdf);
  // The first two are the summary and the contents, which name what follows.
  const index = pages.findIndex((text, at) => at >= 2 && text.replace(/\s+/g, ' ').includes(words));
  if (index === -1) throw new Error(`No page says “${words}”`);
  return index + 1;
}
