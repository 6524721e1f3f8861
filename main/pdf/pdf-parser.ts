import {
  BACKSLASH,
  BYTE_CLASSES,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  ESCAPES,
  GREATER,
  isDigit,
  LESS,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  SLASH,
  shortNumber,
  wordIn,
} from './pdf-bytes.ts';
import { asKind, countOf, PdfDamage, type PdfDictionary, type PdfString, type PdfValue } from './pdf-values.ts';

const DEPTH_LIMIT = 64;
/** Most values within one, and most bytes of a string in parentheses; real ones have a small part of it. */
const VALUE_LIMIT = 2_000_000;
const STRING_LIMIT = 8 * 1024 * 1024;
/** Looks up the value of a `/Length` that stands in another object. */
export type LengthLookup = (reference: { readonly number: number; readonly generation: number }) => number | null;

/** Reads PDF syntax (ISO 32000-2, 7.2 and 7.3) from bytes. Nothing is executed or followed. */
export class PdfParser {
  readonly #bytes: Buffer;
  #values = 0;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  /** How many values the last one that was read consists of. */
  get values(): number {
    return this.#values;
  }

  /** Whether nothing but white space and comments follows. */
  atEnd(): boolean {
    this.skipSpace();
    return this.at >= this.#bytes.length;
  }

  skipSpace(): void {
    const bytes = this.#bytes;
    while (this.at < bytes.length) {
      const byte = bytes[this.at] ?? 0;
      if (BYTE_CLASSES[byte] === 1) this.at += 1;
      else if (byte === PERCENT) this.#skipLine();
      else return;
    }
  }

