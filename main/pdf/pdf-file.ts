import { type Decryptor, decryptorOf } from './pdf-decrypt.ts';
import { PdfParser } from './pdf-parser.ts';
import { decodeStream } from './pdf-streams.ts';
import {
  asKind,
  countOf,
  dictionaryOf,
  PdfDamage,
  type PdfDictionary,
  type PdfReference,
  type PdfStream,
  type PdfValue,
} from './pdf-values.ts';
import { readXref, type XrefEntry, type XrefSection } from './pdf-xref.ts';
import { type WorkBudget, workBudget } from './work-budget.ts';

/** A PDF as its last save left it; objects are read when they are asked for. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly sections: readonly XrefSection[];
  readonly trailer: PdfDictionary;
  /** The object numbers in use, with where each stands. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** Whether it is encrypted and does not open without a password; then texts and streams mean nothing. */
  readonly isLocked: boolean;
  /** What a reference leads to; every other value is itself. Null for what is not there. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** Where the value behind a reference is written, for other parsers. Null for what is not there. */
  source(reference: PdfReference): PdfSource | null;
  decode(stream: PdfStream): Uint8Array;
}

/** A value in its bytes, which are those of the file or of an unpacked stream; it begins `at` an offset. */
export interface PdfSource {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Opens the bytes as a PDF. @throws {PdfDamage} */
export function openPdf(bytes: Uint8Array, budget: WorkBudget = workBudget(bytes.length)): PdfFile {
  if (!/^%PDF-\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'))) {
    throw new PdfDamage('The file does not begin as a PDF does.');
  }
  const sections = readXref(bytes, budget);
  const [newest] = sections;
  if (!newest) throw new PdfDamage('The cross-references are missing.');
  const objects = new ObjectReader(bytes, merged(sections), budget);
  const decryptor = decryptorFor(newest.trailer, objects);
  if (decryptor) objects.decryptWith(decryptor);
  return {
    bytes,
    sections,
    trailer: newest.trailer,
    entries: objects.entries,
    isLocked: newest.trailer.entries.has('Encrypt') && !decryptor,
    resolve: (value) => objects.resolve(value),
    source: (reference) => objects.source(reference),
    decode: (stream) => decodeStream(stream, budget, (value) => objects.resolve(value)),
  };
}

/** Null for a file that is not encrypted, or needs a password. */
function decryptorFor({ entries }: PdfDictionary, objects: ObjectReader): Decryptor | null {
  const encryption = dictionaryOf(objects.resolve(entries.get('Encrypt')));
  const id = asKind(asKind(objects.resolve(entries.get('ID')), 'array')?.items[0], 'string')?.bytes;
  return encryption && decryptorOf(encryption, id ?? new Uint8Array());
}

/** The catalog, where everything a reader shows begins. */
export function catalogOf(file: PdfFile): PdfDictionary {
  const catalog = dictionaryOf(file.resolve(file.trailer.entries.get('Root')));
  if (!catalog) throw new PdfDamage('The file has no catalog.');
  return catalog;
}

/** A value of a dictionary, with a reference followed. */
export function entryOf(file: PdfFile, dictionary: PdfDictionary | null, key: string): PdfValue {
  return file.resolve(dictionary?.entries.get(key));
}

function merged(sections: readonly XrefSection[]): ReadonlyMap<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>();
  for (const section of sections.toReversed()) {
    // A table calls free what only readers of its stream are to find (ISO 32000-2, 7.5.8.4).
    const stream = section.trailer.entries.get('XRefStm');
    const hidden = stream === undefined ? null : sections.find(({ offset }) => offset === stream)?.entries;
    for (const [number, entry] of section.entries) {
      const shown = entry.kind === 'free' ? hidden?.get(number) : entry;
      if (!shown || shown.kind === 'free') entries.delete(number);
      else entries.set(number, shown);
    }
  }
  return entries;
}

/** An unpacked object stream: the numbers of its objects, and where each begins. */
interface Pack {
  readonly data: Uint8Array;
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
}

class ObjectReader {
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly #bytes: Uint8Array;
  readonly #budget: WorkBudget;
  readonly #known = new Map<number, PdfValue>();
  readonly #packs = new Map<number, Pack>();
  /** Objects being read, so that a length that leads back to its own stream ends. */
  readonly #reading = new Set<number>();
  #decrypt: Decryptor | null = null;

