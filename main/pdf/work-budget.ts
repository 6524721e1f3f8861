import { PdfDamage } from './pdf-values.ts';

/**
 * How much may be done for one file. A crafted file can ask for far more work than its size suggests
 * (a table of a million entries for one object, a stream that inflates a thousandfold); this ends it.
 */
export interface WorkBudget {
  /** Counts bytes read. @throws {PdfDamage} when it is too much. */
  read(bytes: number): void;
  /** Bytes that may still be inflated; `inflated` counts them. */
  readonly inflatable: number;
  inflated(bytes: number): void;
}

const INFLATE_LIMIT = 96 * 1024 * 1024;

/** What a file of so many bytes may ask for. */
export function workBudget(fileSize: number): WorkBudget {
  let readable = 64 * 1024 * 1024 + 3 * fileSize;
  let inflatable = INFLATE_LIMIT;
  return {
    read(bytes) {
      readable -= bytes;
      if (readable < 0) throw new PdfDamage('The file asks for more work than is reasonable.');
    },
    get inflatable() {
      return inflatable;
    },
    inflated(bytes) {
      inflatable -= bytes;
    },
  };
}
