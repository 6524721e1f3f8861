import { openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { pagesOf } from '#main/pdf/pdf-pages.ts';
import { asKind, countOf, dictionaryOf, type PdfDictionary, type PdfValue } from '#main/pdf/pdf-values.ts';

/** Objects by number, as PDF text. */
export type Objects = Readonly<Record<number, string>>;

interface Update {
  /** Entries of the trailer beside `Size`, `Root` and `Prev`; null takes one of these away. */
  readonly trailer?: Readonly<Record<string, string | null>>;
  /** Numbers that the update says are free. */
  readonly free?: readonly number[];
  /** Numbers of objects that the update lists once more, where they stand. */
  readonly again?: readonly number[];
}

/**
 * Appends an incremental update to a PDF, as any editor can: objects, a cross-reference table and a
 * trailer that leads back to what was there.
 */
export function appendUpdate(
  pdf: Uint8Array,
  objects: Objects,
  { trailer = {}, free = [], again = [] }: Update = {},
): Uint8Array {
  const before = Buffer.from(pdf).toString('latin1');
  const file = openPdf(pdf);
  const numbers = Object.keys(objects).map(Number);
  let text = '\n';
  const entries = numbers.map((number) => {
    const offset = before.length + text.length;
    text += `${number} 0 obj\n${objects[number]}\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  for (const number of free) entries.push(`${number} 1\n0000000000 00001 f \n`);
  for (const number of again) {
    const entry = file.entries.get(number);
    if (entry?.kind === 'plain') entries.push(`${number} 1\n${String(entry.offset).padStart(10, '0')} 00000 n \n`);
  }
  const table = before.length + text.length;
  const stated = {
    Size: String(Math.max(nextNumber(pdf), ...numbers.map((number) => number + 1))),
    Root: written(file.trailer.entries.get('Root')),
    Prev: String(file.sections[0]?.offset),
    ...trailer,
  };
  const lines = Object.entries(stated).flatMap(([key, value]) => (value === null ? [] : [`/${key} ${value}`]));
  text += `xref\n${entries.join('') || '0 0\n'}trailer\n<< ${lines.join(' ')} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(before + text, 'latin1');
}

/** Number of the next object that a PDF does not have yet. */
export function nextNumber(pdf: Uint8Array): number {
  return countOf(openPdf(pdf).trailer.entries.get('Size')) ?? 0;
}

/** An object as the last update left it; every value is written with one space around it. */
export function objectText(pdf: Uint8Array, number: number): string {
  return textOfObject(openPdf(pdf), number);
}

/** An object with some entries of its dictionary set, or taken out with null. */
export function withEntries(pdf: Uint8Array, number: number, entries: Readonly<Record<string, string | null>>): string {
  const file = openPdf(pdf);
  const value = file.resolve({ kind: 'reference', number, generation: 0 });
  const dictionary = dictionaryOf(value);
  if (!dictionary) throw new Error(`Object ${number} has no dictionary`);
  const kept = [...dictionary.entries].filter(([key]) => !(key in entries)).map(([key, part]) => [key, written(part)]);
  const set = Object.entries(entries).filter(([, text]) => text !== null);
  const text = `<< ${[...kept, ...set].map(([key, part]) => `/${key} ${part}`).join(' ')} >>`;
  return text + streamText(value);
}

/** The value of an entry of an object, as PDF text; references are not followed. */
export function entryText(pdf: Uint8Array, number: number, key: string): string {
  return written(dictionaryOf(openPdf(pdf).resolve({ kind: 'reference', number, generation: 0 }))?.entries.get(key));
}

/** Number of the object that the trailer names as the catalog. */
export function catalogNumber(pdf: Uint8Array): number {
  return asKind(openPdf(pdf).trailer.entries.get('Root'), 'reference')?.number ?? 0;
}

/** Numbers of all pages, in their order. */
export function pageNumbers(pdf: Uint8Array): readonly number[] {
  return (pagesOf(openPdf(pdf)) ?? []).map(({ number }) => number);
}

/** Numbers of the objects whose dictionary is such as asked for. */
export function objectsWith(pdf: Uint8Array, wanted: (dictionary: PdfDictionary) => boolean): readonly number[] {
  const file = openPdf(pdf);
  return [...file.entries.keys()].filter((number) => {
    const dictionary = dictionaryOf(file.resolve({ kind: 'reference', number, generation: 0 }));
    return dictionary !== null && wanted(dictionary);
  });
}

/** The bytes with one bit turned. */
export function flipBit(pdf: Uint8Array, bit: number): Uint8Array {
  const bytes = Uint8Array.from(pdf);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes;
}

function textOfObject(file: PdfFile, number: number): string {
  const value = file.resolve({ kind: 'reference', number, generation: 0 });
  return written(dictionaryOf(value) ?? value) + streamText(value);
}

function streamText(value: PdfValue): string {
  const stream = asKind(value, 'stream');
  return stream ? `\nstream\n${Buffer.from(stream.data).toString('latin1')}\nendstream` : '';
}

function written(value: PdfValue | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  switch (value.kind) {
    case 'name':
      return `/${value.name.replace(/[^A-Za-z0-9_.+-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
    case 'keyword':
      return value.word;
    case 'reference':
      return `${value.number} ${value.generation} R`;
    case 'string':
      return `<${Buffer.from(value.bytes).toString('hex')}>`;
    case 'array':
      return `[${value.items.map(written).join(' ')}]`;
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, part]) => `/${key} ${written(part)}`).join(' ')} >>`;
    case 'stream':
      return written(value.dictionary);
  }
}

/** With its first page turned after the last signature: altered, although everything else can be read. */
export function turned(pdf: Uint8Array): Uint8Array {
  const [page = 0] = pageNumbers(pdf);
  return appendUpdate(pdf, { [page]: withEntries(pdf, page, { Rotate: '180' }) });
}
