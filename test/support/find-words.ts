import { PDFiumLibrary } from '@hyzyla/pdfium';
import { pageTexts } from './pdf.ts';

/** Programs in which people look for words of a record, by what searches in them. */
export type Searcher = 'PDFium' | 'pdf.js' | 'poppler';

/** All text of a file as each of them searches it. */
export async function searchedText(pdf: Uint8Array, searcher: Searcher): Promise<string> {
  switch (searcher) {
    case 'PDFium':
      return pdfiumText(pdf);
    case 'pdf.js':
      return pdfjsText(pdf);
    case 'poppler':
      return (await pageTexts(pdf)).join('\n');
  }
}

/** The words of a text that a reader can look for: letters and figures with their marks, without what stands around them. */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200C\u200D]*/gu) ?? [];
  return [...new Set(words)].filter((word) => [...word].length > 1);
}

/** Words that are not found, looked for as these programs do: without regard to marks of direction and to how a letter is composed. */
export function missingWords(text: string, words: readonly string[]): readonly string[] {
  const plain = comparable(text);
  return words.filter((word) => !plain.includes(comparable(word)));
}

function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
}

/** What Chrome and Edge search. */
async function pdfiumText(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    return [...document.pages()].map((page) => page.getText()).join('\n');
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** A class of browsers that pdf.js makes an object of when it is loaded; only drawing uses it. */
class NoMatrix {}

/** What Firefox searches. */
async function pdfjsText(pdf: Uint8Array): Promise<string> {
  Object.assign(globalThis, { DOMMatrix: Reflect.get(globalThis, 'DOMMatrix') ?? NoMatrix });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  await task.destroy();
  return texts.join('\n');
}
