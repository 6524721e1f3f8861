import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { PdfTables } from './pdf-tables.ts';

/** An object of an update: one of pdf-lib's, or one already written out. */
export type UpdatedObject = PDFObject | Uint8Array;

/** An update that is to follow a PDF, and where in the whole its objects' contents start. */
export interface Update {
  readonly bytes: Uint8Array;
  /** Offset of each object's content, behind `obj` and the line break, in the PDF and its update. */
  readonly starts: ReadonlyMap<PDFRef, number>;
}

/**
 * The bytes of one incremental update (ISO 32000-1, 7.5.6): what stood before stays as it is, byte for byte,
 * and these objects are new or replace earlier ones. Cross-references are of the kind that the file has.
 */
export function incrementalUpdate(
  pdf: Uint8Array,
  tables: PdfTables,
  objects: ReadonlyMap<PDFRef, UpdatedObject>,
): Update {
  const chunks: Uint8Array[] = [];
  let offset = pdf.byteLength;
  const put = (bytes: Uint8Array) => {
    chunks.push(bytes);
    offset += bytes.byteLength;
  };
  const starts = new Map<PDFRef, number>();
  const entries = [...objects]
    .toSorted(([left], [right]) => left.objectNumber - right.objectNumber)
    .map(([ref, object]): Entry => {
      put(latin1('\n'));
      const entry = { number: ref.objectNumber, generation: ref.generationNumber, offset };
      put(latin1(`${entry.number} ${entry.generation} obj\n`));
      starts.set(ref, offset);
      put(object instanceof Uint8Array ? object : objectBytes(object));
      put(latin1('\nendobj\n'));
      return entry;
    });
  const start = offset;
  const size = Math.max(tables.nextNumber, ...entries.map(({ number }) => number + 1));
  const trailer = trailerOf(tables, createHash('sha256').update(pdf).digest());
  put((tables.isStream ? referenceStream : referenceTable)(entries, { size, start, trailer }));
  put(latin1(['', 'startxref', start, '%%EOF', ''].join('\n')));
  return { bytes: Buffer.concat(chunks), starts };
}

/** An object of pdf-lib as bytes. */
function objectBytes(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** Text of a PDF as bytes, one for each character. */
export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

interface Entry {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

interface References {
  /** One more than the highest number of an object. */
  readonly size: number;
  /** Where the cross-references stand. */
  readonly start: number;
  readonly trailer: PDFDict;
}

/** Cross-references as a table with its trailer. */
function referenceTable(entries: readonly Entry[], { size, trailer }: References): Uint8Array {
  const lines = inSections(entries).flatMap((section) => [
    `${section[0]?.number} ${section.length}\n`,
    ...section.map(({ offset, generation }) => `${paddedDigits(offset, 10)} ${paddedDigits(generation, 5)} n \n`),
  ]);
  trailer.set(PDFName.of('Size'), trailer.context.obj(size));
  return Buffer.concat([latin1(`xref\n${lines.join('')}trailer\n`), objectBytes(trailer)]);
}

const OFFSET_WIDTH = 4;
const GENERATION_WIDTH = 2;

/** Cross-references as a stream, which is an object itself and listed in its own rows. */
function referenceStream(entries: readonly Entry[], { size, start, trailer }: References): Uint8Array {
  const all = [...entries, { number: size, generation: 0, offset: start }];
  const rows = all.map(({ offset, generation }) => {
    const row = Buffer.from([1, ...Buffer.alloc(OFFSET_WIDTH + GENERATION_WIDTH)]);
    row.writeUIntBE(offset, 1, OFFSET_WIDTH);
    row.writeUIntBE(generation, 1 + OFFSET_WIDTH, GENERATION_WIDTH);
    return row;
  });
  const { context } = trailer;
  for (const [key, value] of [
    ['Type', context.obj('XRef')],
    ['Size', context.obj(size + 1)],
    ['W', context.obj([1, OFFSET_WIDTH, GENERATION_WIDTH])],
    ['Index', context.obj(inSections(all).flatMap((section) => [section[0]?.number ?? 0, section.length]))],
    ['Length', context.obj(Buffer.concat(rows).byteLength)],
  ] as const) {
    trailer.set(PDFName.of(key), value);
  }
  const head = latin1(`${size} 0 obj\n`);
  return Buffer.concat([head, objectBytes(trailer), latin1('\nstream\n'), ...rows, latin1('\nendstream\nendobj')]);
}

/** Entries grouped into runs of consecutive numbers. */
function inSections(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const sections: Entry[][] = [];
  for (const entry of entries) {
    const last = sections.at(-1);
    if (last?.at(-1)?.number === entry.number - 1) last.push(entry);
    else sections.push([entry]);
  }
  return sections;
}

function paddedDigits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The trailer of the last section, with a new second part of the file's id, which marks a later revision. */
function trailerOf({ root, info, id, startXref, context }: PdfTables, digestBefore: Uint8Array): PDFDict {
  const trailer = PDFDict.withContext(context);
  trailer.set(PDFName.of('Root'), root);
  if (info) trailer.set(PDFName.of('Info'), info);
  const revisionId = digestBefore.subarray(0, 16);
  trailer.set(PDFName.of('ID'), context.obj([hexString(id ?? revisionId), hexString(revisionId)]));
  trailer.set(PDFName.of('Prev'), context.obj(startXref));
  return trailer;
}

function hexString(bytes: Uint8Array): PDFHexString {
  return PDFHexString.of(Buffer.from(bytes).toString('hex').toUpperCase());
}
