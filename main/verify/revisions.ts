import { catalogOf, entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { type PageReference, pagesOf } from '#main/pdf/pdf-pages.ts';
import { dictionaryOf, nameOf, type PdfValue, sameDictionary, sameValue } from '#main/pdf/pdf-values.ts';
import { sameEntry } from '#main/pdf/pdf-xref.ts';
import { formOf, itemsOf, numberOf } from './signature-fields.ts';

const FORM_KEYS = new Set(['Fields', 'SigFlags']);

/**
 * Why a later revision of a file is more than the earlier one with a signature added; null when it is
 * just that. Both are given as PDFs of their own, the earlier one a prefix of the later one.
 */
export function moreThanSignature(before: PdfFile, after: PdfFile): string | null {
  if (after.sections[1]?.offset !== before.sections[0]?.offset) return 'The file was saved in more than one step.';
  for (const key of ['Root', 'Info', 'Encrypt']) {
    if (!sameValue(before.trailer.entries.get(key), after.trailer.entries.get(key)))
      return 'The file begins elsewhere.';
  }
  const pages = pagesOf(before);
  if (!pages) return 'The pages cannot be listed.';
  const { changed, added } = difference(before, after);
  return (
    catalogProblem(before, after) ??
    formProblem(before, after) ??
    pages.map((page) => pageProblem(before, after, page)).find((problem) => problem !== null) ??
    notesProblem(before, after, pages) ??
    changedProblem(before, pages, changed) ??
    addedProblem(before, after, pages, added)
  );
}

interface Difference {
  readonly changed: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
}

function difference(before: PdfFile, after: PdfFile): Difference {
  const changed = new Set<number>();
  const added = new Set<number>();
  for (const number of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    const old = before.entries.get(number);
    const now = after.entries.get(number);
    if (!old) added.add(number);
    else if (!sameEntry(old, now)) changed.add(number);
  }
  return { changed, added };
}

function catalogProblem(before: PdfFile, after: PdfFile): string | null {
  const [old, now] = [catalogOf(before), catalogOf(after)];
  if (!sameDictionary(old, now, ['AcroForm', 'Perms'])) return 'The catalog was changed.';
  const [oldPerms, nowPerms] = [old, now].map((catalog) => catalog.entries.get('Perms'));
  return oldPerms === undefined || sameValue(oldPerms, nowPerms) ? null : 'The permissions were changed.';
}

function formProblem(before: PdfFile, after: PdfFile): string | null {
  const [old, now] = [formOf(before), formOf(after)];
  if (!now) return 'The form is missing.';
  if (old ? !sameDictionary(old, now, [...FORM_KEYS]) : ![...now.entries.keys()].every((key) => FORM_KEYS.has(key))) {
    return 'The form was changed.';
  }
  const fields = appended(itemsOf(before, old, 'Fields'), itemsOf(after, now, 'Fields'));
  return fields?.length === 1 && fields.every((field) => isSignatureField(after, field))
    ? null
    : 'The fields of the form were changed.';
}

function pageProblem(before: PdfFile, after: PdfFile, page: PageReference): string | null {
  const [old, now] = [dictionaryOf(before.resolve(page)), dictionaryOf(after.resolve(page))];
  return old && now && sameDictionary(old, now, ['Annots']) ? null : 'A page was changed.';
}

/** Pages may only gain the fields of signatures. */
function notesProblem(before: PdfFile, after: PdfFile, pages: readonly PageReference[]): string | null {
  const fields = new Set<number | null>(
    itemsOf(after, formOf(after), 'Fields').flatMap((field) => numberOf(field) ?? []),
  );
  const seen = new Set<string>();
  const areKept = pages.every((page) => {
    const [old, now] = [dictionaryOf(before.resolve(page)), dictionaryOf(after.resolve(page))];
    const lists = [old, now].map((holder) => numberOf(holder?.entries.get('Annots')));
    // Many pages may share one long list.
    if (!lists.includes(null) && seen.has(lists.join())) return true;
    seen.add(lists.join());
    const notes = appended(itemsOf(before, old, 'Annots'), itemsOf(after, now, 'Annots'));
    return notes?.every((note) => fields.has(numberOf(note)));
  });
  return areKept ? null : 'Notes on a page were changed.';
}

/** Only what holds the lists that signatures are added to may have changed; how was checked already. */
function changedProblem(before: PdfFile, pages: readonly PageReference[], changed: ReadonlySet<number>): string | null {
  const form = catalogOf(before).entries.get('AcroForm');
  const holders: readonly (PdfValue | undefined)[] = [
    before.trailer.entries.get('Root'),
    form,
    formOf(before)?.entries.get('Fields'),
    ...pages,
    ...pages.map((page) => dictionaryOf(before.resolve(page))?.entries.get('Annots')),
  ];
  const allowed = new Set(holders.map(numberOf));
  return [...changed].every((number) => allowed.has(number)) ? null : 'Content was changed.';
}

/** What is new has to belong to the signature, and nothing that stood before may have waited for it. */
function addedProblem(
  before: PdfFile,
  after: PdfFile,
  pages: readonly PageReference[],
  added: ReadonlySet<number>,
): string | null {
  const form = catalogOf(after).entries.get('AcroForm');
  const belongs = new Set<number | null>([
    numberOf(form),
    numberOf(formOf(after)?.entries.get('Fields')),
    ...pages.map((page) => numberOf(dictionaryOf(after.resolve(page))?.entries.get('Annots'))),
    referenceStreamOf(after),
  ]);
  const queue = itemsOf(after, formOf(after), 'Fields').filter((field) => added.has(numberOf(field) ?? -1));
  for (let value = queue.shift(); value !== undefined; value = queue.shift()) {
    const number = numberOf(value);
    if (number === null || belongs.has(number) || !added.has(number)) continue;
    belongs.add(number);
    for (const reference of referencesIn(after.resolve(value))) queue.push(reference);
  }
  if (![...added].every((number) => belongs.has(number))) return 'More was added.';
  const waiting = [...before.entries].some(([number, entry]) => {
    const reference = { kind: 'reference', number, generation: entry.kind === 'plain' ? entry.generation : 0 } as const;
    const value = before.resolve(reference);
    // An object can be nothing but a reference.
    return value === null ? after.resolve(reference) !== null : refersTo(value, added);
  });
  return waiting ? 'Content was changed.' : null;
}

/** Number of the object that holds the newest cross-references; null when they are a table. */
function referenceStreamOf(file: PdfFile): number | null {
  const offset = file.sections[0]?.offset;
  const found = [...file.entries].find(([, entry]) => entry.kind === 'plain' && entry.offset === offset);
  return found?.[0] ?? null;
}

function isSignatureField(file: PdfFile, value: PdfValue): boolean {
  const field = dictionaryOf(file.resolve(value));
  return nameOf(entryOf(file, field, 'FT')) === 'Sig' && dictionaryOf(entryOf(file, field, 'V')) !== null;
}

/** What a list has more than an earlier one at its end; null when the rest differs. */
function appended(old: readonly PdfValue[], now: readonly PdfValue[]): readonly PdfValue[] | null {
  return old.every((item, index) => sameValue(item, now[index])) ? now.slice(old.length) : null;
}

/** Whether a value holds a reference to one of these objects. Asked of all objects for each seal, so nothing is listed. */
function refersTo(value: PdfValue, numbers: ReadonlySet<number>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  switch (value.kind) {
    case 'reference':
      return numbers.has(value.number);
    case 'array':
      for (const item of value.items) if (refersTo(item, numbers)) return true;
      return false;
    case 'stream':
      return refersTo(value.dictionary, numbers);
    case 'dictionary':
      for (const part of value.entries.values()) if (refersTo(part, numbers)) return true;
      return false;
    default:
      return false;
  }
}

function referencesIn(value: PdfValue): readonly PdfValue[] {
  if (typeof value !== 'object' || value === null) return [];
  switch (value.kind) {
    case 'reference':
      return [value];
    case 'array':
      return value.items.flatMap(referencesIn);
    case 'dictionary':
      return [...value.entries.values()].flatMap(referencesIn);
    case 'stream':
      return referencesIn(value.dictionary);
    default:
      return [];
  }
}
