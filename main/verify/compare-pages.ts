import { entryOf, openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { asKind, dictionaryOf, textOf } from '#main/pdf/pdf-values.ts';
import { SUBJECTS } from '#main/record/render-pdf.ts';
import type { RecordRenderer } from '#main/record/render-record.ts';
import type { Paper } from '#shared/contract/contract.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { makerOf } from './maker.ts';
import { readableTexts } from './page-text.ts';
import { type Allowed, sameDocument } from './same-document.ts';
import { signatureFieldNumbers } from './signature-fields.ts';
import type { PageComparison, SealedPages } from './verify-options.ts';

const LETTER_HEIGHT = 792;

/**
 * Makes the pages of a review again, with this program, and compares them with those of a record: the whole record
 * as its last seal left it, but for the seals, by all that the two files hold. Pages of the same program have to be
 * the same. Those of an earlier version, which draws otherwise, are compared by their words alone, and so are those
 * that another program wrote anew.
 */
export function pageComparer(render: RecordRenderer): (sealed: SealedPages) => Promise<PageComparison> {
  return async ({ pages, sealed, review, fingerprints, isSavedAnew }) => {
    const maker = makerOf(sealed);
    if (maker.kind === 'unknown') return 'unknown-version';
    const bytes = await render('pdf', review, {
      paper: paperOf(sealed),
      length: lengthOf(sealed),
      sealFingerprints: fingerprints,
      packing: 'none',
    });
    const again = openPdf(bytes);
    const isSame = sameDocument(sealed, again, isSavedAnew ? withoutTraces(sealed) : withoutSeals(sealed));
    if (isSame && (isSavedAnew || sameDocument(pages, again, NOTHING))) return 'same';
    if (maker.kind !== 'earlier' && !isSavedAnew) return 'different';
    const [texts, expected] = [readableTexts(sealed), readableTexts(again)];
    const hasSameWords =
      texts.length === expected.length && texts.every(({ all }, page) => all === expected[page]?.all);
    return hasSameWords ? 'same-words' : 'other-version';
  };
}

const NOTHING: Allowed = { catalogKeys: new Set(), appended: new Set(), properties: true };

/** A sealed record has a form, its permissions, and fields that show nowhere. */
function withoutSeals(file: PdfFile): Allowed {
  return { ...NOTHING, catalogKeys: new Set(['AcroForm', 'Perms']), appended: signatureFieldNumbers(file) };
}

/** A program that saves a file anew also says that it did. */
function withoutTraces(file: PdfFile): Allowed {
  return {
    catalogKeys: new Set(['AcroForm', 'Perms', 'Metadata', 'Extensions', 'Version']),
    appended: signatureFieldNumbers(file),
    properties: false,
  };
}

/** How much of its review a record prints, as its properties say; those are compared with the pages. */
function lengthOf(file: PdfFile): RecordLength {
  const info = dictionaryOf(entryOf(file, file.trailer, 'Info'));
  return textOf(entryOf(file, info, 'Subject'))?.startsWith(SUBJECTS.short) ? 'short' : 'full';
}

/** The paper that a record is set on, by its first page. */
export function paperOf(file: PdfFile): Paper {
  const page = dictionaryOf(file.resolve(pagesOf(file)?.[0]));
  return asKind(entryOf(file, page, 'MediaBox'), 'array')?.items[3] === LETTER_HEIGHT ? 'letter' : 'a4';
}
