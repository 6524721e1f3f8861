import { sameBytes } from '#main/files/same-bytes.ts';
import type { PdfFile } from '#main/pdf/pdf-file.ts';
import { asKind, PdfDamage, type PdfDictionary, type PdfValue, sameValue } from '#main/pdf/pdf-values.ts';

/** What says how a stream is packed, not what it holds. */
const PACKING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms']);

/** What the left one of two files may have that the right one does not. */
export interface Allowed {
  /** Keys of the catalog that are not compared. */
  readonly catalogKeys: ReadonlySet<string>;
  /** Numbers of the left file's objects that a list may have more at its end. */
  readonly appended: ReadonlySet<number>;
  /** Whether the properties (title, dates, program) are compared. */
  readonly properties: boolean;
}

/**
 * Whether two files hold the same document: everything that the catalog and the properties lead to, whatever
 * numbers the objects have and however they are packed. Compared by value, so that a box over a text, another
 * font or a note on a page tells two files apart that say the same words. What cannot be read is not the same.
 */
export function sameDocument(left: PdfFile, right: PdfFile, allowed: Allowed): boolean {
  try {
    return isSame(left, right, allowed);
  } catch (error) {
    if (error instanceof PdfDamage) return false;
    throw error;
  }
}

function isSame(left: PdfFile, right: PdfFile, allowed: Allowed): boolean {
  const [root, otherRoot] = [left, right].map(({ trailer }) => trailer.entries.get('Root'));
  const catalogs = [asKind(left.resolve(root), 'dictionary'), asKind(right.resolve(otherRoot), 'dictionary')] as const;
  if (!catalogs[0] || !catalogs[1]) return false;
  const pairs = [...entryPairs(catalogs[0], catalogs[1], allowed.catalogKeys)];
  if (allowed.properties) pairs.push([left.trailer.entries.get('Info'), right.trailer.entries.get('Info')]);
  return arePairsSame({ left, right, allowed }, pairs, new Map([[numberOf(root), numberOf(otherRoot)]]));
}

function arePairsSame(files: Files, pairs: Parts[number][], counterparts: Map<number, number>): boolean {
  // A list instead of recursion: a chain of objects may be as long as the file.
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [from, to] = [numberOf(pair[0]), numberOf(pair[1])];
    const known = counterparts.get(from);
    if (known !== undefined && known !== to) return false;
    if (known !== undefined) continue;
    if (from !== DIRECT && to !== DIRECT) counterparts.set(from, to);
    const parts = partsOf(files, files.left.resolve(pair[0]), files.right.resolve(pair[1]));
    if (!parts) return false;
    for (const part of parts) pairs.push(part);
  }
  return true;
}

/** In place of a number, for a value that is no object of its own. */
const DIRECT = -1;

function numberOf(value: PdfValue | undefined): number {
  return asKind(value, 'reference')?.number ?? DIRECT;
}

type Parts = readonly (readonly [PdfValue | undefined, PdfValue | undefined])[];

interface Files {
  readonly left: PdfFile;
  readonly right: PdfFile;
  readonly allowed: Allowed;
}

/** The parts that two values still have to be compared by; null when they differ already. */
function partsOf({ left, right, allowed }: Files, one: PdfValue, other: PdfValue): Parts | null {
  const arrays = [asKind(one, 'array')?.items, asKind(other, 'array')?.items] as const;
  if (arrays[0] && arrays[1]) return itemPairs(withoutAppended(arrays[0], allowed), arrays[1]);
  const streams = [asKind(one, 'stream'), asKind(other, 'stream')] as const;
  if (streams[0] && streams[1]) {
    const areSame = sameBytes(left.decode(streams[0]), right.decode(streams[1]));
    return areSame ? entryPairs(streams[0].dictionary, streams[1].dictionary, PACKING) : null;
  }
  const dictionaries = [asKind(one, 'dictionary'), asKind(other, 'dictionary')] as const;
  if (dictionaries[0] && dictionaries[1]) return entryPairs(dictionaries[0], dictionaries[1]);
  // A page without notes gets a list for the fields of seals.
  if (arrays[0]?.length && other === null && withoutAppended(arrays[0], allowed).length === 0) return [];
  return sameValue(one, other) ? [] : null;
}

function withoutAppended(items: readonly PdfValue[], { appended }: Allowed): readonly PdfValue[] {
  if (appended.size === 0) return items;
  const kept = items.findLastIndex((item) => !appended.has(numberOf(item)));
  return items.slice(0, kept + 1);
}

function itemPairs(one: readonly PdfValue[], other: readonly PdfValue[]): Parts | null {
  return one.length === other.length ? one.map((item, index) => [item, other[index]] as const) : null;
}

function entryPairs(one: PdfDictionary, other: PdfDictionary, except: ReadonlySet<string> = new Set()): Parts {
  const pairs: Parts[number][] = [];
  for (const [key, value] of one.entries) {
    if (!except.has(key)) pairs.push([value, other.entries.get(key)]);
  }
  for (const [key, value] of other.entries) {
    if (!except.has(key) && !one.entries.has(key)) pairs.push([undefined, value]);
  }
  return pairs;
}
