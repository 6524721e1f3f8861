import { isDeepStrictEqual } from 'node:util';
import { PdfParser } from './pdf-parser.ts';
import { decodeStream } from './pdf-streams.ts';
import { asKind, bigEndian, countOf, nameOf, PdfDamage, type PdfDictionary, type PdfValue } from './pdf-values.ts';
import { COST, type WorkBudget } from './work-budget.ts';

/** Where an object stands: at a byte of the file, in an object stream, or nowhere. */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** Whether two states of a file say the same of where an object stands; what neither says is the same. */
export function sameEntry(left: XrefEntry | undefined, right: XrefEntry | undefined): boolean {
  // Of a section that both states have, it is one value; a file has thousands of them.
  return left === right || isDeepStrictEqual(left, right);
}

/** One cross-reference section: what one save of the file added. */
export interface XrefSection {
  readonly offset: number;
  readonly trailer: PdfDictionary;
  readonly entries: ReadonlyMap<number, XrefEntry>;
}

const SECTION_LIMIT = 1_000;
const OBJECT_LIMIT = 1_000_000;
/** How far from the end the last `startxref` may stand. */
const TAIL = 4_096;

/** Sections that were read already, by where they begin, with where they end. */
export type ReadSections = Map<number, { readonly section: XrefSection; readonly end: number }>;

/**
 * All cross-reference sections, the newest first, as the file's end and `/Prev` lead to them.
 * @param read those of another state of the file, of which this one is the beginning or the other way round
 */
export function readXref(bytes: Uint8Array, budget: WorkBudget, read: ReadSections): readonly XrefSection[] {
  const sections: XrefSection[] = [];
  const queue: number[] = [startOf(bytes)];
  const seen = new Set<number>();
  for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
    // A newer trailer may repeat what an older one says, as PDFBox writes it onto a file of Word.
    if (seen.has(offset)) continue;
    if (sections.length >= SECTION_LIMIT) throw new PdfDamage('There are too many cross-references.');
    seen.add(offset);
    const section = knownSection(read, offset, bytes) ?? readSection(bytes, offset, budget, read);
    budget.read(section.entries.size * COST.entry);
    sections.push(section);
    // A table for old readers may name a stream with what only new ones know; that comes next.
    for (const key of ['XRefStm', 'Prev']) {
      const value = section.trailer.entries.get(key);
      if (value === undefined) continue;
      const next = countOf(value);
      if (next === null) throw new PdfDamage('A cross-reference leads nowhere.');
      queue.push(next);
    }
  }
  return sections;
}

function startOf(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - TAIL);
  const tail = Buffer.from(bytes.subarray(from)).toString('latin1');
  const at = tail.lastIndexOf('startxref');
  if (at < 0) throw new PdfDamage('The end of the file is missing.');
  const parser = new PdfParser(bytes, from + at);
  parser.expect('startxref');
  return parser.count();
}

function knownSection(read: ReadSections, offset: number, bytes: Uint8Array): XrefSection | null {
  const known = read.get(offset);
  return known && known.end < bytes.length ? known.section : null;
}

function readSection(bytes: Uint8Array, offset: number, budget: WorkBudget, read: ReadSections): XrefSection {
  const parser = new PdfParser(bytes, offset);
  const section = parser.accept('xref') ? readTable(parser, offset) : readStreamSection(parser, offset, budget);
  budget.read(parser.at - offset);
  // What ends with the bytes may go on in a later state of the file.
  if (parser.at < bytes.length) read.set(offset, { section, end: parser.at });
  return section;
}

function readTable(parser: PdfParser, offset: number): XrefSection {
  const entries = new Map<number, XrefEntry>();
  while (!parser.accept('trailer')) {
    const first = parser.count();
    const count = parser.count();
    if (count > OBJECT_LIMIT || first > OBJECT_LIMIT) throw new PdfDamage('There are too many objects.');
    for (let number = first; number < first + count; number += 1) entries.set(number, readEntry(parser));
  }
  const trailer = asKind(parser.value(), 'dictionary');
  if (!trailer) throw new PdfDamage('The file has no trailer.');
  return { offset, trailer, entries };
}

function readEntry(parser: PdfParser): XrefEntry {
  const offset = parser.count();
  const generation = parser.count();
  if (parser.accept('n')) return { kind: 'plain', offset, generation };
  parser.expect('f');
  return { kind: 'free' };
}

function readStreamSection(parser: PdfParser, offset: number, budget: WorkBudget): XrefSection {
  parser.at = offset;
  const stream = asKind(parser.indirectObject(() => null).value, 'stream');
  if (!stream || nameOf(stream.dictionary.entries.get('Type')) !== 'XRef') {
    throw new PdfDamage('The cross-references are missing.');
  }
  const direct = (value: PdfValue | undefined) => value ?? null;
  const { entries: keys } = stream.dictionary;
  const size = countOf(keys.get('Size'));
  const widths = counts(keys.get('W'));
  if (size === null || widths.length !== 3) throw unknownForm();
  const data = decodeStream(stream, budget, direct);
  const ranges = keys.has('Index') ? counts(keys.get('Index')) : [0, size];
  // Several ranges may say the same once more.
  budget.read((data.length / Math.max(1, sum(widths))) * COST.entry);
  return { offset, trailer: stream.dictionary, entries: unpackEntries(data, widths, ranges) };
}

/** The rows of a cross-reference stream (ISO 32000-2, 7.5.8.3). */
function unpackEntries(
  data: Uint8Array,
  [kind = 0, second = 0, third = 0]: readonly number[],
  ranges: readonly number[],
): ReadonlyMap<number, XrefEntry> {
  const length = kind + second + third;
  if (length === 0 || length > 20) throw unknownForm();
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  for (let pair = 0; pair + 1 < ranges.length; pair += 2) {
    const [first = 0, count = 0] = ranges.slice(pair, pair + 2);
    if (count > OBJECT_LIMIT || first > OBJECT_LIMIT) throw new PdfDamage('There are too many objects.');
    for (let number = first; number < first + count && at + length <= data.length; number += 1, at += length) {
      const type = kind === 0 ? 1 : bigEndian(data, at, kind);
      const a = bigEndian(data, at + kind, second);
      const b = bigEndian(data, at + kind + second, third);
      entries.set(number, packedEntry(type, a, b));
    }
  }
  return entries;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function unknownForm(): PdfDamage {
  return new PdfDamage('The cross-references are of no known form.');
}

function packedEntry(type: number, a: number, b: number): XrefEntry {
  if (type === 1) return { kind: 'plain', offset: a, generation: b };
  return type === 2 ? { kind: 'packed', stream: a, index: b } : { kind: 'free' };
}

function counts(value: PdfValue | undefined): readonly number[] {
  return (asKind(value, 'array')?.items ?? []).map((item) => {
    const count = countOf(item);
    if (count === null) throw unknownForm();
    return count;
  });
}
