import { entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { type PageReference, pagesOf } from '#main/pdf/pdf-pages.ts';
import { PdfParser } from '#main/pdf/pdf-parser.ts';
import {
  asKind,
  bigEndian,
  dictionaryOf,
  nameOf,
  PdfDamage,
  type PdfDictionary,
  type PdfValue,
} from '#main/pdf/pdf-values.ts';
import { Allowance } from './allowance.ts';
import { formsWithin } from './drawn-forms.ts';
import { MarkedContent } from './marked-content.ts';

/** Gives the text of a string shown in a font. */
type Decoder = (bytes: Uint8Array) => string;

const VALUE_LIMIT = 2_000_000;
/** Most characters that the fonts of a file may know, and that its pages may show; a record has a hundredth of it. */
const CHARACTER_LIMIT = 2_000_000;
const TEXT_LIMIT = 32_000_000;
/** Most that is drawn on all pages, in bytes; many pages may share one large stream. */
const CONTENT_LIMIT = 32 * 1024 * 1024;

/** What a page says, without any white space: what it shows, and with it what is copied in place of characters. */
export interface PageText {
  readonly shown: string;
  /** Both, a line each. */
  readonly all: string;
  /** Whether what is copied in place of characters has their letters and figures, in the forms that it draws, too. */
  readonly isCopiedAsShown: boolean;
}

/** Texts of files that were read: those of an earlier version are asked for more than once. */
const textsOf = new WeakMap<PdfFile, readonly PageText[]>();

/** The text of each page, see `pageReader`; none for pages that cannot be read. */
export function readableTexts(file: PdfFile): readonly PageText[] {
  const texts =
    textsOf.get(file) ?? readable(file, (read, pages) => Array.from({ length: pages }, (_, index) => read(index)));
  textsOf.set(file, texts);
  return texts;
}

/**
 * What the last pages show, from the end back to where a run of pages ends that satisfies `isWanted`: of all pages when
 * there is none. In the order of the pages; none for pages that cannot be read.
 */
export function lastTexts(file: PdfFile, isWanted: (shown: string) => boolean): readonly string[] {
  return readable(file, (read, pages) => {
    const texts: string[] = [];
    for (let index = pages - 1, isWithin = false; index >= 0; index -= 1) {
      const { shown } = read(index);
      if (isWithin && !isWanted(shown)) break;
      isWithin ||= isWanted(shown);
      texts.push(shown);
    }
    return texts.toReversed();
  });
}

function readable<Text>(
  file: PdfFile,
  take: (read: (index: number) => PageText, pages: number) => readonly Text[],
): readonly Text[] {
  try {
    const pages = pagesOf(file) ?? [];
    return take(pageReader(file, pages), pages.length);
  } catch (error) {
    if (error instanceof PdfDamage) return [];
    throw error;
  }
}

/**
 * Reads the text that a page shows, in the order in which it is drawn, without any white space: lines may
 * break anywhere. Reads what its fonts say about their characters; a font that says nothing gives none. After
 * it comes what is copied in place of characters.
 */
function pageReader(file: PdfFile, pages: readonly PageReference[]): (index: number) => PageText {
  const decoders = new Map<PdfValue | undefined, Decoder>();
  const characters = new Allowance(CHARACTER_LIMIT);
  const shown = new Allowance(TEXT_LIMIT);
  const drawn = new Allowance(CONTENT_LIMIT);
  const forms = new Set<PdfValue>();
  const read = (content: Uint8Array, resources: PdfDictionary | null): PageText => {
    const fonts = dictionaryOf(entryOf(file, resources, 'Font'));
    const decoderOf = (name: string): Decoder => {
      const value = fonts?.entries.get(name);
      const font = file.resolve(value);
      const known = decoders.get(font) ?? fontDecoder(file, dictionaryOf(font), characters);
      decoders.set(font, known);
      return known;
    };
    drawn.take(content.length);
    return shownText(content, decoderOf, shown);
  };
  return (index) => {
    const page = dictionaryOf(file.resolve(pages[index]));
    const resources = resourcesOf(file, page);
    const text = read(contentOf(file, page), resources);
    const parts = formsWithin(file, resources, forms).map((part) => read(file.decode(part.form), part.resources));
    return { ...text, isCopiedAsShown: [text, ...parts].every(({ isCopiedAsShown }) => isCopiedAsShown) };
  };
}

function resourcesOf(file: PdfFile, page: PdfDictionary | null): PdfDictionary | null {
  let node = page;
  for (let depth = 0; node && depth < 32; depth += 1) {
    const resources = dictionaryOf(entryOf(file, node, 'Resources'));
    if (resources) return resources;
    node = dictionaryOf(entryOf(file, node, 'Parent'));
  }
  return null;
}

function contentOf(file: PdfFile, page: PdfDictionary | null): Uint8Array {
  const contents = entryOf(file, page, 'Contents');
  const streams = (asKind(contents, 'array')?.items ?? [contents]).map((item) => asKind(file.resolve(item), 'stream'));
  const parts = streams.flatMap((stream) => (stream ? [file.decode(stream), Buffer.from('\n')] : []));
  return Buffer.concat(parts);
}

function shownText(content: Uint8Array, decoderOf: (name: string) => Decoder, shown: Allowance): PageText {
  const parser = new PdfParser(content);
  const marked = new MarkedContent(shown);
  let operands: PdfValue[] = [];
  let decode: Decoder = () => '';
  for (let count = 0; count < VALUE_LIMIT && !parser.atEnd(); count += 1) {
    const value = parser.value({ references: false });
    const operator = asKind(value, 'keyword')?.word;
    if (operator === undefined) {
      operands.push(value);
      continue;
    }
    if (operator === 'Tf') decode = decoderOf(nameOf(operands[0]) ?? '');
    else if (SHOWING.has(operator)) {
      for (const bytes of stringsIn(operands)) marked.show(decode(bytes));
    } else marked.follow(operator, operands[1]);
    operands = [];
  }
  marked.endAll();
  const [plain, copied] = [marked.shown, marked.copied].map((parts) => parts.join('').replace(/\s+/g, ''));
  return { shown: plain ?? '', all: `${plain}\n${copied}`, isCopiedAsShown: marked.isCopiedAsShown };
}

const SHOWING = new Set(['Tj', 'TJ', "'", '"']);

function stringsIn(values: readonly PdfValue[]): readonly Uint8Array[] {
  return values.flatMap((value) => {
    const array = asKind(value, 'array');
    if (array) return stringsIn(array.items);
    const string = asKind(value, 'string');
    return string ? [string.bytes] : [];
  });
}

function fontDecoder(file: PdfFile, font: PdfDictionary | null, allowance: Allowance): Decoder {
  const map = asKind(entryOf(file, font, 'ToUnicode'), 'stream');
  if (!map) return () => '';
  const characters = unicodeMap(new PdfParser(file.decode(map)), allowance);
  const width = nameOf(entryOf(file, font, 'Subtype')) === 'Type0' ? 2 : 1;
  return (bytes) => {
    let text = '';
    for (let at = 0; at + width <= bytes.length; at += width) text += characters.get(bigEndian(bytes, at, width)) ?? '';
    return text;
  };
}

/** Which text each code stands for (ISO 32000-2, 9.10.3). */
function unicodeMap(parser: PdfParser, allowance: Allowance): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  let operands: PdfValue[] = [];
  for (let count = 0; count < VALUE_LIMIT && !parser.atEnd(); count += 1) {
    const value = parser.value({ references: false });
    const operator = asKind(value, 'keyword')?.word;
    if (operator === undefined) {
      operands.push(value);
      continue;
    }
    if (operator === 'endbfchar') mapCharacters(characters, operands);
    if (operator === 'endbfrange') mapRanges(characters, operands, allowance);
    operands = [];
  }
  return characters;
}

