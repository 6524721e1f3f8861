import type { Decryptor } from './pdf-decrypt.ts';
import { PdfParser } from './pdf-parser.ts';
import { decodeStream } from './pdf-streams.ts';
import { asKind, countOf, PdfDamage, type PdfReference, type PdfStream, type PdfValue } from './pdf-values.ts';
import type { XrefEntry } from './pdf-xref.ts';
import { COST, type WorkBudget } from './work-budget.ts';

/** A value in its bytes, which are those of the file or of an unpacked stream; it begins `at` an offset. */
export interface PdfSource {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** An object as it stands in the file. */
interface PlainObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Where it ends. */
  readonly end: number;
  /** What reading it took, as `WorkBudget` counts it; what a stream holds is only stepped over. */
  readonly cost: number;
}

/** An unpacked object stream: the numbers of its objects, where each begins, and the values that were read already. */
interface Pack {
  readonly data: Uint8Array;
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
  readonly values: Map<number, { readonly value: PdfValue; readonly cost: number }>;
}

/**
 * What was read of the bytes of a file, by where it stands. The states that a file had before its later saves hold the
 * same at the same places, so nothing is read twice for them.
 */
export class ReadObjects {
  readonly plain = new Map<number, PlainObject>();
  readonly packs = new Map<PdfStream, Pack>();
}

/** What taking a value costs that was read before: it is looked at again, which takes a part of the time. */
const AGAIN = 1 / 8;

/** Reads the objects of a file when they are asked for. */
export class ObjectReader {
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly #bytes: Uint8Array;
  readonly #budget: WorkBudget;
  readonly #read: ReadObjects;
  readonly #known = new Map<number, PdfValue>();
  readonly #packs = new Map<PdfStream, Pack>();
  /** Objects being read, so that a length that leads back to its own stream ends. */
  readonly #reading = new Set<number>();
  #decrypt: Decryptor | null = null;

  constructor(bytes: Uint8Array, entries: ReadonlyMap<number, XrefEntry>, budget: WorkBudget, read: ReadObjects) {
    this.#bytes = bytes;
    this.entries = entries;
    this.#budget = budget;
    this.#read = read;
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
    const object = this.#objectAt(entry.offset);
    if (object.number !== number || object.generation !== generation) throw misplaced(number);
    return this.#decrypt ? this.#decrypt(object.value, number, generation) : object.value;
  }

  #objectAt(offset: number): PlainObject {
    const known = this.#read.plain.get(offset);
    if (known && known.end < this.#bytes.length) {
      this.#budget.read(known.cost * AGAIN);
      return known;
    }
    const parser = new PdfParser(this.#bytes, offset);
    let isWhole = true;
    const found = parser.indirectObject((reference) => {
      // Its length stands elsewhere, and may have been another one before.
      isWhole = false;
      return countOf(this.#object({ kind: 'reference', ...reference }));
    });
    const skipped = asKind(found.value, 'stream')?.data.length ?? 0;
    const cost = parser.at - offset - skipped + parser.values * COST.value;
    const object = { ...found, end: parser.at, cost };
    this.#budget.read(cost);
    // What ends with the bytes may go on in a later state of the file.
    if (isWhole && object.end < this.#bytes.length) this.#read.plain.set(offset, object);
    return object;
  }

  #unpacked(number: number, { stream, index }: PackedEntry): PdfValue {
    const pack = this.#packOf(stream);
    const at = placeIn(pack, number, index);
    if (at === null) return null;
    const known = pack.values.get(index);
    if (known) {
      this.#budget.read(known.cost * AGAIN);
      return known.value;
    }
    const parser = new PdfParser(pack.data, at);
    const value = parser.value();
    const cost = parser.at - at + parser.values * COST.value;
    this.#budget.read(cost);
    pack.values.set(index, { value, cost });
    return value;
  }

  #packed(number: number, { stream, index }: PackedEntry): PdfSource | null {
    const pack = this.#packOf(stream);
    const at = placeIn(pack, number, index);
    return at === null ? null : { bytes: pack.data, at };
  }

  #packOf(number: number): Pack {
    const stream = asKind(this.#object({ kind: 'reference', number, generation: 0 }), 'stream');
    if (!stream) throw new PdfDamage('A pack of objects is missing.');
    // How it is packed may be said elsewhere, and have been said otherwise before.
    const packs = saysHowPacked(stream) ? this.#read.packs : this.#packs;
    const pack = packs.get(stream) ?? this.#unpack(stream);
    packs.set(stream, pack);
    return pack;
  }

  #unpack(stream: PdfStream): Pack {
    const data = decodeStream(stream, this.#budget, (value) => this.resolve(value));
    const first = countOf(stream.dictionary.entries.get('First'));
    const count = countOf(stream.dictionary.entries.get('N'));
    if (first === null || count === null || count > data.length) throw new PdfDamage('A pack of objects is damaged.');
    this.#budget.read(2 * count * COST.value);
    const table = new PdfParser(data);
    const numbers: number[] = [];
    const offsets: number[] = [];
    for (let index = 0; index < count; index += 1) {
      numbers.push(table.count());
      offsets.push(first + table.count());
    }
    return { data, numbers, offsets, values: new Map() };
  }
}

type PackedEntry = Extract<XrefEntry, { kind: 'packed' }>;

/** Whether everything that unpacking it takes stands in the stream itself. */
function saysHowPacked({ dictionary }: PdfStream): boolean {
  const isDirect = (value: PdfValue | undefined): boolean =>
    asKind(value, 'reference') === null &&
    (asKind(value, 'array')?.items ?? [...(asKind(value, 'dictionary')?.entries.values() ?? [])]).every(isDirect);
  return ['Filter', 'F', 'DecodeParms'].every((key) => isDirect(dictionary.entries.get(key)));
}

/** Where an object begins in its pack; null when it is not there. */
function placeIn({ numbers, offsets }: Pack, number: number, index: number): number | null {
  const at = offsets[index];
  if (at === undefined) return null;
  // Some readers go by the place, some by the number.
  if (numbers[index] !== number) throw misplaced(number);
  return at;
}

function misplaced(number: number): PdfDamage {
  return new PdfDamage(`Object ${number} is not where the cross-references say.`);
}
