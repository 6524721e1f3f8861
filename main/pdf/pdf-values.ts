import { sameBytes } from '#main/files/same-bytes.ts';
/** The file is not a PDF that can be read, or reading it would take more than is reasonable. */
export class PdfDamage extends Error {
  override readonly name = 'PdfDamage';
}

interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** `start` and `end`: where it stands in the file, delimiters included. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  readonly start: number;
  readonly end: number;
}

export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** `data`: as it stands in the file, not decoded. */
export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  readonly data: Uint8Array;
}

interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

/** An operator of a content stream, or any other bare word. */
interface PdfKeyword {
  readonly kind: 'keyword';
  readonly word: string;
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfArray
  | PdfDictionary
  | PdfStream
  | PdfKeyword;

type Kind = Exclude<PdfValue, null | boolean | number>['kind'];

/** The value if it is of a kind, otherwise null. */
export function asKind<K extends Kind>(value: PdfValue | undefined, kind: K): Extract<PdfValue, { kind: K }> | null {
  return typeof value === 'object' && value !== null && value.kind === kind
    ? (value as Extract<PdfValue, { kind: K }>)
    : null;
}

/** The dictionary that a value is or, for a stream, has. */
export function dictionaryOf(value: PdfValue | undefined): PdfDictionary | null {
  return asKind(value, 'stream')?.dictionary ?? asKind(value, 'dictionary');
}

/** The name if the value is one, without its slash. */
export function nameOf(value: PdfValue | undefined): string | null {
  return asKind(value, 'name')?.name ?? null;
}

/** A number without fraction that is not negative. */
export function countOf(value: PdfValue | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** A text string as people read it: UTF-16, UTF-8 or PDFDocEncoding (of which Latin-1 is the part we meet). */
export function textOf(value: PdfValue | undefined): string | null {
  const string = asKind(value, 'string');
  if (!string) return null;
  const { bytes } = string;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3));
  return Buffer.from(bytes).toString('latin1');
}

/** Whether two values say the same; where they stand in a file plays no part. */
export function sameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  switch (left.kind) {
    case 'name':
      return right.kind === 'name' && left.name === right.name;
    case 'keyword':
      return right.kind === 'keyword' && left.word === right.word;
    case 'reference':
      return right.kind === 'reference' && left.number === right.number && left.generation === right.generation;
    case 'string':
      return right.kind === 'string' && sameBytes(left.bytes, right.bytes);
    case 'array':
      return right.kind === 'array' && sameItems(left.items, right.items);
    case 'dictionary':
      return right.kind === 'dictionary' && sameDictionary(left, right);
    case 'stream':
      return (
        right.kind === 'stream' && sameDictionary(left.dictionary, right.dictionary) && sameBytes(left.data, right.data)
      );
  }
}

/** Whether two dictionaries say the same, but for the keys named. */
export function sameDictionary(left: PdfDictionary, right: PdfDictionary, except: readonly string[] = []): boolean {
  if (left === right) return true;
  const keys = new Set([...left.entries.keys(), ...right.entries.keys()]);
  for (const key of except) keys.delete(key);
  return [...keys].every((key) => sameValue(left.entries.get(key), right.entries.get(key)));
}

/** The number that `width` bytes write, the highest byte first; bytes behind the end count as zero. */
export function bigEndian(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = at; index < at + width; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}

function sameItems(left: readonly PdfValue[], right: readonly PdfValue[]): boolean {
  return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
}
