import { asKind, countOf, PdfDamage, type PdfDictionary, type PdfString, type PdfValue } from './pdf-values.ts';

const DEPTH_LIMIT = 64;
/** Most values within one, and most bytes of a string in parentheses; real ones have a small part of it. */
const VALUE_LIMIT = 2_000_000;
const STRING_LIMIT = 8 * 1024 * 1024;
/** For each byte: 1 white space, 2 a delimiter, 0 a part of a word. */
const BYTE_CLASSES = Uint8Array.from({ length: 256 }, (_, byte) =>
  [0, 9, 10, 12, 13, 32].includes(byte) ? 1 : Buffer.from('()<>[]{}/%').includes(byte) ? 2 : 0,
);
/** What letters behind a backslash stand for: line ends, tab, backspace, form feed. */
const ESCAPES: ReadonlyMap<number, number> = new Map(
  [
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['b', '\b'],
    ['f', '\f'],
  ].map(([letter = '', meant = '']) => [letter.charCodeAt(0), meant.charCodeAt(0)]),
);

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

  /** Whether nothing but white space and comments follows. */
  atEnd(): boolean {
    this.skipSpace();
    return this.at >= this.#bytes.length;
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) this.#skipLine();
      else if (BYTE_CLASSES[byte] === 1) this.at += 1;
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
    const next = this.#peek();
    switch (next) {
      case '':
        throw new PdfDamage('The file ends in the middle of a value.');
      case '/':
        return { kind: 'name', name: this.#name() };
      case '(':
        return this.#literalString();
      case '<':
        return this.#bytes[this.at + 1] === 0x3c ? this.#dictionary(depth, references) : this.#hexString();
      case '[':
        return this.#array(depth, references);
      default:
        return this.#word();
    }
  }

  #word(): PdfValue {
    const text = this.#token();
    if (text === '') throw new PdfDamage(`Unexpected character at byte ${this.at}.`);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
    if (text === 'true' || text === 'false') return text === 'true';
    return text === 'null' ? null : { kind: 'keyword', word: text };
  }

  #array(depth: number, references: boolean): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    while (this.#peek() !== ']') items.push(references ? this.#value(depth + 1) : this.#plain(depth + 1, false));
    this.at += 1;
    return { kind: 'array', items };
  }

  #dictionary(depth: number, references: boolean): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      const next = this.#peek();
      if (next === '>' && this.#bytes[this.at + 1] === 0x3e) break;
      if (next !== '/') throw new PdfDamage(`Expected a key at byte ${this.at}.`);
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
    this.at += 1;
    const token = this.#token();
    return token.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  #hexString(): PdfString {
    const start = this.at;
    const close = this.#bytes.indexOf(0x3e, start);
    if (close < 0) throw new PdfDamage('A string has no end.');
    // A zero byte is white space in PDF.
    const digits = this.#text(start + 1, close)
      .replaceAll('\0', '')
      .replace(/[\t\n\f\r ]+/g, '');
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfDamage(`A string at byte ${start} is not hexadecimal.`);
    this.at = close + 1;
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
    return { kind: 'string', bytes, hex: true, start, end: this.at };
  }

  #literalString(): PdfString {
    const start = this.at;
    const out: number[] = [];
    this.at += 1;
    // Parentheses that pair up belong to the text.
    for (let open = 1; open > 0; ) {
      const byte = this.#bytes[this.at];
      if (byte === undefined || out.length > STRING_LIMIT) throw new PdfDamage('A string has no end.');
      this.at += 1;
      if (byte === 0x5c) {
        this.#escape(out);
        continue;
      }
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open > 0) out.push(byte);
    }
    return { kind: 'string', bytes: Uint8Array.from(out), hex: false, start, end: this.at };
  }

  #escape(out: number[]): void {
    const rest = this.#text(this.at, this.at + 3);
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
    if (octal !== undefined) {
      out.push(Number.parseInt(octal, 8) & 0xff);
      this.at += octal.length;
      return;
    }
    const lineEnd = /^(\r\n|\r|\n)/.exec(rest)?.[0];
    const byte = this.#bytes[this.at];
    this.at += lineEnd?.length ?? 1;
    if (lineEnd === undefined && byte !== undefined) out.push(ESCAPES.get(byte) ?? byte);
  }

  #token(): string {
    const start = this.at;
    while (!this.#endsToken(this.at)) this.at += 1;
    return this.#text(start, this.at);
  }

  #text(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end);
  }

  #endsToken(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === undefined || BYTE_CLASSES[byte] !== 0;
  }

  #peek(): string {
    this.skipSpace();
    const byte = this.#bytes[this.at];
    return byte === undefined ? '' : String.fromCharCode(byte);
  }

  #skipLine(): void {
    while (this.at < this.#bytes.length && this.#bytes[this.at] !== 10 && this.#bytes[this.at] !== 13) this.at += 1;
  }
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
