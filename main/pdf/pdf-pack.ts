import { deflate, type Packing } from './deflate.ts';

/** An object of a PDF: its number, and its value as it is written between `obj` and `endobj`. */
export interface NumberedValue {
  readonly number: number;
  readonly value: Buffer;
}

/** Objects in one stream. A larger number packs better, but reading one object unpacks the whole stream. */
const PACK_SIZE = 200;

/** What a row of the cross-references says: nothing, a place in the file, or a pack and a place in it. */
type Row = readonly [kind: 0 | 1 | 2, where: number, index: number];

const FREE_ROW: Row = [0, 0, 0];

/**
 * Writes a whole PDF of given objects as compactly as PDF 1.5 allows: all objects but streams go into object
 * streams, and the cross-references into a stream of their own (ISO 32000-1, 7.5.7 and 7.5.8).
 * @param head the first lines of the file
 * @param objects all of generation 0; the file must not be encrypted
 * @param trailer entries of the trailer but its size
 */
export function packedPdf(
  head: Uint8Array,
  objects: readonly NumberedValue[],
  trailer: string,
  packing: Packing = 'smallest',
): Uint8Array {
  const rows = new Map<number, Row>();
  const chunks: Uint8Array[] = [head];
  let at = head.byteLength;
  const put = (number: number, value: Uint8Array) => {
    const begin = latin1(`${number} 0 obj\n`);
    rows.set(number, [1, at, 0]);
    chunks.push(begin, value, END_OF_OBJECT);
    at += begin.byteLength + value.byteLength + END_OF_OBJECT.byteLength;
  };
  const sorted = objects.toSorted((left, right) => left.number - right.number);
  let next = 1 + (sorted.at(-1)?.number ?? 0);
  const rest: NumberedValue[] = [];
  for (const object of sorted) {
    if (isStream(object)) put(object.number, object.value);
    else rest.push(object);
  }
  for (let from = 0; from < rest.length; from += PACK_SIZE) {
    const pack = rest.slice(from, from + PACK_SIZE);
    for (const [index, { number }] of pack.entries()) rows.set(number, [2, next, index]);
    put(next++, packOf(pack, packing));
  }
  const start = at;
  rows.set(next, [1, start, 0]);
  put(next, crossReferences(rows, next + 1, trailer, packing));
  return Buffer.concat([...chunks, latin1(`startxref\n${start}\n%%EOF\n`)]);
}

function isStream({ value }: NumberedValue): boolean {
  return /endstream\s*$/.test(value.toString('latin1', Math.max(0, value.byteLength - 16)));
}

/** An object stream: numbers and offsets of its objects, then the objects. */
function packOf(objects: readonly NumberedValue[], packing: Packing): Uint8Array {
  const index: string[] = [];
  let at = 0;
  for (const { number, value } of objects) {
    index.push(`${number} ${at}`);
    at += value.byteLength + 1;
  }
  const head = latin1(`${index.join(' ')}\n`);
  const data = Buffer.concat([head, ...objects.flatMap(({ value }) => [value, LINE_END])]);
  return stream(`/Type /ObjStm /N ${objects.length} /First ${head.byteLength}`, data, packing);
}

function crossReferences(rows: ReadonlyMap<number, Row>, size: number, trailer: string, packing: Packing): Uint8Array {
  const widest = [...rows.values()].reduce((most, [, where]) => Math.max(most, where), 0);
  const width = Math.ceil(widest.toString(16).length / 2);
  const columns = width + 2;
  const table = Buffer.alloc(size * columns);
  // One byte more a row for the number of its filter.
  const filtered = Buffer.alloc(size * (columns + 1));
  for (let number = 0; number < size; number++) {
    const [kind, where, index] = rows.get(number) ?? FREE_ROW;
    const row = number * columns;
    table.writeUInt8(kind, row);
    table.writeUIntBE(where, row + 1, width);
    table.writeUInt8(index, row + 1 + width);
    filtered.writeUInt8(UP_FILTER, row + number);
    for (let at = row; at < row + columns; at++) {
      filtered.writeUInt8(((table[at] ?? 0) - (table[at - columns] ?? 0)) & 0xff, at + number + 1);
    }
  }
  const form = `/Type /XRef /Size ${size} /W [1 ${width} 1]`;
  if (packing === 'none') return stream(`${form} ${trailer}`, table, packing);
  return stream(`${form} /DecodeParms << /Predictor 12 /Columns ${columns} >> ${trailer}`, filtered, packing);
}

/** The PNG filter that states each byte as its difference from the one above, which is nearly always the same. */
const UP_FILTER = 2;

function stream(entries: string, data: Uint8Array, packing: Packing): Uint8Array {
  const packed = packing === 'none' ? data : deflate(data);
  const filter = packing === 'none' ? '' : ' /Filter /FlateDecode';
  const head = `<< ${entries}${filter} /Length ${packed.byteLength} >>\nstream\n`;
  return Buffer.concat([latin1(head), packed, latin1('\nendstream')]);
}

const LINE_END = latin1('\n');
const END_OF_OBJECT = latin1('\nendobj\n');

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
