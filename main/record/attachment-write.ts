import { AFRelationship, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { entryOf, openPdf, type PdfFile } from '../verify/pdf-file.ts';
import { asKind, dictionaryOf, textOf } from '../verify/pdf-values.ts';

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** The only moment that is written. */
  readonly moment: Date;
}

/** Entries of the catalogue that an attachment and PDF/A bring. */
const KEYS = ['Names', 'AF', 'OutputIntents', 'Metadata'] as const;

/**
 * A freshly rendered PDF with an attached file, as PDF/A-3b. pdf-lib makes the objects for it in a
 * document of its own, and they are put between the objects of the pages, which stay as they are byte
 * for byte, and a new table: loading and saving the pages as well takes ten times as long.
 */
export async function withAttachment(pdf: Uint8Array, attachment: Attachment): Promise<Uint8Array> {
  const file = openPdf(pdf);
  const { root, table, size } = layoutOf(file);
  const { catalogue, objects } = await parts(file, attachment, size);
  const text = (from: number, to: number) => Buffer.from(pdf.subarray(from, to)).toString('latin1');

  const old = text(root.offset, table);
  if (KEYS.some((key) => old.includes(`/${key} `))) throw new Error('The PDF has attachments or metadata already');
  const end = old.lastIndexOf('>>');
  const chunks: Uint8Array[] = [
    pdf.subarray(0, root.offset),
    Buffer.from(`${old.slice(0, end)}${catalogue}${old.slice(end)}`),
  ];
  const offsets = new Map<number, number>();
  let at = lengthOf(chunks);
  for (const [number, bytes] of objects) {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from('\nendobj\n')]);
    offsets.set(number, at);
    chunks.push(object);
    at += object.byteLength;
  }
  const count = size + objects.length;
  const rows = Array.from({ length: count }, (_, number) => row(offsets.get(number) ?? offsetOf(file, number)));
  const trailer = text(table, pdf.byteLength)
    .replace(/^.*?(?=trailer)/s, '')
    .replace(/startxref.*$/s, '');
  const tail = `xref\n0 ${count}\n${rows.join('')}${trailer.replace(/\/Size \d+/, `/Size ${count}`)}startxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(tail, 'latin1')]);
}

/** Where jsPDF put what has to be changed: the catalogue as the last object, then one plain table. */
function layoutOf({ trailer, entries, sections }: PdfFile) {
  const [section, ...others] = sections;
  const root = entries.get(asKind(trailer.entries.get('Root'), 'reference')?.number ?? -1);
  const size = trailer.entries.get('Size');
  const last = Math.max(...[...entries.values()].map((entry) => (entry.kind === 'plain' ? entry.offset : 0)));
  if (!section || others.length > 0 || root?.kind !== 'plain' || root.offset !== last || typeof size !== 'number') {
    throw new Error('The PDF is not laid out as it comes from the renderer');
  }
  return { root, table: section.offset, size };
}

/** The new objects, numbered from `size` on, and what the catalogue says of them. */
async function parts(file: PdfFile, { name, bytes, description, moment }: Attachment, size: number) {
  const made = await PDFDocument.create({ updateMetadata: false });
  // PDF/A wants the metadata to say the same as the information dictionary.
  const information = dictionaryOf(entryOf(file, file.trailer, 'Info'));
  const info = (key: string) => textOf(entryOf(file, information, key)) ?? '';
  made.setTitle(info('Title'));
  made.setAuthor(info('Author'));
  made.setSubject(info('Subject'));
  made.setCreator(info('Creator'));
  made.setProducer(info('Producer'));
  made.setCreationDate(moment);
  // Objects up to here are only for pdf-lib to work with; those from here on go into the record.
  made.context.largestObjectNumber = size - 1;
  await made.attach(bytes, name, {
    mimeType: 'application/json',
    description,
    afRelationship: AFRelationship.Source,
    creationDate: moment,
    modificationDate: moment,
  });
  made.convertToPDFA({ conformance: '3B' });
  await made.flush();
  const objects = made.context.enumerateIndirectObjects().flatMap(([{ objectNumber }, object]) => {
    if (objectNumber < size) return [];
    const serialized = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(serialized, 0);
    return [[objectNumber, serialized] as const];
  });
  const catalogue = KEYS.map((key) => `/${key} ${made.catalog.get(PDFName.of(key))?.toString()}\n`).join('');
  return { catalogue, objects };
}

function offsetOf({ entries }: PdfFile, number: number): number | null {
  const entry = entries.get(number);
  return entry?.kind === 'plain' ? entry.offset : null;
}

/** A row of the table; null for a number that is free. */
function row(offset: number | null): string {
  return offset === null ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
