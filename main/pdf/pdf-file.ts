import { type Decryptor, decryptorOf } from './pdf-decrypt.ts';
import { ObjectReader, type PdfSource, ReadObjects } from './pdf-objects.ts';
import { decodeStream } from './pdf-streams.ts';
import {
  asKind,
  dictionaryOf,
  PdfDamage,
  type PdfDictionary,
  type PdfReference,
  type PdfStream,
  type PdfValue,
} from './pdf-values.ts';
import { type ReadSections, readXref, type XrefEntry, type XrefSection } from './pdf-xref.ts';
import { type WorkBudget, workBudget } from './work-budget.ts';

/** A PDF as its last save left it; objects are read when they are asked for. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly sections: readonly XrefSection[];
  readonly trailer: PdfDictionary;
  /** The object numbers in use, with where each stands. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** Whether it is encrypted and does not open without a password; then texts and streams mean nothing. */
  readonly isLocked: boolean;
  /** What a reference leads to; every other value is itself. Null for what is not there. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** Where the value behind a reference is written, for other parsers. Null for what is not there. */
  source(reference: PdfReference): PdfSource | null;
  decode(stream: PdfStream): Uint8Array;
  /** What may still be done for it. */
  readonly budget: WorkBudget;
  /** The file as it was when it had so many bytes, read by the same budget. @throws {PdfDamage} */
  upTo(end: number): PdfFile;
}

/** What all states of one file have in common. */
interface Common {
  readonly budget: WorkBudget;
  readonly sections: ReadSections;
  readonly objects: ReadObjects;
  /** Those that were opened already, by their length: each is looked at several times. */
  readonly states: Map<number, PdfFile>;
}

/** Opens the bytes as a PDF. @throws {PdfDamage} */
export function openPdf(bytes: Uint8Array, budget: WorkBudget = workBudget(bytes.length)): PdfFile {
  return openState(bytes, { budget, sections: new Map(), objects: new ReadObjects(), states: new Map() });
}

function openState(bytes: Uint8Array, common: Common): PdfFile {
  const known = common.states.get(bytes.length);
  if (known) return known;
  if (!/^%PDF-\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'))) {
    throw new PdfDamage('The file does not begin as a PDF does.');
  }
  const { budget } = common;
  const sections = readXref(bytes, budget, common.sections);
  const [newest] = sections;
  if (!newest) throw new PdfDamage('The cross-references are missing.');
  const objects = new ObjectReader(bytes, merged(sections), budget, common.objects);
  const decryptor = decryptorFor(newest.trailer, objects);
  if (decryptor) objects.decryptWith(decryptor);
  const file: PdfFile = {
    bytes,
    sections,
    trailer: newest.trailer,
    entries: objects.entries,
    isLocked: newest.trailer.entries.has('Encrypt') && !decryptor,
    resolve: (value) => objects.resolve(value),
    source: (reference) => objects.source(reference),
    decode: (stream) => decodeStream(stream, budget, (value) => objects.resolve(value)),
    budget,
    upTo: (end) => openState(bytes.subarray(0, end), common),
  };
  common.states.set(bytes.length, file);
  return file;
}

/** Null for a file that is not encrypted, or needs a password. */
function decryptorFor({ entries }: PdfDictionary, objects: ObjectReader): Decryptor | null {
  const encryption = dictionaryOf(objects.resolve(entries.get('Encrypt')));
  const id = asKind(asKind(objects.resolve(entries.get('ID')), 'array')?.items[0], 'string')?.bytes;
  return encryption && decryptorOf(encryption, id ?? new Uint8Array());
}

/** The catalog, where everything a reader shows begins. */
export function catalogOf(file: PdfFile): PdfDictionary {
  const catalog = dictionaryOf(file.resolve(file.trailer.entries.get('Root')));
  if (!catalog) throw new PdfDamage('The file has no catalog.');
  return catalog;
}

/** A value of a dictionary, with a reference followed. */
export function entryOf(file: PdfFile, dictionary: PdfDictionary | null, key: string): PdfValue {
  return file.resolve(dictionary?.entries.get(key));
}

function merged(sections: readonly XrefSection[]): ReadonlyMap<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>();
  for (const section of sections.toReversed()) {
    // A table calls free what only readers of its stream are to find (ISO 32000-2, 7.5.8.4).
    const stream = section.trailer.entries.get('XRefStm');
    const hidden = stream === undefined ? null : sections.find(({ offset }) => offset === stream)?.entries;
    for (const [number, entry] of section.entries) {
      const shown = entry.kind === 'free' ? hidden?.get(number) : entry;
      if (!shown || shown.kind === 'free') entries.delete(number);
      else entries.set(number, shown);
    }
  }
  return entries;
}
