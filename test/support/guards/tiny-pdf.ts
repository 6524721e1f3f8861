import { openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { appendUpdate, type Objects } from '../pdf-forgery.ts';

/** A stream as PDF text. @param entries further ones of its dictionary */
export const stream = (text: string, entries = '') =>
  `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`;

/** Three pages with nothing on them, as objects 1 (catalog) to 6 (their content). */
const PAGES: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>',
  3: '<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>',
  4: '<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>',
  5: '<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>',
  6: stream('q Q'),
};

/** A page of `PAGES` with further entries. */
export const page = (entries: string) => `<< /Type /Page /Parent 2 0 R /Contents 6 0 R ${entries} >>`;
export const catalog = (entries: string) => `<< /Type /Catalog /Pages 2 0 R ${entries} >>`;

/** A whole PDF of a few objects, whose catalog is object 1; those of three empty pages unless others are given. */
function tinyPdf(objects: Objects): Uint8Array {
  const all = { ...PAGES, ...objects };
  let text = '%PDF-1.7\n';
  const rows = Object.entries(all).map(([number, value]) => {
    const offset = text.length;
    text += `${number} 0 obj\n${value}\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = Math.max(...Object.keys(all).map(Number)) + 1;
  const table = text.length;
  text += `xref\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A first page that shows such codes, of two bytes each, in a font with such a map, as objects from 20. */
export function pageShowing(map: string, codes: string, entries = '/Resources << /Font << /F 20 0 R >> >>'): Objects {
  return {
    3: `<< /Type /Page /Parent 2 0 R /Contents 22 0 R ${entries} >>`,
    20: '<< /Type /Font /Subtype /Type0 /ToUnicode 21 0 R >>',
    21: stream(map),
    22: stream(`BT /F 9 Tf ${codes} ET`),
  };
}

/** A file of these objects, opened. */
export const tiny = (objects: Objects): PdfFile => openPdf(tinyPdf(objects));

/** A file of these objects, and as an update with others left it. */
export function updatedTiny(
  objects: Objects,
  update: Objects,
  options: Parameters<typeof appendUpdate>[2] = {},
): readonly [before: PdfFile, after: PdfFile] {
  const before = tinyPdf(objects);
  const after = openPdf(appendUpdate(before, update, options));
  return [after.upTo(before.length), after];
}
