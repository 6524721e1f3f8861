import { PDFContext, PDFDict, type PDFObject, PDFObjectParser, PDFRef } from '@cantoo/pdf-lib';
import { FailureError } from '#main/files/failure.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';
import { asKind, countOf, nameOf, PdfDamage } from './pdf-values.ts';

/**
 * Looks up single objects of a PDF, with the verifier's reader: sealing needs four objects, however long
 * the record is, and must not touch any other.
 */
export class PdfTables {
  readonly context = PDFContext.create();
  readonly root: PDFRef;
  readonly info: PDFRef | null;
  /** First part of the file's id, which all its revisions share. */
  readonly id: Uint8Array | null;
  /** Where the last cross-references start. */
  readonly startXref: number;
  /** Whether they are a stream: an update has to go on in the form that the file has (ISO 32000-1, 7.5.8.1). */
  readonly isStream: boolean;
  /** Number for the first object of an update. */
  readonly nextNumber: number;
  readonly #file: PdfFile;

  /** @throws {FailureError} `damaged` or `unsupported` when the file cannot be updated. */
  constructor(pdf: Uint8Array) {
    this.#file = openForUpdate(pdf);
    const { trailer, sections, entries } = this.#file;
    if (trailer.entries.has('Encrypt')) {
      throw new FailureError(
        'unsupported',
        'This PDF is encrypted. Only a record as Groundwork made it can be sealed.',
      );
    }
    const root = this.#reference('Root');
    if (!root) throw damaged();
    this.root = root;
    this.info = this.#reference('Info');
    this.id = asKind(asKind(trailer.entries.get('ID'), 'array')?.items[0], 'string')?.bytes ?? null;
    this.startXref = sections[0]?.offset ?? 0;
    this.isStream = nameOf(trailer.entries.get('Type')) === 'XRef';
    const last = [...entries.keys()].reduce((most, number) => Math.max(most, number), 0);
    this.nextNumber = Math.max(countOf(trailer.entries.get('Size')) ?? 0, last + 1);
  }

  /** The object behind a reference; anything else as it is. */
  resolve(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? this.#read(object) : object;
  }

  /** @throws {FailureError} `damaged` when it is not a dictionary. */
  dictionary(object: PDFObject | undefined): PDFDict {
    const found = this.resolve(object);
    if (!(found instanceof PDFDict)) throw damaged();
    return found;
  }

  #reference(key: string): PDFRef | null {
    const found = asKind(this.#file.trailer.entries.get(key), 'reference');
    return found && PDFRef.of(found.number, found.generation);
  }

  #read({ objectNumber: number, generationNumber: generation }: PDFRef): PDFObject {
    try {
      const source = this.#file.source({ kind: 'reference', number, generation });
      if (!source) throw damaged();
      return PDFObjectParser.forBytes(source.bytes.subarray(source.at), this.context).parseObject();
    } catch (error) {
      throw error instanceof FailureError ? error : damaged(error);
    }
  }
}

function openForUpdate(pdf: Uint8Array): PdfFile {
  const tail = Buffer.from(pdf.subarray(-1024)).toString('latin1');
  // Readers ignore what follows the end of a PDF; a seal must not cover it.
  if (!/startxref\s+\d+\s+%%EOF\s*$/.test(tail)) throw damaged();
  try {
    const file = openPdf(pdf);
    if (goesRound(file)) throw new PdfDamage('The cross-references go in circles.');
    return file;
  } catch (error) {
    throw error instanceof PdfDamage ? damaged(error) : error;
  }
}

/** Whether the cross-references lead back to themselves: they can be read, but no record of ours is written so. */
function goesRound({ sections }: PdfFile): boolean {
  const previous = new Map(sections.map(({ offset, trailer }) => [offset, countOf(trailer.entries.get('Prev'))]));
  const seen = new Set<number>();
  let offset = sections[0]?.offset ?? null;
  while (offset !== null && !seen.has(offset)) {
    seen.add(offset);
    offset = previous.get(offset) ?? null;
  }
  return offset !== null;
}

/** The failure of a file that does not hold together. */
export function damaged(cause?: unknown): FailureError {
  return new FailureError('damaged', 'The record is damaged and cannot be sealed. Export it anew.', { cause });
}
