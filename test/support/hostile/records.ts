import { deflateSync } from 'node:zlib';
import { HOSTILE_SHAPES } from '../hostile-files.ts';
import { filesOf, nested, noise } from './hostile-file.ts';

/** About so many bytes for each of the shapes. */
const SIZE = 3_000_000;

/** A PDF of objects with a right list of where they lie. @param root of the trailer */
function pdf(objects: Readonly<Record<number, string | Buffer>>, trailer = '/Root 1 0 R'): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = 9;
  const rows: string[] = [];
  for (const [number, value] of Object.entries(objects)) {
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    const chunk = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(value), Buffer.from('\nendobj\n')]);
    chunks.push(chunk);
    at += chunk.length;
  }
  chunks.push(Buffer.from(`xref\n${rows.join('')}trailer\n<< /Size 9999 ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 100 100] >>';

const stream = (entries: string, data: Buffer) =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
const packed = (data: Buffer, entries = '') =>
  stream(`/Filter /FlateDecode ${entries}`, deflateSync(data, { level: 9 }));

/** One page with this content. */
const page = (content: Buffer) => pdf({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: content });

/** With a file in it that says it is a review. */
function attached(data: Buffer, name = 'groundwork-review.json'): Buffer {
  return pdf({
    1: `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(${name}) 5 0 R] >> >> /AF [5 0 R] >>`,
    2: PAGES,
    3: PAGE,
    4: stream('', Buffer.from('BT ET')),
    5: `<< /Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Data /EF << /F 6 0 R >> >>`,
    6: packed(data, '/Type /EmbeddedFile'),
  });
}

/** Packed again and again. */
function packedTimes(times: number): Buffer {
  let data: Buffer = Buffer.alloc(10_000_000);
  for (let time = 0; time < times; time++) data = deflateSync(data, { level: 9 });
  return stream(`/Filter [${'/FlateDecode '.repeat(times)}]`, data);
}

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);

/** Records to be checked and brought in. */
export const HOSTILE_RECORDS = filesOf('record', {
  ...Object.fromEntries(Object.entries(HOSTILE_SHAPES).map(([name, make]) => [name, () => make(SIZE, '3000')])),
  'a page that unpacks to 200 MB': () => page(packed(zeros(200))),
  'a page packed four times': () => page(packedTimes(4)),
  'a page under fifty filters': () => page(stream(`/Filter [${'/FlateDecode '.repeat(50)}]`, deflateSync(zeros(1)))),
  'a page under filters of letters': () =>
    page(stream('/Filter [/ASCII85Decode /ASCIIHexDecode /RunLengthDecode]', Buffer.from('z'.repeat(1_000_000)))),
  'a review that unpacks to 200 MB': () => attached(zeros(200)),
  'a review that is nested': () => attached(Buffer.from(nested(200_000, '[', ']', '1'))),
  'a review of a million keys': () =>
    attached(Buffer.from(`{${Array.from({ length: 400_000 }, (_, at) => `"k${at}":0`).join()}}`)),
  'a review of noise': () => attached(noise(2_000_000)),
  'a review that is the record': () => attached(page(packed(zeros(1)))),
  'a review by a name that leads elsewhere': () => attached(Buffer.from('{}'), '../../groundwork-review.json'),
  'references that lead to themselves': () =>
    Buffer.from(
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n',
    ),
  'references in a circle of streams': () =>
    Buffer.from(
      '%PDF-1.7\n9 0 obj\n<< /Type /XRef /Size 1 /W [1 1 1] /Prev 9 /Root 1 0 R /Length 3 >>\nstream\n\0\0\0\nendstream\nendobj\nstartxref\n9\n%%EOF\n',
    ),
  'pages that are their own children': () => pdf({ 1: CATALOG, 2: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>' }),
  'pages within pages without end': () =>
    pdf({
      1: CATALOG,
      ...Object.fromEntries(
        Array.from({ length: 20_000 }, (_, at) => [at + 2, `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`]),
      ),
    }),
  'a value that refers to itself': () => pdf({ 1: '1 0 R' }),
  'values in a circle': () => pdf({ 1: '2 0 R', 2: '3 0 R', 3: '1 0 R' }),
  'a length that is the stream': () =>
    pdf({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: '<< /Length 4 0 R >>\nstream\nx\nendstream' }),
  'a length beyond the file': () =>
    pdf({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: '<< /Length 99999999999 >>\nstream\nx\nendstream' }),
  'a length below nothing': () => pdf({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: '<< /Length -1 >>\nstream\nx\nendstream' }),
  'an object stream of itself': () =>
    pdf({ 1: CATALOG, 7: stream('/Type /ObjStm /N 1 /First 4 /Extends 7 0 R', Buffer.from('7 0 null')) }),
  'more objects than numbers': () =>
    pdf({ 1: CATALOG, 7: stream('/Type /ObjStm /N 999999999 /First 4', Buffer.from('8 0 1')) }),
  'a start beyond the file': () => Buffer.from('%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF\n'),
  'a start before the file': () => Buffer.from('%PDF-1.7\nstartxref\n-5\n%%EOF\n'),
  'a million ends': () => Buffer.from(`%PDF-1.7\n${'startxref\n9\n%%EOF\n'.repeat(60_000)}`),
  'a head without a body': () => Buffer.from('%PDF-1.7\n'),
  'a head at the end': () => Buffer.concat([noise(900_000), Buffer.from('\n%PDF-1.7\nstartxref\n0\n%%EOF\n')]),
  'a ZIP as well': () =>
    Buffer.concat([pdf({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: 'null' }), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]),
  'encrypted by nothing known': () =>
    pdf(
      { 1: CATALOG, 2: '<< /Filter /Standard /V 99 /R 99 /O (x) /U (y) /P -1 >>' },
      '/Root 1 0 R /Encrypt 2 0 R /ID [(a) (b)]',
    ),
  'encrypted with a key of a million bits': () =>
    pdf(
      { 1: CATALOG, 2: '<< /Filter /Standard /V 5 /R 6 /Length 1000000 /O (x) /U (y) /OE (x) /UE (y) /P -1 >>' },
      '/Root 1 0 R /Encrypt 2 0 R /ID [(a) (b)]',
    ),
  'a form with fields in a circle': () =>
    pdf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>',
      2: PAGES,
      3: PAGE,
      4: 'null',
      5: '<< /Kids [5 0 R 5 0 R] /FT /Sig >>',
    }),
  'a signature over what is not there': () =>
    pdf({
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>',
      2: PAGES,
      3: PAGE,
      4: 'null',
      5: '<< /FT /Sig /T (a) /V << /Type /Sig /ByteRange [0 99999999999 -5 1e9] /Contents <30> >> >>',
    }),
  'a script': () =>
    pdf({
      1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> >>',
      2: PAGES,
      3: PAGE,
      4: 'null',
    }),
  'nothing but zero bytes': () => zeros(3),
});
