import { PDFContext, PDFDict, PDFName, type PDFObject, PDFObjectParser, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { decode, latin1, numberOf, PdfUnreadable } from './attachment-decode.ts';
import { readCrossReferences } from './attachment-places.ts';

/** Largest inflated table or group of objects, in bytes; those of a thousand pages have one. */
const STRUCTURE_LIMIT = 16 * 1024 * 1024;
/** Longest chain of references; in a sound file one leads to the object. */
const CHAIN_LIMIT = 16;
/** PDF allows rubbish before the header, and counts its offsets from there. */
const HEADER_WITHIN = 1024;

/** Single objects of a PDF that may come from anywhere. */
export interface PdfFile {
  /** The document catalogue. */
  readonly root: PDFDict;
  /** Follows references; null for what is not there. */
  resolve(value: PDFObject | undefined): PDFObject | null;
  get(dict: PDFDict, key: string): PDFObject | null;
  dict(dict: PDFDict, key: string): PDFDict | null;
  /** Content of a stream, of at most `limit` bytes. @throws {PdfUnreadable} */
  decode(stream: PDFRawStream, limit: number): Uint8Array;
}

/**
 * Opens a PDF without loading it: objects are parsed one by one as they are asked for, so that a hostile
 * file costs no more than a sound one. Null for what is no PDF. Nothing in the file is ever executed.
 * @throws {PdfUnreadable} and, for nonsense, whatever the parser throws.
 */
export function openPdf(bytes: Uint8Array): PdfFile | null {
  const start = latin1(bytes, 0, HEADER_WITHIN).indexOf('%PDF-');
  if (start < 0) return null;
  const body = bytes.subarray(start);
  const context = PDFContext.create();
  const parse = (at: Uint8Array) => PDFObjectParser.forBytes(at, context).parseObject();
  const parseAt = (offset: number) => parse(body.subarray(offset + objectHeader(body, offset).length));

  const { places, trailer } = readCrossReferences(body, {
    parse,
    parseAt,
    inflate: (stream) => decode(stream, STRUCTURE_LIMIT),
  });
  const groups = new Map<number, readonly PDFObject[]>();

  function object(number: number): PDFObject | null {
    const place = places.get(number);
    if (!place) return null;
    if (place.kind === 'in-stream') return group(place.stream)[place.index] ?? null;
    const header = objectHeader(body, place.offset);
    // A cross-reference that points at another object makes two readers see two documents.
    if (header.number !== number) throw new PdfUnreadable('The PDF is damaged: its table of contents is wrong.');
    return parseAt(place.offset);
  }

  /** The objects of an object stream, in order. */
  function group(number: number): readonly PDFObject[] {
    const known = groups.get(number);
    if (known) return known;
    const place = places.get(number);
    const stream = place?.kind === 'offset' ? parseAt(place.offset) : null;
    if (!(stream instanceof PDFRawStream)) return [];
    const content = decode(stream, STRUCTURE_LIMIT);
    const first = numberOf(stream.dict.get(PDFName.of('First')));
    const offsets = latin1(content, 0, first).trim().split(/\s+/).map(Number);
    const objects = offsets.flatMap((offset, index) =>
      index % 2 === 1 ? [parse(content.subarray(first + offset))] : [],
    );
    groups.set(number, objects);
    return objects;
  }

  function resolve(value: PDFObject | undefined): PDFObject | null {
    let current: PDFObject | null = value ?? null;
    for (let step = 0; current instanceof PDFRef; step += 1) {
      if (step > CHAIN_LIMIT) throw new PdfUnreadable('The PDF is damaged: its references go in circles.');
      current = object(current.objectNumber);
    }
    return current;
  }

  const get = (dict: PDFDict, key: string) => resolve(dict.get(PDFName.of(key)));
  const dict = (parent: PDFDict, key: string) => {
    const value = get(parent, key);
    return value instanceof PDFDict ? value : null;
  };
  if (trailer.has(PDFName.of('Encrypt'))) {
    throw new PdfUnreadable('The PDF is encrypted. Save it without a password, then try again.');
  }
  const root = dict(trailer, 'Root');
  if (!root) throw new PdfUnreadable('The PDF is damaged: it has no catalogue.');
  return { root, resolve, get, dict, decode };
}

/** `12 0 obj` and its length. @throws {PdfUnreadable} */
function objectHeader(bytes: Uint8Array, offset: number): { readonly number: number; readonly length: number } {
  const found = /^\s*(\d{1,10})\s+\d{1,5}\s+obj/.exec(latin1(bytes, offset, 64));
  if (!found) throw new PdfUnreadable('The PDF is damaged: an object is not where it should be.');
  return { number: Number(found[1]), length: found[0].length };
}
