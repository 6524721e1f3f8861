import { entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { asKind, dictionaryOf, nameOf, type PdfDictionary, type PdfValue, sameValue } from '#main/pdf/pdf-values.ts';
import { formOf, itemsOf, numberOf } from './signature-fields.ts';

interface LaterNotes {
  readonly shown: readonly string[];
  readonly unseen: readonly string[];
}

type Kind = 'signature' | 'hidden signature' | 'field' | 'note';

/** What was added to, changed in or taken from the notes and fields of a file, in words. */
export function laterNotes(before: PdfFile, after: PdfFile): LaterNotes {
  const pages = pagesOf(after) ?? [];
  const shown = new Set<string>();
  const unseen = new Set<string>();
  const compared = new Set<string>();
  for (const [index, page] of pages.entries()) {
    // Many pages may share one long list.
    const lists = [before, after].map((file) => numberOf(pageOf(file, page)?.entries.get('Annots')));
    if (!lists.includes(null) && compared.has(lists.join())) continue;
    compared.add(lists.join());
    for (const { kind, words } of pageChanges(before, after, page)) {
      if (kind === 'hidden signature') unseen.add('a signature that shows nowhere');
      else shown.add(`${words} on page ${index + 1}`);
    }
  }
  for (const words of fieldChanges(before, after)) shown.add(words);
  return { shown: [...shown], unseen: [...unseen] };
}

interface NoteChange {
  readonly kind: Kind;
  readonly words: string;
}

function pageChanges(before: PdfFile, after: PdfFile, page: PdfValue): readonly NoteChange[] {
  const old = new Set(itemsOf(before, pageOf(before, page), 'Annots').map(keyOf));
  const items = itemsOf(after, pageOf(after, page), 'Annots');
  const kept = new Set(items.map(keyOf));
  const changes = items.flatMap((note): readonly NoteChange[] => {
    const isNew = !old.has(keyOf(note));
    if (!isNew && isAsBefore(before, after, note)) return [];
    const kind = kindOf(after, note);
    return [{ kind, words: (isNew ? ADDED : CHANGED)[kind] }];
  });
  const isGone = [...old].some((key) => !kept.has(key));
  return isGone ? [...changes, { kind: 'note', words: 'fewer notes' }] : changes;
}

const ADDED: Readonly<Record<Kind, string>> = {
  signature: 'a signature that shows',
  'hidden signature': 'a signature',
  field: 'a form field',
  note: 'a note',
};
const CHANGED: Readonly<Record<Kind, string>> = {
  signature: 'a signature that shows',
  'hidden signature': 'a signature',
  field: 'a form field that was filled in',
  note: 'a changed note',
};

function pageOf(file: PdfFile, page: PdfValue): PdfDictionary | null {
  return dictionaryOf(file.resolve(page));
}

function keyOf(note: PdfValue): number | PdfValue {
  return numberOf(note) ?? note;
}

function kindOf(file: PdfFile, note: PdfValue): Kind {
  const dictionary = dictionaryOf(file.resolve(note));
  if (nameOf(entryOf(file, dictionary, 'Subtype')) !== 'Widget') return 'note';
  const type =
    entryOf(file, dictionary, 'FT') ?? entryOf(file, dictionaryOf(entryOf(file, dictionary, 'Parent')), 'FT');
  if (nameOf(type) !== 'Sig') return 'field';
  const rectangle = itemsOf(file, dictionary, 'Rect').map((item) => file.resolve(item));
  const isEmpty = rectangle.length === 4 && (rectangle[0] === rectangle[2] || rectangle[1] === rectangle[3]);
  return isEmpty ? 'hidden signature' : 'signature';
}

/** Whether a note says and shows the same; what it draws is a stream, which is compared where it stands. */
function isAsBefore(before: PdfFile, after: PdfFile, note: PdfValue): boolean {
  const [old, now] = [before, after].map((file) => dictionaryOf(file.resolve(note)));
  const left: Pair[] = [[old, now]];
  const seen = new Set<number>();
  for (let pair = left.pop(); pair; pair = left.pop()) {
    const number = numberOf(pair[0]);
    if (number !== null && number !== numberOf(pair[1])) return false;
    if (number !== null && seen.has(number)) continue;
    if (number !== null) seen.add(number);
    const parts = pairsIn(before.resolve(pair[0]), after.resolve(pair[1]));
    if (!parts) return false;
    left.push(...parts);
  }
  return true;
}

type Pair = readonly [PdfValue | undefined, PdfValue | undefined];

/** The parts that two values still have to be compared by; null when they differ already. */
function pairsIn(was: PdfValue, is: PdfValue): readonly Pair[] | null {
  const lists = [asKind(was, 'array')?.items, asKind(is, 'array')?.items] as const;
  if (lists[0] && lists[1]) {
    return lists[0].length === lists[1].length ? lists[0].map((item, at): Pair => [item, lists[1]?.[at]]) : null;
  }
  if (asKind(was, 'stream') && !sameValue(was, is)) return null;
  const [one, other] = [dictionaryOf(was), dictionaryOf(is)];
  if (!one || !other) return sameValue(was, is) ? [] : null;
  const keys = [...new Set([...one.entries.keys(), ...other.entries.keys()])].filter((key) => !NOT_FOLLOWED.has(key));
  return keys.map((key): Pair => [one.entries.get(key), other.entries.get(key)]);
}

const NOT_FOLLOWED: ReadonlySet<string> = new Set(['P', 'Parent', 'StructParent', 'Popup', 'IRT', 'Dest']);

/** Fields that are gone, or scripts of a form that came later. */
function fieldChanges(before: PdfFile, after: PdfFile): readonly string[] {
  const [old, now] = [formOf(before), formOf(after)];
  if (!old) return now?.entries.has('XFA') ? ['a form with scripts'] : [];
  const kept = new Set(itemsOf(after, now, 'Fields').map(keyOf));
  const isGone = itemsOf(before, old, 'Fields').some((field) => !kept.has(keyOf(field)));
  const acts = !sameValue(old.entries.get('XFA'), now?.entries.get('XFA'));
  return [...(isGone ? ['fewer fields'] : []), ...(acts ? ['a form with scripts'] : [])];
}
