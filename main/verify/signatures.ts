import { sameBytes } from '#main/files/same-bytes.ts';
import { catalogOf, entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
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
} from '#main/pdf/pdf-values.ts';

/** A signature of a PDF as its dictionary states it; nothing of it is checked yet. */
export interface FoundSignature {
  readonly dictionary: PdfDictionary;
  readonly subFilter: string;
  readonly name: string;
  readonly reason: string;
  /** As the dictionary says it, `D:2026…`. */
  readonly date: string;
  /** Name of its field. */
  readonly fieldName: string;
  readonly contents: PdfString | null;
  /** Start and length of the parts that are signed. */
  readonly byteRange: readonly number[] | null;
}

const FIELD_LIMIT = 5_000;
const SIGNATURE_LIMIT = 64;
/** Most that is reported of a name or a reason, in characters. */
const TEXT_LIMIT = 2_000;
const DEPTH_LIMIT = 16;

/** How many signatures stand behind rights that a reader was given (reader-extended forms): no field shows them. */
export function rightsSignatures(file: PdfFile): number {
  const permissions = dictionaryOf(entryOf(file, catalogOf(file), 'Perms'));
  return ['UR', 'UR3'].filter((key) => dictionaryOf(entryOf(file, permissions, key)) !== null).length;
}

/** All signatures that a reader of the file would show, in the order of the form. */
export function findSignatures(file: PdfFile): readonly FoundSignature[] {
  const form = dictionaryOf(entryOf(file, catalogOf(file), 'AcroForm'));
  const found: FoundSignature[] = [];
  let seen = 0;
  const visit = (value: PdfValue, type: string | null, depth: number): void => {
    seen += 1;
    if (seen > FIELD_LIMIT || depth > DEPTH_LIMIT) throw new PdfDamage('The form has too many fields.');
    const field = dictionaryOf(file.resolve(value));
    const kind = nameOf(entryOf(file, field, 'FT')) ?? type;
    for (const kid of asKind(entryOf(file, field, 'Kids'), 'array')?.items ?? []) visit(kid, kind, depth + 1);
    const dictionary = dictionaryOf(entryOf(file, field, 'V'));
    if (kind !== 'Sig' || !dictionary) return;
    found.push(readSignature(file, dictionary, textOf(entryOf(file, field, 'T')) ?? ''));
    if (found.length > SIGNATURE_LIMIT) throw new PdfDamage('The file has more signatures than are checked here.');
  };
  for (const field of asKind(entryOf(file, form, 'Fields'), 'array')?.items ?? []) visit(field, null, 0);
  return found;
}

function readSignature(file: PdfFile, dictionary: PdfDictionary, fieldName: string): FoundSignature {
  const text = (key: string) => (textOf(entryOf(file, dictionary, key)) ?? '').slice(0, TEXT_LIMIT);
  const range = asKind(entryOf(file, dictionary, 'ByteRange'), 'array')?.items.map((item) => countOf(item));
  const numbers = range?.filter((number): number is number => number !== null);
  return {
    dictionary,
    subFilter: nameOf(entryOf(file, dictionary, 'SubFilter')) ?? '',
    name: text('Name'),
    reason: text('Reason'),
    date: text('M'),
    fieldName,
    contents: asKind(entryOf(file, dictionary, 'Contents'), 'string'),
    byteRange: numbers && numbers.length === range?.length ? numbers : null,
  };
}

/** Whether bytes look as if the file had been signed at some time, however damaged it is now. */
export function hasTraceOfSignature(bytes: Uint8Array): boolean {
  return statedRanges(bytes).length > 0;
}

/** How many signatures the bytes show traces of: ranges that leave out a string, and not just the words for one. */
export function traces(bytes: Uint8Array): number {
  return statedRanges(bytes).filter(
    ([gap = 0, end = 0]) => gap + 2 < end && bytes[gap] === 0x3c && bytes[end - 1] === 0x3e,
  ).length;
}

/** Where the gap of each byte range begins and ends, as far as the bytes say. */
function statedRanges(bytes: Uint8Array): readonly (readonly number[])[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges: number[][] = [];
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1)) {
    const stated = /^\/ByteRange\s*\[\s*0\s+(\d+)(?:\s+(\d+))?/.exec(file.toString('latin1', at, at + 64));
    if (stated) ranges.push(stated.slice(1).map(Number));
  }
  return ranges;
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

/**
 * How far a signature reaches by its byte range; whether it fits is another matter.
 * @param isForeign whether another program made it: some sign the brackets around the signature, too, or end with an
 * empty line more.
 */
export function coverageOf(file: PdfFile, { byteRange, contents }: FoundSignature, isForeign: boolean): Coverage {
  const [start, length, second, rest] = byteRange ?? [];
  if (second === undefined || rest === undefined || !contents) {
    return { whole: false, end: 0, endsRevision: false };
  }
  const end = second + rest;
  const whole =
    byteRange?.length === 4 &&
    start === 0 &&
    contents.hex &&
    (length === contents.start || (isForeign && length === contents.start + 1)) &&
    (second === contents.end || (isForeign && second === contents.end - 1)) &&
    end <= file.bytes.length &&
    end > second;
  const tail = Buffer.from(file.bytes.subarray(Math.max(0, end - 16), end)).toString('latin1');
  return { whole, end, endsRevision: whole && (isForeign ? /%%EOF\s*$/ : /%%EOF(\r\n|\r|\n)?$/).test(tail) };
}

/** The parts of a file that a signature is over. */
export function signedParts(file: PdfFile, { byteRange }: FoundSignature): readonly Uint8Array[] {
  const [start = 0, length = 0, second = 0, rest = 0] = byteRange ?? [];
  return [file.bytes.subarray(start, start + length), file.bytes.subarray(second, second + rest)];
}

/**
 * The bytes of a signature with the zeros that fill up its room; null when they are not what stands in the file:
 * what is not signed must not be able to hide something or to be changed unnoticed.
 */
export function signatureRoom(
  file: Pick<PdfFile, 'bytes'>,
  { contents }: Pick<FoundSignature, 'contents'>,
  isForeign: boolean,
): Uint8Array | null {
  if (!contents) return null;
  const written = Buffer.from(file.bytes.subarray(contents.start + 1, contents.end - 1)).toString('latin1');
  const isOneCase = isForeign || written === written.toLowerCase();
  // A dictionary that is packed says where it stands in its pack, and something else may stand there in the file.
  const isThere = isForeign || written.length === 2 * contents.bytes.length;
  const isSame = sameBytes(Buffer.from(written.replace(/\s+/g, ''), 'hex'), contents.bytes);
  return isOneCase && isThere && isSame ? contents.bytes : null;
}
