import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFRawStream } from '@cantoo/pdf-lib';

/** Why a file cannot be read, in words for a person. */
export class PdfUnreadable extends Error {}

const UNKNOWN_PACKING = 'The PDF is packed in a way that Groundwork does not read.';
const TOO_LARGE = 'The PDF holds more than Groundwork reads at once.';

/** Content of a stream, of at most `limit` bytes. @throws {PdfUnreadable} */
export function decode(stream: PDFRawStream, limit: number): Uint8Array {
  const filters = list(stream.dict.get(PDFName.of('Filter')));
  if (filters.length === 0) return bounded(stream.contents, limit);
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode')) {
    throw new PdfUnreadable(UNKNOWN_PACKING);
  }
  try {
    const content = inflateSync(stream.contents, { maxOutputLength: limit });
    return unpredict(content, list(stream.dict.get(PDFName.of('DecodeParms')))[0]);
  } catch (error) {
    if (error instanceof PdfUnreadable) throw error;
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new PdfUnreadable(isLarge ? TOO_LARGE : 'The PDF is damaged: a part of it cannot be unpacked.');
  }
}

function bounded(content: Uint8Array, limit: number): Uint8Array {
  if (content.byteLength > limit) throw new PdfUnreadable(TOO_LARGE);
  return content;
}

/** Undoes the PNG predictor “up”, which is what cross-reference streams come with. */
function unpredict(content: Uint8Array, parameters: PDFObject | undefined): Uint8Array {
  if (!(parameters instanceof PDFDict)) return content;
  const predictor = parameters.get(PDFName.of('Predictor'));
  if (predictor === undefined || numberOf(predictor) === 1) return content;
  const width = numberOf(parameters.get(PDFName.of('Columns')) ?? PDFNumber.of(1));
  const rows = Math.floor(content.byteLength / (width + 1));
  const plain = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const [kind, ...line] = content.subarray(row * (width + 1), (row + 1) * (width + 1));
    if (kind !== 0 && kind !== 2) throw new PdfUnreadable(UNKNOWN_PACKING);
    const above = kind === 2 && row > 0 ? plain.subarray((row - 1) * width, row * width) : [];
    plain.set(
      line.map((byte, column) => byte + (above[column] ?? 0)),
      row * width,
    );
  }
  return plain;
}

function list(value: PDFObject | undefined): readonly PDFObject[] {
  if (value instanceof PDFArray) return value.asArray();
  return value ? [value] : [];
}

/** @throws {PdfUnreadable} for anything but a whole number from zero. */
export function numberOf(value: PDFObject | undefined): number {
  const number = value instanceof PDFNumber ? value.asNumber() : Number.NaN;
  if (!Number.isSafeInteger(number) || number < 0) throw new PdfUnreadable('The PDF is damaged: a number is missing.');
  return number;
}

/** A stretch of bytes as text, one character a byte. */
export function latin1(bytes: Uint8Array, offset: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', offset, offset + length);
}
