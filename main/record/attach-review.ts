import { AFRelationship, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { ATTACHED_REVIEW } from '#main/pdf/attachment.ts';
import type { Packing } from '#main/pdf/deflate.ts';
import { entryOf, openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { type NumberedValue, packedPdf } from '#main/pdf/pdf-pack.ts';
import { asKind, dictionaryOf, textOf } from '#main/pdf/pdf-values.ts';
import { asAccessible, UNIVERSAL_ACCESS } from './conformance.ts';
import { takeApart } from './writer/pdf-writer.ts';

/** Entries of the catalogue that an attachment and PDF/A bring. */
const CATALOGUE_KEYS = ['Names', 'AF', 'OutputIntents', 'Metadata'] as const;

/**
 * Puts the review into its record as an attached file that the pages were made from (AFRelationship
 * Source), and makes the whole a packed PDF/A-3a and PDF/UA-1, which signatures can be appended to. Reads neither clock
 * nor chance. pdf-lib makes the objects for it in a document of its own, and they go into a new file with
 * those of the pages, which are taken as they are written: loading and saving the pages as well takes ten
 * times as long.
 * @param review canonical JSON of the review with its template, in UTF-8.
 * @param saved when the review was saved; the only moment that is written, so that the same review gives the same bytes.
 */
export async function attachReview(
  pdf: Uint8Array,
  review: Uint8Array,
  saved: { readonly savedAt: string },
  packing?: Packing,
): Promise<Uint8Array> {
  return archived(
    pdf,
    new Date(saved.savedAt),
    (made, moment) =>
      made.attach(review, ATTACHED_REVIEW, {
        mimeType: 'application/json',
        description: 'The review that this record was made from. Import the record into Groundwork to open it.',
        afRelationship: AFRelationship.Source,
        creationDate: moment,
        modificationDate: moment,
      }),
    packing,
  );
}

/** The same with nothing inside. */
export function withoutReview(pdf: Uint8Array, moment: Date): Promise<Uint8Array> {
  return archived(pdf, moment, async () => undefined);
}

/** Adds what `attach` puts into a document, and what PDF/A and PDF/UA ask of the file. */
async function archived(
  pdf: Uint8Array,
  moment: Date,
  attach: (made: PDFDocument, moment: Date) => Promise<unknown>,
  packing?: Packing,
): Promise<Uint8Array> {
  const file = openPdf(pdf);
  const { head, objects, trailer, size } = takeApart(file);
  const { catalogue, added } = await addedParts(file, size, { moment, attach, packing });
  const root = asKind(file.trailer.entries.get('Root'), 'reference')?.number;
  const pages = objects.map((object) => (object.number === root ? extended(object, catalogue) : object));
  return packedPdf(head, [...pages, ...added], trailer, packing);
}

/** The catalogue with further entries. */
function extended({ number, value }: NumberedValue, entries: string): NumberedValue {
  const old = value.toString('latin1');
  if (CATALOGUE_KEYS.some((key) => old.includes(`/${key} `)))
    throw new Error('The PDF has attachments or metadata already');
  const end = old.lastIndexOf('>>');
  return { number, value: Buffer.from(`${old.slice(0, end)}${entries}${old.slice(end)}`, 'latin1') };
}

interface Added {
  readonly moment: Date;
  readonly attach: Parameters<typeof archived>[2];
  readonly packing: Packing | undefined;
}

/** The new objects, numbered from `size` on, and what the catalogue says of them. */
async function addedParts(file: PdfFile, size: number, { moment, attach, packing }: Added) {
  const made = await PDFDocument.create({ updateMetadata: false });
  if (packing === 'none')
    made.context.flateStream = (contents, dictionary) => made.context.stream(contents, dictionary);
  // PDF/A wants the metadata to say the same as the information dictionary.
  const information = dictionaryOf(entryOf(file, file.trailer, 'Info'));
  const info = (key: string) => textOf(entryOf(file, information, key)) ?? '';
  made.setTitle(info('Title'));
  made.setAuthor(info('Author'));
  made.setSubject(info('Subject'));
  made.setCreator(info('Creator'));
  made.setProducer(info('Producer'));
  made.setCreationDate(moment);
  // pdf-lib keeps the objects numbered below `size` to itself; those it adds from here on go into the record.
  made.context.largestObjectNumber = size - 1;
  await attach(made, moment);
  made.convertToPDFA({ conformance: '3U', extensions: [...UNIVERSAL_ACCESS] });
  await made.flush();
  const added = made.context.enumerateIndirectObjects().flatMap(([{ objectNumber }, object]) => {
    if (objectNumber < size) return [];
    const serialized = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(serialized, 0);
    return [{ number: objectNumber, value: asAccessible(Buffer.from(serialized.buffer)) }];
  });
  const catalogue = CATALOGUE_KEYS.flatMap((key) => {
    const entry = made.catalog.get(PDFName.of(key));
    return entry ? [`/${key} ${entry.toString()}\n`] : [];
  }).join('');
  return { catalogue, added };
}
