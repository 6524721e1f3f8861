import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { type PdfFile, PdfUnreadable } from './pdf-reader.ts';

/** Most nodes that are looked at; a record has one. */
const NODE_LIMIT = 1000;

/** The attached files of a name, as their streams. @throws {PdfUnreadable} */
export function attachmentsNamed(file: PdfFile, name: string): readonly PDFRawStream[] {
  const names = file.dict(file.root, 'Names');
  const tree = names && file.dict(names, 'EmbeddedFiles');
  const found: PDFRawStream[] = [];
  for (const [key, value] of tree ? entries(file, tree) : []) {
    const specification = file.resolve(value);
    if (!(specification instanceof PDFDict)) continue;
    const titles = [key, file.get(specification, 'UF'), file.get(specification, 'F')];
    if (!titles.some((title) => textOf(title) === name)) continue;
    const embedded = file.dict(specification, 'EF');
    const stream = embedded && file.get(embedded, 'F');
    if (!(stream instanceof PDFRawStream)) throw new PdfUnreadable('The review inside the PDF is damaged.');
    found.push(stream);
  }
  return found;
}

/** All pairs of a name tree, whatever its shape. */
function entries(file: PdfFile, root: PDFDict): readonly (readonly [PDFObject, PDFObject])[] {
  const pairs: (readonly [PDFObject, PDFObject])[] = [];
  const waiting: PDFDict[] = [root];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const node = waiting.pop();
    if (!node || seen + pairs.length > NODE_LIMIT) throw new PdfUnreadable('The PDF carries too many files.');
    for (const kid of items(file.get(node, 'Kids'))) {
      const resolved = file.resolve(kid);
      if (resolved instanceof PDFDict) waiting.push(resolved);
    }
    const list = items(file.get(node, 'Names'));
    for (let index = 0; index + 1 < list.length; index += 2) {
      const [key, value] = [list[index], list[index + 1]];
      if (key && value) pairs.push([file.resolve(key) ?? key, value]);
    }
  }
  return pairs;
}

function items(value: PDFObject | null): readonly PDFObject[] {
  return value instanceof PDFArray ? value.asArray() : [];
}

function textOf(value: PDFObject | null): string | null {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  return value instanceof PDFName ? value.decodeText() : null;
}
