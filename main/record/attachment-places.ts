import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { latin1, numberOf, PdfUnreadable } from './attachment-decode.ts';

/** Where an object stands: at an offset of the file, or as the nth of an object stream. */
type Place =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'in-stream'; readonly stream: number; readonly index: number };

/** Most revisions that are followed back; every signature adds one. */
const SECTION_LIMIT = 1000;
/** The last `startxref` stands within this many bytes of the end. */
const TAIL = 2048;

interface Tools {
  readonly parse: (bytes: Uint8Array) => PDFObject;
  readonly parseAt: (offset: number) => PDFObject;
  readonly inflate: (stream: PDFRawStream) => Uint8Array;
}

interface Section {
  readonly entries: readonly (readonly [number, Place | null])[];
  readonly dict: PDFDict;
}

/** Where every object of the newest revision stands, from all cross-reference tables and streams of a file. */
export function readCrossReferences(
  bytes: Uint8Array,
  tools: Tools,
): { readonly places: ReadonlyMap<number, Place | null>; readonly trailer: PDFDict } {
  const sections = readSections(bytes, tools);
  const trailer = sections[0]?.dict;
  if (!trailer) throw new PdfUnreadable('The PDF is damaged: its trailer is missing.');
  const places = new Map<number, Place | null>();
  for (const [number, place] of sections.flatMap(({ entries }) => entries)) {
    // Newer sections come first, and what they say of an object stands.
    if (!places.has(number)) places.set(number, place);
  }
  return { places, trailer };
}

/** All sections, the newest first. */
function readSections(bytes: Uint8Array, tools: Tools): readonly Section[] {
  const tail = latin1(bytes, Math.max(0, bytes.byteLength - TAIL), TAIL);
  const start = /^startxref\s+(\d{1,10})\b/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))?.[1];
  if (start === undefined) throw new PdfUnreadable('The PDF is damaged: its end is missing.');
  const sections: Section[] = [];
  const waiting = [Number(start)];
  const seen = new Set<number>();
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || seen.size >= SECTION_LIMIT) throw new PdfUnreadable('The PDF is damaged: it never begins.');
    seen.add(offset);
    const section = readSection(bytes, offset, tools);
    sections.push(section);
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.dict.get(PDFName.of(key));
      if (next) waiting.push(numberOf(next));
    }
  }
  return sections;
}

function readSection(bytes: Uint8Array, offset: number, tools: Tools): Section {
  if (offset >= bytes.byteLength) throw new PdfUnreadable('The PDF is damaged: it is cut off.');
  const isTable = /^\s*xref\s/.test(latin1(bytes, offset, 16));
  return isTable ? readTable(bytes, offset, tools) : readStream(tools.parseAt(offset), tools);
}

function readTable(bytes: Uint8Array, offset: number, { parse }: Tools): Section {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.indexOf('trailer', offset, 'latin1');
  if (end < 0) throw new PdfUnreadable('The PDF is damaged: its trailer is missing.');
  const words = latin1(bytes, offset, end - offset)
    .trim()
    .split(/\s+/)
    .slice(1);
  const entries: (readonly [number, Place | null])[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const first = Number(words[at]);
    const count = Number(words[at + 1]);
    at += 2;
    for (let index = 0; index < count && at < words.length; index += 1, at += 3) {
      entries.push([first + index, words[at + 2] === 'n' ? { kind: 'offset', offset: Number(words[at]) } : null]);
    }
  }
  const dict = parse(bytes.subarray(end + 'trailer'.length));
  if (!(dict instanceof PDFDict)) throw new PdfUnreadable('The PDF is damaged: its trailer is missing.');
  return { entries, dict };
}

function readStream(stream: PDFObject, { inflate }: Tools): Section {
  if (!(stream instanceof PDFRawStream))
    throw new PdfUnreadable('The PDF is damaged: its table of contents is missing.');
  const { dict } = stream;
  const content = inflate(stream);
  const widths = numbers(dict.get(PDFName.of('W')));
  const ranges = numbers(dict.get(PDFName.of('Index')));
  const entries: (readonly [number, Place | null])[] = [];
  let at = 0;
  const field = (width: number, missing: number) => {
    let value = width === 0 ? missing : 0;
    for (let index = 0; index < width; index += 1) value = value * 256 + (content[at++] ?? 0);
    return value;
  };
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  if (kindWidth + secondWidth + thirdWidth === 0) return { entries, dict };
  const pairs = ranges.length > 0 ? ranges : [0, numberOf(dict.get(PDFName.of('Size')))];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const first = pairs[index] ?? 0;
    for (let number = first; number < first + (pairs[index + 1] ?? 0) && at < content.byteLength; number += 1) {
      const kind = field(kindWidth, 1);
      const second = field(secondWidth, 0);
      const third = field(thirdWidth, 0);
      entries.push([number, place(kind, second, third)]);
    }
  }
  return { entries, dict };
}

function place(kind: number, second: number, third: number): Place | null {
  if (kind === 1) return { kind: 'offset', offset: second };
  return kind === 2 ? { kind: 'in-stream', stream: second, index: third } : null;
}

function numbers(value: PDFObject | undefined): readonly number[] {
  return value instanceof PDFArray ? value.asArray().map(numberOf) : [];
}