  /** Takes a word if it is next. */
  accept(word: string): boolean {
    this.skipSpace();
    const end = this.at + word.length;
    const isNext = this.#bytes[this.at] === word.charCodeAt(0) && this.#text(this.at, end) === word;
    if (!isNext || !this.#endsToken(end)) return false;
    this.at = end;
    return true;
  }

  expect(word: string): void {
    if (!this.accept(word)) throw new PdfDamage(`Expected “${word}” at byte ${this.at}.`);
  }

  /** A whole number that is not negative. */
  count(): number {
    this.#values = 0;
    const value = countOf(this.#plain(0));
    if (value === null) throw new PdfDamage(`Expected a number before byte ${this.at}.`);
    return value;
  }

  /** The next value; a word of its own is a keyword. `references: false` in content streams. */
  value({ references = true }: { readonly references?: boolean } = {}): PdfValue {
    this.#values = 0;
    return references ? this.#value(0) : this.#plain(0, false);
  }

  /** An object with its number, `12 0 obj … endobj`. */
  indirectObject(lengthOf: LengthLookup): {
    readonly number: number;
    readonly generation: number;
    readonly value: PdfValue;
  } {
    const number = this.count();
    const generation = this.count();
    this.expect('obj');
    this.#values = 0;
    const value = this.#value(0);
    const dictionary = asKind(value, 'dictionary');
    if (!dictionary || !this.accept('stream')) {
      this.expect('endobj');
      return { number, generation, value };
    }
    return { number, generation, value: { kind: 'stream', dictionary, data: this.#streamData(dictionary, lengthOf) } };
  }

  #streamData(dictionary: PdfDictionary, lengthOf: LengthLookup): Uint8Array {
    if (this.#bytes[this.at] === 13) this.at += 1;
    if (this.#bytes[this.at] === 10) this.at += 1;
    const stated = dictionary.entries.get('Length');
    const reference = asKind(stated, 'reference');
    const length = reference ? lengthOf(reference) : countOf(stated);
    if (length === null || this.at + length > this.#bytes.length) throw new PdfDamage('A stream has no usable length.');
    const data = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    this.expect('endstream');
    this.expect('endobj');
    return data;
  }

  /** As `#plain`, but `12 0 R` is one value. */
  #value(depth: number): PdfValue {
    const value = this.#plain(depth);
    const number = countOf(value);
    if (number === null) return value;
    const after = this.at;
    const generation = isDigit(this.#peek()) ? countOf(this.#plain(depth)) : null;
    if (generation !== null && this.accept('R')) return { kind: 'reference', number, generation };
    this.at = after;
    return value;
  }

  #plain(depth: number, references = true): PdfValue {
    this.#values += 1;
    if (depth > DEPTH_LIMIT || this.#values > VALUE_LIMIT) throw new PdfDamage('A value holds too many others.');
    switch (this.#peek()) {
      case undefined:
        throw new PdfDamage('The file ends in the middle of a value.');
      case SLASH:
        return { kind: 'name', name: this.#name() };
      case OPEN_PARENTHESIS:
        return this.#literalString();
      case LESS:
        return this.#bytes[this.at + 1] === LESS ? this.#dictionary(depth, references) : this.#hexString();
      case OPEN_BRACKET:
        return this.#array(depth, references);
      default:
        return this.#word();
    }
  }

  #word(): PdfValue {
    const start = this.at;
    this.#skipWord();
    const number = shortNumber(this.#bytes, start, this.at);
    if (number !== null) return number;
    const text = wordIn(this.#bytes, start, this.at);
    if (text === '') throw new PdfDamage(`Unexpected character at byte ${this.at}.`);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
    if (text === 'true' || text === 'false') return text === 'true';
    return text === 'null' ? null : { kind: 'keyword', word: text };
  }

  #array(depth: number, references: boolean): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    while (this.#peek() !== CLOSE_BRACKET)
      items.push(references ? this.#value(depth + 1) : this.#plain(depth + 1, false));
    this.at += 1;
    return { kind: 'array', items };
  }

  #dictionary(depth: number, references: boolean): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      const next = this.#peek();
      if (next === GREATER && this.#bytes[this.at + 1] === GREATER) break;
      if (next !== SLASH) throw new PdfDamage(`Expected a key at byte ${this.at}.`);
      const key = this.#name();
      const value = references ? this.#value(depth + 1) : this.#plain(depth + 1, false);
      // Readers differ in which of the two they use, so such a file would say different things to different people.
      if (entries.has(key)) throw new PdfDamage(`The key “${key.slice(0, 40)}” stands twice in one dictionary.`);
      entries.set(key, value);
    }
    this.at += 2;
    return { kind: 'dictionary', entries };
  }

  #name(): string {
    const start = this.at + 1;
    this.at = start;
    this.#skipWord();
    const token = wordIn(this.#bytes, start, this.at);
    if (!token.includes('#')) return token;
    return token.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  #hexString(): PdfString {
    const start = this.at;
    const close = this.#bytes.indexOf(GREATER, start);
    if (close < 0) throw new PdfDamage('A string has no end.');
    this.at = close + 1;
    const text = this.#text(start + 1, close);
    const bytes = Buffer.from(text, 'hex');
    // It is decoded up to what is no digit; most strings hold nothing else.
    const isPlain = 2 * bytes.length === text.length;
    return { kind: 'string', bytes: isPlain ? bytes : spacedHex(text, start), hex: true, start, end: this.at };
  }

  #literalString(): PdfString {
    const start = this.at;
    const close = this.#closingParenthesis(start);
    const out = new Uint8Array(close - start - 1);
    let length = 0;
    for (this.at = start + 1; this.at < close; ) {
      const byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      const meant = byte === BACKSLASH ? this.#escaped() : byte;
      if (meant === null) continue;
      out[length] = meant;
      length += 1;
    }
    this.at = close + 1;
    return { kind: 'string', bytes: out.subarray(0, length), hex: false, start, end: this.at };
  }

  /** Where a string ends. Parentheses that pair up belong to the text. */
  #closingParenthesis(start: number): number {
    let open = 1;
    for (let at = start + 1; at - start <= STRING_LIMIT; at += 1) {
      const byte = this.#bytes[at];
      if (byte === undefined) break;
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN_PARENTHESIS) open += 1;
      else if (byte === CLOSE_PARENTHESIS) open -= 1;
      if (open === 0) return at;
    }
    throw new PdfDamage('A string has no end.');
  }

  /** The byte that stands behind a backslash for another one; null for a line end, which stands for nothing. */
  #escaped(): number | null {
    const rest = this.#text(this.at, this.at + 3);
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return Number.parseInt(octal, 8) & 0xff;
    }
    const lineEnd = /^(\r\n|\r|\n)/.exec(rest)?.[0];
    const byte = this.#bytes[this.at];
    this.at += lineEnd?.length ?? 1;
    return lineEnd !== undefined || byte === undefined ? null : (ESCAPES.get(byte) ?? byte);
  }

  #skipWord(): void {
    const bytes = this.#bytes;
    let at = this.at;
    while (at < bytes.length && BYTE_CLASSES[bytes[at] ?? 0] === 0) at += 1;
    this.at = at;
  }

  #text(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end);
  }

  #endsToken(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === undefined || BYTE_CLASSES[byte] !== 0;
  }

  #peek(): number | undefined {
    this.skipSpace();
    return this.#bytes[this.at];
  }

  #skipLine(): void {
    while (this.at < this.#bytes.length && this.#bytes[this.at] !== 10 && this.#bytes[this.at] !== 13) this.at += 1;
  }
}

/** What a hexadecimal string holds that has white space in it, or a last digit without its pair. */
function spacedHex(text: string, start: number): Uint8Array {
  // A zero byte is white space in PDF.
  const digits = text.replaceAll('\0', '').replace(/[\t\n\f\r ]+/g, '');
  if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfDamage(`A string at byte ${start} is not hexadecimal.`);
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}
