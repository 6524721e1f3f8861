import { deflateSync } from 'node:zlib';

/** An object of a file: its number, and what stands between `obj` and `endobj`. */
type Objects = Readonly<Record<number, string | Uint8Array>>;

const HEAD = '%PDF-1.7\n';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R /Hold 4 0 R >>';
const PAGES = { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', 3: '<< /Type /Page /Parent 2 0 R >>' };

/** A PDF of plain objects; everything that its catalog holds is reached by what looks for scripts. */
function plainPdf(objects: Objects, trailer = ''): Uint8Array {
  const writer = new Writer();
  for (const [number, value] of Object.entries({ 1: CATALOG, ...PAGES, ...objects }))
    writer.object(Number(number), value);
  return writer.end(trailer);
}

class Writer {
  readonly #chunks: Uint8Array[] = [Buffer.from(HEAD)];
  readonly places = new Map<number, number>();
  at = HEAD.length;

  put(chunk: string | Uint8Array): void {
    const bytes = Buffer.from(chunk as string, 'latin1');
    this.#chunks.push(bytes);
    this.at += bytes.length;
  }

  object(number: number, value: string | Uint8Array): void {
    this.places.set(number, this.at);
    this.put(`${number} 0 obj\n`);
    this.put(value);
    this.put('\nendobj\n');
  }

  table(trailer: string): number {
    const start = this.at;
    const rows = [...this.places].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    this.put(`xref\n${rows.join('')}trailer\n<< /Size 9999 /Root 1 0 R ${trailer} >>\n`);
    this.places.clear();
    return start;
  }

  end(trailer: string): Uint8Array {
    const start = this.table(trailer);
    return this.close(start);
  }

  close(start: number): Uint8Array {
    this.put(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.#chunks);
  }
}

function stream(entries: string, data: Uint8Array): Uint8Array {
  const head = `<< ${entries} /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

function packed(entries: string, data: Uint8Array): Uint8Array {
  return stream(`/Filter /FlateDecode ${entries}`, deflateSync(data, { level: 9 }));
}

function repeated(text: string, size: number): string {
  return text.repeat(Math.max(1, Math.floor(size / text.length)));
}

/** A file whose references are in a stream, with object streams that hold the objects from 10 on. */
function packedObjectsPdf(packs: readonly ((number: number) => Pack)[]): Uint8Array {
  const writer = new Writer();
  const references: string[] = [];
  const rows: [number, number, number][] = [];
  for (const [index, packOf] of packs.entries()) {
    const number = 10 + 2 * index;
    const { data, entries } = packOf(number + 1);
    rows[number] = [1, writer.at, 0];
    writer.object(number, packed(`/Type /ObjStm ${entries}`, data));
    rows[number + 1] = [2, number, 0];
    references.push(`${number + 1} 0 R`);
  }
  for (const [number, value] of Object.entries({ 1: CATALOG, ...PAGES, 4: `[${references.join(' ')}]` })) {
    rows[Number(number)] = [1, writer.at, 0];
    writer.object(Number(number), value);
  }
  const last = Math.max(10, rows.length);
  const table = Buffer.alloc((last + 1) * 7);
  for (const [number, row] of rows.entries()) {
    if (!row) continue;
    table.writeUInt8(row[0], number * 7);
    table.writeUInt32BE(row[1], number * 7 + 1);
    table.writeUInt16BE(row[2], number * 7 + 5);
  }
  const start = writer.at;
  table.writeUInt8(1, last * 7);
  table.writeUInt32BE(start, last * 7 + 1);
  writer.object(last, packed(`/Type /XRef /Size ${last + 1} /W [1 4 2] /Root 1 0 R`, table));
  return writer.close(start);
}

/** A file whose newest references are given as they are, in a stream. */
function referencesPdf(entries: string, data: Uint8Array): Uint8Array {
  const writer = new Writer();
  for (const [number, value] of Object.entries({ 1: CATALOG, ...PAGES })) writer.object(Number(number), value);
  const plain = writer.table('');
  const start = writer.at;
  writer.object(9, packed(`/Type /XRef /Root 1 0 R /Prev ${plain} ${entries}`, data));
  return writer.close(start);
}

/** Fields of signatures, all of which leave the same stretch out, so that each is over the whole file. */
function signedManyTimes(size: number, count: number, contents: string): Uint8Array {
  const gapLength = contents.length + 2;
  const build = (gap: number, total: number) => {
    const range = [0, gap, gap + gapLength, total - gap - gapLength].map((value) => String(value).padStart(10, '0'));
    const writer = new Writer();
    writer.object(4, `(${repeated('x', size)})`.slice(0, 7_000_000));
    for (let at = 0; at < size / 7_000_000 - 1; at += 1) writer.object(5_000 + at, `(${'y'.repeat(7_000_000)})`);
    const before = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [${range.join(' ')}] /Contents `;
    const place = writer.at + '6 0 obj\n'.length + before.length;
    writer.object(6, `${before}<${contents}> >>`);
    const fields = Array.from({ length: count }, (_, index) => index + 100);
    for (const number of fields) writer.object(number, `<< /FT /Sig /T (${number}) /V 6 0 R >>`);
    writer.object(
      1,
      `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields.map((n) => `${n} 0 R`).join(' ')}] >> >>`,
    );
    for (const [number, value] of Object.entries(PAGES)) writer.object(Number(number), value);
    return { bytes: writer.end(''), place };
  };
  const draft = build(0, 0);
  return build(draft.place, draft.bytes.length).bytes;
}

/** Saves one upon the other, each with a list of many objects. */
function savedManyTimes(size: number, saves: number): Uint8Array {
  const writer = new Writer();
  for (const [number, value] of Object.entries({ 1: CATALOG, ...PAGES })) writer.object(Number(number), value);
  let previous = writer.table('');
  const rows = Math.floor(size / saves / 20);
  for (let save = 0; save < saves; save += 1) {
    const start = writer.at;
    writer.put(
      `xref\n10 ${rows}\n${'0000000009 00000 n \n'.repeat(rows)}trailer\n<< /Size 9 /Root 1 0 R /Prev ${previous} >>\n`,
    );
    previous = start;
  }
  return writer.close(previous);
}

/** Lists of references each of which holds all the following ones as its own rows. */
function nestedReferences(size: number, sections: number): Uint8Array {
  const writer = new Writer();
  for (const [number, value] of Object.entries({ 1: CATALOG, ...PAGES })) writer.object(Number(number), value);
  const plain = writer.table('');
  const tail = `\nendstream\nendobj\n`;
  // From the inside out, as each says how long it is; the numbers have a fixed width, so that places are known before.
  const headOf = (length: number, previous: number) =>
    `9 0 obj\n<< /Type /XRef /Size 9 /W [0 0 1] /Index [${'10 999990 '.repeat(20)}] /Root 1 0 R /Prev ${String(previous).padStart(9, '0')} /Length ${String(length).padStart(9, '0')} >>\nstream\n`;
  const headLength = headOf(0, 0).length;
  const core = Math.max(1, size - sections * (headLength + tail.length));
  const start = writer.at;
  for (let section = 0; section < sections; section += 1) {
    const inner = sections - section - 1;
    const previous = inner === 0 ? plain : start + (section + 1) * headLength;
    writer.put(headOf(core + inner * (headLength + tail.length), previous));
  }
  writer.put(Buffer.alloc(core, 1));
  writer.put(tail.repeat(sections));
  return writer.close(start);
}

/** What asks a checker for more work than its size suggests, by its shape; each file has about so many bytes. */
export const HOSTILE_SHAPES: Readonly<Record<string, (size: number, cms: string) => Uint8Array>> = {
  'arrays within arrays without end': (size) => plainPdf({ 4: repeated('[', size) }),
  'many small arrays in one': (size) =>
    plainPdf({ 4: `[${repeated('[]', Math.min(size, 3_900_000))}]`, ...wide(size, '[]') }),
  'many small dictionaries': (size) => plainPdf(wide(size, '<</A 1>>')),
  'a dictionary of very many keys': (size) => plainPdf(keyed(size)),
  'names that are all escapes': (size) => plainPdf({ 4: `[${repeated('/#41#42#43#44 ', size)}]` }),
  'a name as long as the file': (size) => plainPdf({ 4: `/${repeated('#41', size)}` }),
  'a number as long as the file': (size) => plainPdf({ 4: repeated('1', size) }),
  'very long strings': (size) => plainPdf(long(size, (length) => `(${repeated('a\\)', length)})`)),
  'very long hexadecimal strings': (size) => plainPdf(long(size, (length) => `<${repeated('4 1', length)}>`)),
  'comments between all words': (size) =>
    plainPdf({ 4: `[${repeated('1 %\n', Math.min(size, 7_900_000))}]`, ...wide(size, '1 %\n') }),
  'white space between all words': (size) => plainPdf({ 4: `[${repeated(`1${' '.repeat(997)}`, size)}]` }),
  'many object streams': (size) =>
    packedObjectsPdf(Array.from({ length: Math.floor(size / 330) }, (_, at) => pack(`(${at})`, noise(at, 100)))),
  'object streams that unpack to very much': (size) =>
    packedObjectsPdf(Array.from({ length: 20 }, () => pack(`[${repeated('[]', Math.min(size / 5, 3_800_000))}]`))),
  'an object stream of very many objects': (size) => packedObjectsPdf([() => manyInOne(size)]),
  'a list of references that unpacks to very much': (size) =>
    referencesPdf(`/Size 1000000 /W [1 1 1] /Index [${'10 999990 '.repeat(40)}]`, Buffer.alloc(size * 4, 1)),
  'references under a filter that takes long': (size) =>
    referencesPdf(`/Size 999999 /W [1 1 1] /DecodeParms << /Predictor 15 /Columns 66 >>`, filtered(size * 4)),
  'a long chain of saves': (size) => savedManyTimes(size, 990),
  'one save with very many objects': (size) => savedManyTimes(size, 1),
  'lists of references within each other': (size) => nestedReferences(size, 20),
  'many marks of signatures': (size) =>
    plainPdf({ 4: `(${repeated('/ByteRange[0 1 ', Math.min(size, 8_000_000))})`, ...traced(size) }),
  'many signatures over all of it': (size, cms) => signedManyTimes(size, 1 + Math.floor(size / 300_000), cms),
  'a signature of very many small parts': (size) =>
    signedManyTimes(size / 10, 1 + Math.floor(size / 1_000_000), berOfParts(Math.min(size / 4, 6_000_000))),
  'signed in between, with a list of notes that all pages share': (size) => sharedNotes(size),
  'objects within the strings of others': (size) => plainPdf({ 4: '[100 0 R]', 100: nestedStrings(size) }),
  'a chain of objects as long as the file': (size) => plainPdf(chained(Math.floor(size / 60))),
};

/** Further objects that the file has room for, of so many small parts each, which a list leads to. */
function wide(size: number, part: string): Objects {
  const each = 1_900_000;
  const count = Math.max(1, Math.floor(size / each));
  const objects: Record<number, string> = {};
  for (let at = 0; at < count; at += 1) objects[100 + at] = `[${repeated(part, Math.min(size, each))}]`;
  return {
    4: `[${Object.keys(objects)
      .map((number) => `${number} 0 R`)
      .join(' ')}]`,
    ...objects,
  };
}

function keyed(size: number): Objects {
  const each = 1_900_000;
  const objects: Record<number, string> = {};
  for (let at = 0; at < Math.max(1, size / each); at += 1) {
    const keys = Array.from({ length: Math.min(size, each) / 10 }, (_, key) => `/${key.toString(36)}${at} 0`);
    objects[100 + at] = `<<${keys.join('')}>>`;
  }
  return {
    4: `[${Object.keys(objects)
      .map((number) => `${number} 0 R`)
      .join(' ')}]`,
    ...objects,
  };
}

function long(size: number, text: (length: number) => string): Objects {
  const each = 7_000_000;
  const objects: Record<number, string> = {};
  for (let at = 0; at < Math.max(1, Math.floor(size / each)); at += 1) objects[100 + at] = text(Math.min(size, each));
  return {
    4: `[${Object.keys(objects)
      .map((number) => `${number} 0 R`)
      .join(' ')}]`,
    ...objects,
  };
}

function traced(size: number): Objects {
  const objects: Record<number, string> = {};
  for (let at = 0; at < Math.floor(size / 8_000_000); at += 1)
    objects[100 + at] = `(${repeated('/ByteRange[0 1 ', 7_900_000)})`;
  return objects;
}

function chained(count: number): Objects {
  const objects: Record<number, string> = { 4: '[100 0 R]' };
  for (let at = 0; at < count; at += 1) objects[100 + at] = `<</Next ${101 + at} 0 R>>`;
  return objects;
}

/** Bytes that begin as a signature does, and consist of parts of two bytes, in hexadecimal. */
function berOfParts(size: number): string {
  const parts = Buffer.alloc(size - (size % 2), Buffer.from([0x05, 0x00]));
  const length = Buffer.from([0x30, 0x84, 0, 0, 0, 0]);
  length.writeUInt32BE(parts.length, 2);
  return Buffer.concat([length, parts]).toString('hex');
}

/** Many pages with one long list of notes, signed, and saved once more. */
function sharedNotes(size: number): Uint8Array {
  const writer = new Writer();
  const pages = Array.from({ length: Math.min(5_000, Math.floor(size / 200)) }, (_, at) => 1_000 + at);
  const gap = `<${'00'.repeat(8)}>`;
  const build = (
    place: number,
    end: number,
  ): { readonly bytes: Uint8Array; readonly place: number; readonly end: number } => {
    const made = new Writer();
    made.object(1, '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>');
    made.object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`);
    for (const page of pages) made.object(page, '<< /Type /Page /Parent 2 0 R /Annots 4 0 R >>');
    made.object(4, `[${repeated('6 0 R ', Math.min(size / 2, 3_000_000))}]`);
    made.object(5, '<< /FT /Sig /T (a) /V 7 0 R >>');
    const range = [0, place, place + gap.length, end - place - gap.length].map((value) =>
      String(value).padStart(10, '0'),
    );
    const before = `<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [${range.join(' ')}] /Contents `;
    const at = made.at + '7 0 obj\n'.length + before.length;
    made.object(7, `${before}${gap} >>`);
    const bytes = made.end('');
    return { bytes, place: at, end: bytes.length };
  };
  const draft = build(0, 0);
  const { bytes } = build(draft.place, draft.end);
  const previous = Number(/startxref\n(\d+)/.exec(Buffer.from(bytes.subarray(-60)).toString('latin1'))?.[1]);
  writer.at = bytes.length;
  writer.object(8, '(added)');
  const added = writer.end(`/Prev ${previous}`).subarray(HEAD.length);
  return Buffer.concat([bytes, added]);
}

/** A string that holds objects with strings that hold objects. */
function nestedStrings(size: number): string {
  const count = Math.floor(size / 2 / '9 0 obj ( endobj)'.length);
  return `${'(9 0 obj '.repeat(count)}${') endobj '.repeat(count - 1)})`;
}

/** What an object stream holds, and what it says of it. */
interface Pack {
  readonly data: Uint8Array;
  readonly entries: string;
}

/** An object stream of one value, with something behind it that nothing leads to. */
function pack(value: string, rest = ''): (number: number) => Pack {
  return (number) => ({
    data: Buffer.from(`${number} 0 ${value}\n${rest}`),
    entries: `/N 1 /First ${`${number} 0 `.length}`,
  });
}

function manyInOne(size: number): Pack {
  const data = Buffer.from(`11 0 ${repeated('0 0 ', size * 2)}0`);
  const count = Math.floor((data.length - 5) / 4);
  return { data, entries: `/N ${count} /First ${data.length - 1}` };
}

/** Rows of the filter that takes longest to undo. */
function filtered(size: number): Uint8Array {
  const data = Buffer.alloc(size, 1);
  for (let at = 0; at < size; at += 67) data[at] = 4;
  return data;
}

/** Text that cannot be packed. */
function noise(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 24) % 26));
  }).join('');
}
