import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { PdfUnreadable } from './attachment-decode.ts';
import type { PdfFile } from './attachment-pdf.ts';

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
    const titles = [file.resolve(key), file.get(specification, 'UF'), file.get(specification, 'F')];
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
  const nodes: PDFDict[] = [root];
  // Grows while it is walked; circles end at the limit.
  for (const node of nodes) {
    if (nodes.length + pairs.length > NODE_LIMIT) throw new PdfUnreadable('The PDF carries too many files.');
    const kids = items(file.get(node, 'Kids')).map((kid) => file.resolve(kid));
    nodes.push(...kids.filter((kid) => kid instanceof PDFDict));
    pairs.push(...inPairs(items(file.get(node, 'Names'))));
  }
  return pairs;
}

function inPairs(list: readonly PDFObject[]): readonly (readonly [PDFObject, PDFObject])[] {
  return list.flatMap((key, index) => {
    const value = list[index + 1];
    return index % 2 === 0 && value ? [[key, value] as const] : [];
  });
}

function items(value: PDFObject | null): readonly PDFObject[] {
  return value instanceof PDFArray ? value.asArray() : [];
}

function textOf(value: PDFObject | null): string | null {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  return value instanceof PDFName ? value.decodeText() : null;
}
