import { sameBytes } from '#main/files/same-bytes.ts';
import { entryOf, openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { asKind, dictionaryOf, textOf } from '#main/pdf/pdf-values.ts';
import type { RecordRenderer } from '#main/record/render-record.ts';
import type { Paper } from '#shared/contract/contract.ts';
import type { PageComparison, SealedPages } from './content-findings.ts';
import { readableTexts } from './page-text.ts';
import { sameDocument } from './same-document.ts';

const LETTER_HEIGHT = 792;

/**
 * Makes the pages of a review again, with this program, and compares them with those of a record: by
 * their bytes, and where these differ by all that the two files hold. Pages of the same program have to be
 * the same. Those of another version, which draws otherwise, are compared by their words alone; what
 * made them stands in the file's properties.
 */
export function pageComparer(render: RecordRenderer): (sealed: SealedPages) => Promise<PageComparison> {
  return async ({ pages, review, fingerprints }) => {
    const bytes = await render('pdf', review, { paper: paperOf(pages), sealFingerprints: fingerprints });
    if (sameBytes(bytes, pages.bytes)) return 'same';
    const again = openPdf(bytes);
    // Another machine may pack the same otherwise.
    if (sameDocument(pages, again)) return 'same';
    const [maker, own] = [makerOf(pages), makerOf(again)];
    // Every version says its name; a file that does not is not what it was.
    if (maker === own || !RECORD_MAKER.test(maker)) return 'different';
    const [texts, expected] = [readableTexts(pages), readableTexts(again)];
    const isSame = texts.length === expected.length && texts.every((text, page) => text === expected[page]);
    return isSame ? 'same-words' : 'other-version';
  };
}

/** The paper that a record is set on, by its first page. */
export function paperOf(file: PdfFile): Paper {
  const page = dictionaryOf(file.resolve(pagesOf(file)?.[0]));
  return asKind(entryOf(file, page, 'MediaBox'), 'array')?.items[3] === LETTER_HEIGHT ? 'letter' : 'a4';
}

const RECORD_MAKER = /^Groundwork \d/;

/** The programs that made a file, with their versions. */
function makerOf(file: PdfFile): string {
  const info = dictionaryOf(entryOf(file, file.trailer, 'Info'));
  return ['Creator', 'Producer'].map((key) => textOf(entryOf(file, info, key)) ?? '').join('\n');
}