  constructor(bytes: Uint8Array, entries: ReadonlyMap<number, XrefEntry>, budget: WorkBudget) {
    this.#bytes = bytes;
    this.entries = entries;
    this.#budget = budget;
  }

  /** From now on; what was read so far, which says how to decrypt, is plain. */
  decryptWith(decryptor: Decryptor): void {
    this.#decrypt = decryptor;
  }

  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let step = 0; step < 32; step += 1) {
      const reference = asKind(current, 'reference');
      if (!reference) return current;
      current = this.#object(reference);
    }
    throw new PdfDamage('References go in circles.');
  }

  source({ number, generation }: PdfReference): PdfSource | null {
    const entry = this.entries.get(number);
    if (entry?.kind === 'packed') return this.#packed(number, entry);
    if (entry?.kind !== 'plain' || entry.generation !== generation) return null;
    const parser = new PdfParser(this.#bytes, entry.offset);
    const found = { number: parser.count(), generation: parser.count() };
    parser.expect('obj');
    if (found.number !== number || found.generation !== generation) throw misplaced(number);
    return { bytes: this.#bytes, at: parser.at };
  }

  #object(reference: PdfReference): PdfValue {
    const { number } = reference;
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const entry = this.entries.get(number);
    if (!entry || entry.kind === 'free') return null;
    if (this.#reading.has(number)) throw new PdfDamage('References go in circles.');
    this.#reading.add(number);
    const value = entry.kind === 'plain' ? this.#plain(reference, entry) : this.#unpacked(number, entry);
    this.#reading.delete(number);
    this.#known.set(number, value);
    return value;
  }

  #plain({ number, generation }: PdfReference, entry: Extract<XrefEntry, { kind: 'plain' }>): PdfValue {
    if (entry.generation !== generation) return null;
    const parser = new PdfParser(this.#bytes, entry.offset);
    const object = parser.indirectObject((reference) => countOf(this.#object({ kind: 'reference', ...reference })));
    // What a stream holds was not read yet, only stepped over.
    const skipped = asKind(object.value, 'stream')?.data.length ?? 0;
    this.#budget.read(parser.at - entry.offset - skipped);
    if (object.number !== number || object.generation !== generation) throw misplaced(number);
    return this.#decrypt ? this.#decrypt(object.value, number, generation) : object.value;
  }

  #unpacked(number: number, entry: PackedEntry): PdfValue {
    const source = this.#packed(number, entry);
    if (!source) return null;
    const parser = new PdfParser(source.bytes, source.at);
    const value = parser.value();
    this.#budget.read(parser.at - source.at);
    return value;
  }

  #packed(number: number, { stream, index }: PackedEntry): PdfSource | null {
    const pack = this.#packs.get(stream) ?? this.#unpack(stream);
    this.#packs.set(stream, pack);
    const at = pack.offsets[index];
    if (at === undefined) return null;
    // Some readers go by the place, some by the number.
    if (pack.numbers[index] !== number) throw misplaced(number);
    return { bytes: pack.data, at };
  }

  #unpack(number: number): Pack {
    const stream = asKind(this.#object({ kind: 'reference', number, generation: 0 }), 'stream');
    if (!stream) throw new PdfDamage('A pack of objects is missing.');
    const data = decodeStream(stream, this.#budget, (value) => this.resolve(value));
    const first = countOf(stream.dictionary.entries.get('First'));
    const count = countOf(stream.dictionary.entries.get('N'));
    if (first === null || count === null || count > data.length) throw new PdfDamage('A pack of objects is damaged.');
    const table = new PdfParser(data);
    const numbers: number[] = [];
    const offsets: number[] = [];
    for (let index = 0; index < count; index += 1) {
      numbers.push(table.count());
      offsets.push(first + table.count());
    }
    this.#budget.read(table.at);
    return { data, numbers, offsets };
  }
}

type PackedEntry = Extract<XrefEntry, { kind: 'packed' }>;

function misplaced(number: number): PdfDamage {
  return new PdfDamage(`Object ${number} is not where the cross-references say.`);
}
