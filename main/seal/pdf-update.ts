import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
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
 * The bytes of one incremental update (ISO 32000-1, 7.5.6) with a plain cross-reference table: what
 * stood before stays as it is, byte for byte, and these objects are new or replace earlier ones.
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
    .map(([ref, object]) => {
      put(latin1('\n'));
      const entry = { ref, offset };
      put(latin1(`${ref.objectNumber} ${ref.generationNumber} obj\n`));
      starts.set(ref, offset);
      put(object instanceof Uint8Array ? object : written(object));
      put(latin1('\nendobj\n'));
      return entry;
    });
  const tableAt = offset;
  put(latin1(crossReferences(entries)));
  put(latin1('trailer\n'));
  put(written(trailerOf(tables, objects, createHash('sha256').update(pdf).digest())));
  put(latin1(['', 'startxref', tableAt, '%%EOF', ''].join('\n')));
  return { bytes: Buffer.concat(chunks), starts };
}

/** An object of pdf-lib as bytes. */
function written(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

interface Entry {
  readonly ref: PDFRef;
  readonly offset: number;
}

function crossReferences(entries: readonly Entry[]): string {
  const sections: Entry[][] = [];
  for (const entry of entries) {
    const last = sections.at(-1);
    if (last?.at(-1)?.ref.objectNumber === entry.ref.objectNumber - 1) last.push(entry);
    else sections.push([entry]);
  }
  const lines = sections.flatMap((section) => [
    `${section[0]?.ref.objectNumber} ${section.length}\n`,
    ...section.map(({ ref, offset }) => `${digits(offset, 10)} ${digits(ref.generationNumber, 5)} n \n`),
  ]);
  return `xref\n${lines.join('')}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** As the last one, with a new second part of the file's id, which says that this is a later revision. */
function trailerOf(
  { trailer, startXref, nextNumber, context }: PdfTables,
  objects: ReadonlyMap<PDFRef, UpdatedObject>,
  digestBefore: Uint8Array,
): PDFDict {
  const updated = PDFDict.withContext(context);
  for (const key of ['Root', 'Info']) {
    const value = trailer.get(PDFName.of(key));
    if (value) updated.set(PDFName.of(key), value);
  }
  const revisionId = PDFHexString.of(Buffer.from(digestBefore.subarray(0, 16)).toString('hex').toUpperCase());
  const ids = trailer.get(PDFName.of('ID'));
  const id = PDFArray.withContext(context);
  id.push(ids instanceof PDFArray ? ids.get(0) : revisionId);
  id.push(revisionId);
  updated.set(PDFName.of('ID'), id);
  const numbers = [...objects.keys()].map((ref) => ref.objectNumber + 1);
  updated.set(PDFName.of('Size'), PDFNumber.of(Math.max(nextNumber, ...numbers)));
  updated.set(PDFName.of('Prev'), PDFNumber.of(startXref));
  return updated;
}
