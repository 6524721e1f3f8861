import { entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { dictionaryOf, textOf } from '#main/pdf/pdf-values.ts';
import { PDF_CREATOR } from '#main/record/pages/creator.ts';

/** Versions that made records before this one, as they call themselves. */
const EARLIER: ReadonlySet<string> = new Set(
  ['0.1.0', '0.2.0', '0.3.0', '0.4.0', '0.5.0', '0.6.0', '0.7.0', '0.8.0'].map((version) => `Groundwork ${version}`),
);

/**
 * Who made the pages of a file, as its properties say: this version of Groundwork, an earlier one, one that is not
 * known here (newer, or never released), or another program.
 */
export type Maker =
  | { readonly kind: 'this' | 'earlier' | 'other' }
  | { readonly kind: 'unknown'; readonly name: string };

export function makerOf(file: PdfFile): Maker {
  const info = dictionaryOf(entryOf(file, file.trailer, 'Info'));
  const creator = textOf(entryOf(file, info, 'Creator')) ?? '';
  if (creator === PDF_CREATOR) return { kind: 'this' };
  if (EARLIER.has(creator)) return { kind: 'earlier' };
  return /^\s*groundwork/i.test(creator) ? { kind: 'unknown', name: creator.slice(0, 60) } : { kind: 'other' };
}
