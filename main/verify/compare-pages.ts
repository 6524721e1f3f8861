import type { RecordRenderer } from '../api/render-record.ts';
import type { PageComparison, SealedPages } from './content-findings.ts';
import { pageTexts } from './page-text.ts';
import { entryOf, openPdf, type PdfFile } from './pdf-file.ts';
import { asKind, dictionaryOf, sameBytes, textOf } from './pdf-values.ts';
import { pagesOf } from './revisions.ts';

const LETTER_HEIGHT = 792;

/**
 * Makes the pages of a review again, with this program, and compares them with those of a record: by
 * their bytes, and where these differ by their text. Only pages of the same program can be told apart
 * from changed ones; what made them stands in the file's properties.
 */
export function pageComparer(render: RecordRenderer): (sealed: SealedPages) => Promise<PageComparison> {
  return async ({ pages, review, fingerprints }) => {
    const paper = isLetter(pages) ? 'letter' : 'a4';
    const bytes = await render('pdf', review, { paper, sealFingerprints: fingerprints });
    if (sameBytes(bytes, pages.bytes)) return 'same';
    const again = openPdf(bytes);
    const [texts, expected] = [pageTexts(pages), pageTexts(again)];
    const isSame = texts.length === expected.length && texts.every((text, page) => text === expected[page]);
    // The same words, drawn or packed otherwise: what was drawn is under the seals, but is not compared.
    if (isSame) return 'same';
    return makerOf(pages) === makerOf(again) ? 'different' : 'other-version';
  };
}

function isLetter(file: PdfFile): boolean {
  const page = dictionaryOf(file.resolve(pagesOf(file)?.[0]));
  return asKind(entryOf(file, page, 'MediaBox'), 'array')?.items[3] === LETTER_HEIGHT;
}

/** The programs that made a file, with their versions. */
function makerOf(file: PdfFile): string {
  const info = dictionaryOf(entryOf(file, file.trailer, 'Info'));
  return ['Creator', 'Producer'].map((key) => textOf(entryOf(file, info, key)) ?? '').join('\n');
}
