import { PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFObjectParser, PDFRef } from '@cantoo/pdf-lib';
import { FailureError } from '../store/failure.ts';

/** Most updates that one record may have; each seal is one. */
const REVISION_LIMIT = 1000;

/**
 * Looks single objects up in a PDF through its plain cross-reference tables, without reading the rest:
 * sealing touches four objects however long the record is, and must not touch any other.
 */
export class PdfTables {
  readonly context = PDFContext.create();
  /** Of the last revision. */
  readonly trailer: PDFDict;
  /** Where the last cross-reference table starts. */
  readonly startXref: number;
  readonly #bytes: Buffer;
  readonly #offsets = new Map<number, number>();

  /** @throws {FailureError} `damaged` or `unsupported` when the tables are not as Groundwork writes them. */
  constructor(pdf: Uint8Array) {
    this.#bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    this.startXref = this.#findStart();
    this.trailer = this.#readTable(this.startXref);
    const seen = new Set([this.startXref]);
    for (let table = this.trailer; ; ) {
      const previous = table.get(PDFName.of('Prev'));
      if (previous === undefined) break;
      if (!(previous instanceof PDFNumber)) throw damaged();
      const offset = previous.asNumber();
      if (seen.has(offset) || seen.size >= REVISION_LIMIT) throw damaged();
      seen.add(offset);
      table = this.#readTable(offset);
    }
    if (this.trailer.has(PDFName.of('Encrypt'))) {
      throw new FailureError(
        'unsupported',
        'This PDF is encrypted. Only a record as Groundwork made it can be sealed.',
      );
    }
  }

  /** Number for the first object of an update. */
  get nextNumber(): number {
    const size = this.trailer.get(PDFName.of('Size'));
    return Math.max(size instanceof PDFNumber ? size.asNumber() : 0, 1 + Math.max(...this.#offsets.keys()));
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

  #read(ref: PDFRef): PDFObject {
    const offset = this.#offsets.get(ref.objectNumber);
    if (offset === undefined) throw damaged();
    const head = /^\s*(\d+)\s+(\d+)\s+obj\b/.exec(this.#bytes.toString('latin1', offset, offset + 40));
    if (!head || Number(head[1]) !== ref.objectNumber || Number(head[2]) !== ref.generationNumber) throw damaged();
    return this.#parse(offset + head[0].length);
  }

  #parse(offset: number): PDFObject {
    try {
      return PDFObjectParser.forBytes(this.#bytes.subarray(offset), this.context).parseObject();
    } catch (error) {
      throw damaged(error);
    }
  }

  #findStart(): number {
    const tailStart = Math.max(0, this.#bytes.byteLength - 1024);
    const tail = this.#bytes.toString('latin1', tailStart);
    const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
    if (!found) throw damaged();
    return Number(found[1]);
  }

  /** Notes where objects lie, unless a later table has said so, and returns the trailer behind the table. */
  #readTable(start: number): PDFDict {
    const trailerAt = this.#bytes.indexOf('trailer', start, 'latin1');
    const table = trailerAt < 0 ? '' : this.#bytes.toString('latin1', start, trailerAt);
    if (!/^xref\s/.test(table)) {
      throw new FailureError(
        'unsupported',
        'This PDF is not laid out as Groundwork writes records, so it cannot be sealed.',
      );
    }
    const words = table.split(/\s+/).slice(1, -1);
    for (let at = 0; at + 1 < words.length; ) {
      const [first, count] = [Number(words[at]), Number(words[at + 1])];
      at += 2;
      for (let index = 0; index < count; index++, at += 3) this.#note(first + index, words[at], words[at + 2]);
    }
    const trailer = this.#parse(trailerAt + 'trailer'.length);
    if (!(trailer instanceof PDFDict)) throw damaged();
    return trailer;
  }

  #note(objectNumber: number, offset: string | undefined, use: string | undefined): void {
    if (use !== 'n' && use !== 'f') throw damaged();
    if (this.#offsets.has(objectNumber)) return;
    if (use === 'n') this.#offsets.set(objectNumber, Number(offset));
  }
}

/** The failure of a file that does not hold together. */
export function damaged(cause?: unknown): FailureError {
  return new FailureError('damaged', 'The record is damaged and cannot be sealed. Export it anew.', { cause });
}
