import { catalogOf, entryOf, type PdfFile } from './pdf-file.ts';
import {
  asKind,
  countOf,
  dictionaryOf,
  nameOf,
  PdfDamage,
  type PdfDictionary,
  type PdfString,
  type PdfValue,
  textOf,
} from './pdf-values.ts';

/** A signature of a PDF as its dictionary states it; nothing of it is checked yet. */
export interface FoundSignature {
  readonly field: string;
  readonly dictionary: PdfDictionary;
  /** Number of the object that is the field, where it has one. */
  readonly object: number | null;
  readonly subFilter: string;
  readonly name: string;
  readonly reason: string;
  /** As the dictionary says it, `D:2026…`. */
  readonly date: string;
  readonly contents: PdfString | null;
  /** Start and length of the parts that are signed. */
  readonly byteRange: readonly number[] | null;
}

const FIELD_LIMIT = 5_000;
const SIGNATURE_LIMIT = 64;
const DEPTH_LIMIT = 16;

/** All signatures that a reader of the file would show, in the order of the form. */
export function findSignatures(file: PdfFile): readonly FoundSignature[] {
  const form = dictionaryOf(entryOf(file, catalogOf(file), 'AcroForm'));
  const found: FoundSignature[] = [];
  let seen = 0;
  const visit = (value: PdfValue, inherited: string, type: string | null, depth: number): void => {
    seen += 1;
    if (seen > FIELD_LIMIT || depth > DEPTH_LIMIT) throw new PdfDamage('The form has too many fields.');
    const field = dictionaryOf(file.resolve(value));
    if (!field) return;
    const own = textOf(entryOf(file, field, 'T'));
    const title = [inherited, own].filter(Boolean).join('.');
    const kind = nameOf(entryOf(file, field, 'FT')) ?? type;
    for (const kid of asKind(entryOf(file, field, 'Kids'), 'array')?.items ?? []) visit(kid, title, kind, depth + 1);
    const dictionary = dictionaryOf(entryOf(file, field, 'V'));
    if (kind !== 'Sig' || !dictionary) return;
    found.push(readSignature(file, dictionary, title, asKind(value, 'reference')?.number ?? null));
    if (found.length > SIGNATURE_LIMIT) throw new PdfDamage('The file has more signatures than are checked here.');
  };
  for (const field of asKind(entryOf(file, form, 'Fields'), 'array')?.items ?? []) visit(field, '', null, 0);
  return found;
}

function readSignature(file: PdfFile, dictionary: PdfDictionary, field: string, object: number | null): FoundSignature {
  const text = (key: string) => textOf(entryOf(file, dictionary, key)) ?? '';
  const range = asKind(entryOf(file, dictionary, 'ByteRange'), 'array')?.items.map((item) => countOf(item));
  const numbers = range?.filter((number): number is number => number !== null);
  return {
    field,
    dictionary,
    object,
    subFilter: nameOf(entryOf(file, dictionary, 'SubFilter')) ?? '',
    name: text('Name'),
    reason: text('Reason'),
    date: text('M'),
    contents: asKind(entryOf(file, dictionary, 'Contents'), 'string'),
    byteRange: numbers && numbers.length === range?.length ? numbers : null,
  };
}

/** Whether bytes look as if the file had been signed at some time, however damaged it is now. */
export function hasTraceOfSignature(bytes: Uint8Array): boolean {
  return traces(bytes) > 0;
}

/** How many signatures the bytes show traces of. */
export function traces(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1)) {
    if (/^\/ByteRange\s*\[\s*0\s+\d/.test(file.toString('latin1', at, at + 40))) count += 1;
  }
  return count;
}

/** How far a signature reaches. */
export interface Coverage {
  /** Whether the byte range is everything from the start of the file to `end`, but for the signature itself. */
  readonly whole: boolean;
  /** Where the signed part ends. */
  readonly end: number;
  /** Whether the signed part ends as a saved file does. */
  readonly endsRevision: boolean;
}

export function coverageOf(file: PdfFile, { byteRange, contents }: FoundSignature): Coverage {
  const [start, length, second, rest] = byteRange ?? [];
  if (start === undefined || length === undefined || second === undefined || rest === undefined || !contents) {
    return { whole: false, end: 0, endsRevision: false };
  }
  const end = second + rest;
  const whole =
    byteRange?.length === 4 &&
    start === 0 &&
    contents.hex &&
    length === contents.start &&
    second === contents.end &&
    end <= file.bytes.length &&
    end > second;
  const tail = Buffer.from(file.bytes.subarray(Math.max(0, end - 16), end)).toString('latin1');
  return { whole, end, endsRevision: whole && /%%EOF(\r\n|\r|\n)?$/.test(tail) };
}

/** The parts of a file that a signature is over. */
export function signedParts(file: PdfFile, { byteRange }: FoundSignature): readonly Uint8Array[] {
  const [start = 0, length = 0, second = 0, rest = 0] = byteRange ?? [];
  return [file.bytes.subarray(start, start + length), file.bytes.subarray(second, second + rest)];
}

/**
 * The DER of a signature without the zeros that fill up its room. Null when the room holds anything
 * else: what is not signed must not be able to hide something or to be changed unnoticed.
 */
export function signatureDer(file: PdfFile, { contents }: FoundSignature): Uint8Array | null {
  if (!contents) return null;
  const { bytes } = contents;
  const length = derLength(bytes);
  if (length === null || length > bytes.length || bytes.subarray(length).some((byte) => byte !== 0)) return null;
  const written = Buffer.from(file.bytes.subarray(contents.start + 1, contents.end - 1)).toString('latin1');
  const digits = written.slice(0, 2 * length);
  const isOneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  return isOneCase && written.length === 2 * bytes.length ? bytes.subarray(0, length) : null;
}

/** Length of the DER value that bytes begin with, header included. */
function derLength(bytes: Uint8Array): number | null {
  const [tag, first] = bytes;
  if (tag !== 0x30 || first === undefined) return null;
  if (first < 0x80) return 2 + first;
  const size = first & 0x7f;
  if (size === 0 || size > 4) return null;
  let length = 0;
  for (const byte of bytes.subarray(2, 2 + size)) length = length * 256 + byte;
  return 2 + size + length;
}
