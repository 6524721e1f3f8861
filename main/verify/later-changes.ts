import { catalogOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { type PageReference, pagesOf } from '#main/pdf/pdf-pages.ts';
import {
  dictionaryOf,
  PdfDamage,
  type PdfDictionary,
  type PdfValue,
  sameDictionary,
  sameValue,
} from '#main/pdf/pdf-values.ts';
import { sameEntry } from '#main/pdf/pdf-xref.ts';
import { laterNotes } from './later-notes.ts';
import { numberOf } from './signature-fields.ts';

/**
 * What was added to a file after a part of it. `unseen`: nothing that a page shows. `shown`: something that can show
 * on a page, beside what was there. `content`: what was there is another one now.
 */
export interface LaterChange {
  readonly effect: 'nothing' | 'unseen' | 'shown' | 'content';
  /** What it is, as parts of a sentence. */
  readonly what: readonly string[];
}

/** Entries of the catalog that say nothing of what the pages show. */
const UNSEEN_KEYS = [
  'DSS',
  'Extensions',
  'Metadata',
  'Version',
  'StructTreeRoot',
  'MarkInfo',
  'Perms',
  'Lang',
  'PieceInfo',
  'ViewerPreferences',
];
const PAGE_NOTE_KEYS = ['Annots', 'Tabs', 'StructParents', 'LastModified', 'PieceInfo', 'Metadata'];
const UPWARD_KEYS = new Set(['Parent', 'P']);

/** What came later than a part of a file, which is given as a PDF of its own. */
export function laterChange(before: PdfFile, after: PdfFile): LaterChange {
  const rest = after.bytes.subarray(before.bytes.length);
  if (rest.length === 0) return { effect: 'nothing', what: [] };
  if (rest.every((byte) => byte <= 32)) return { effect: 'unseen', what: ['empty space'] };
  const isUpdate = after.sections.some(({ offset }) => offset === before.sections[0]?.offset);
  if (!isUpdate || (after.sections[0]?.offset ?? 0) < before.bytes.length) {
    return { effect: 'content', what: ['something that is no part of a PDF'] };
  }
  try {
    return updateChange(before, after);
  } catch (error) {
    if (!(error instanceof PdfDamage)) throw error;
    return { effect: 'content', what: ['something that cannot be read'] };
  }
}

function updateChange(before: PdfFile, after: PdfFile): LaterChange {
  const content = contentChange(before, after);
  if (content !== null) return { effect: 'content', what: [content] };
  const notes = laterNotes(before, after);
  const dss = !sameCatalogEntry(before, after, 'DSS');
  const unseen = [...(dss ? ['validation data'] : []), ...notes.unseen];
  if (notes.shown.length > 0) return { effect: 'shown', what: [...notes.shown, ...unseen] };
  return { effect: 'unseen', what: unseen.length > 0 ? unseen : ['properties'] };
}

/** What of the content is another one now, in words; null when all of it is as it was. */
function contentChange(before: PdfFile, after: PdfFile): string | null {
  for (const key of ['Root', 'Encrypt']) {
    if (!sameValue(before.trailer.entries.get(key), after.trailer.entries.get(key))) return 'another document';
  }
  const [old, now] = [catalogOf(before), catalogOf(after)];
  if (!sameDictionary(old, now, ['AcroForm', 'Pages', ...UNSEEN_KEYS])) return 'another catalog';
  const [oldPages, pages] = [pagesOf(before), pagesOf(after)];
  const isSameList =
    oldPages !== null && oldPages.length === pages?.length && oldPages.every((page, at) => sameValue(page, pages[at]));
  if (!isSameList) return 'other pages';
  const changed = changedNumbers(before, after);
  for (const page of oldPages) {
    const [was, is] = [before, after].map((file) => dictionaryOf(file.resolve(page)));
    if (!was || !is || !sameDictionary(was, is, PAGE_NOTE_KEYS)) return 'other content of a page';
  }
  return reaches(after, oldPages, now, changed) ? 'other content' : null;
}

function sameCatalogEntry(before: PdfFile, after: PdfFile, key: string): boolean {
  return sameValue(catalogOf(before).entries.get(key), catalogOf(after).entries.get(key));
}

/** Numbers of the objects that stand elsewhere now, are new, or are gone. */
function changedNumbers(before: PdfFile, after: PdfFile): ReadonlySet<number> {
  const numbers = new Set([...before.entries.keys(), ...after.entries.keys()]);
  return new Set([...numbers].filter((number) => !sameEntry(before.entries.get(number), after.entries.get(number))));
}

/** Whether what the pages draw, or the catalog leads to, has to do with one of these objects. */
function reaches(
  file: PdfFile,
  pages: readonly PageReference[],
  catalog: PdfDictionary,
  numbers: ReadonlySet<number>,
): boolean {
  const left: PdfValue[] = [];
  const take = (dictionary: PdfDictionary | null, except: readonly string[]) => {
    for (const [key, value] of dictionary?.entries ?? []) if (!except.includes(key)) left.push(value);
  };
  take(catalog, ['AcroForm', 'Pages', 'Metadata', ...UNSEEN_KEYS]);
  for (const page of pages) take(dictionaryOf(file.resolve(page)), ['Parent', ...PAGE_NOTE_KEYS]);
  // A page may be led to, as by a bookmark; its own parts are looked at by themselves.
  const seen = new Set(pages.map(({ number }) => number));
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    const number = numberOf(value);
    if (number !== null) {
      if (seen.has(number)) continue;
      if (numbers.has(number)) return true;
      seen.add(number);
    }
    pushParts(left, number === null ? value : file.resolve(value));
  }
  return false;
}

function pushParts(left: PdfValue[], value: PdfValue): void {
  if (typeof value !== 'object' || value === null) return;
  if (value.kind === 'array') {
    for (const item of value.items) if (typeof item === 'object') left.push(item);
  }
  for (const [key, part] of dictionaryOf(value)?.entries ?? []) {
    if (typeof part === 'object' && !UPWARD_KEYS.has(key)) left.push(part);
  }
}