function mapCharacters(characters: Map<number, string>, operands: readonly PdfValue[]): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [code, text] = [codeOf(operands[at]), utf16(operands[at + 1])];
    if (code !== null && text !== null) characters.set(code, text);
  }
}

function mapRanges(characters: Map<number, string>, operands: readonly PdfValue[], allowance: Allowance): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [from, to] = [codeOf(operands[at]), codeOf(operands[at + 1])];
    if (from === null || to === null || to - from > 0xffff) continue;
    allowance.take(Math.max(0, to - from));
    const listed = asKind(operands[at + 2], 'array');
    const first = utf16(operands[at + 2]);
    for (let code = from; code <= to; code += 1) {
      const text = listed ? utf16(listed.items[code - from]) : shifted(first, code - from);
      if (text !== null) characters.set(code, text);
    }
  }
}

/** A text whose last code unit is `by` further on. */
function shifted(text: string | null, by: number): string | null {
  if (text === null || text === '') return null;
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}

function codeOf(value: PdfValue | undefined): number | null {
  const bytes = asKind(value, 'string')?.bytes;
  return bytes && bytes.length <= 4 ? bigEndian(bytes, 0, bytes.length) : null;
}

function utf16(value: PdfValue | undefined): string | null {
  const bytes = asKind(value, 'string')?.bytes;
  return bytes ? new TextDecoder('utf-16be').decode(bytes) : null;
}
