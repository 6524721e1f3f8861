import { openPdf } from '../../main/verify/pdf-file.ts';
import { PdfParser } from '../../main/verify/pdf-parser.ts';
import { pagesOf } from '../../main/verify/revisions.ts';

/** Objects by number, as PDF text. */
export type Objects = Readonly<Record<number, string>>;

/**
 * Appends an incremental update to a PDF, as any editor can: objects, a cross-reference table and a
 * trailer that leads back to what was there.
 */
export function appendUpdate(pdf: Uint8Array, objects: Objects): Uint8Array {
  const before = Buffer.from(pdf).toString('latin1');
  const start = lastMatch(before, /startxref\s+(\d+)/g);
  const root = lastMatch(before, /\/Root\s+(\d+ \d+ R)/g);
  const size = Number(lastMatch(before, /\/Size\s+(\d+)/g));
  const numbers = Object.keys(objects).map(Number);
  let text = '\n';
  const entries = numbers.map((number) => {
    const offset = before.length + text.length;
    text += `${number} 0 obj\n${objects[number]}\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = before.length + text.length;
  const bound = Math.max(size, ...numbers.map((number) => number + 1));
  text += `xref\n${entries.join('')}trailer\n<< /Size ${bound} /Root ${root} /Prev ${start} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(before + text, 'latin1');
}

/** Number of the next object that a PDF does not have yet. */
export function nextNumber(pdf: Uint8Array): number {
  return Number(lastMatch(Buffer.from(pdf).toString('latin1'), /\/Size\s+(\d+)/g));
}

/** An object as the last update left it; of a stream, its dictionary. */
export function objectText(pdf: Uint8Array, number: number): string {
  const source = openPdf(pdf).source({ kind: 'reference', number, generation: 0 });
  if (!source) throw new Error(`The PDF has no object ${number}`);
  const parser = new PdfParser(source.bytes, source.at);
  parser.value();
  return Buffer.from(source.bytes.subarray(source.at, parser.at)).toString('latin1');
}

/** Number of the object that the trailer names as the catalog. */
export function catalogNumber(pdf: Uint8Array): number {
  return Number(lastMatch(Buffer.from(pdf).toString('latin1'), /\/Root\s+(\d+) 0 R/g));
}

/** Numbers of all pages, in order. */
export function pageNumbers(pdf: Uint8Array): readonly number[] {
  return (pagesOf(openPdf(pdf)) ?? []).map(({ number }) => number);
}

/** The bytes with one bit turned. */
export function flipBit(pdf: Uint8Array, bit: number): Uint8Array {
  const bytes = Uint8Array.from(pdf);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes;
}

function lastMatch(text: string, pattern: RegExp): string {
  const found = [...text.matchAll(pattern)].at(-1)?.[1];
  if (found === undefined) throw new Error(`The PDF has nothing like ${pattern}`);
  return found;
}
