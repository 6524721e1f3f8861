/** A file asks for more work than is done for one. Nothing is said about it, then: it may be whole. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork';
}

/**
 * How much may be done for one file. A crafted file can ask for far more work than its size suggests
 * (a table of a million entries for one object, a stream that inflates a thousandfold); this ends it.
 */
export interface WorkBudget {
  /** Counts bytes read, or what takes as long. @throws {TooMuchWork} when it is too much. */
  read(bytes: number): void;
  /** Bytes that may still be inflated; `inflated` counts them. */
  readonly inflatable: number;
  inflated(bytes: number): void;
}

/** What takes as long, or as much memory, as so many bytes that are read. */
export const COST = {
  /** A value: a number, a name, a list. */
  value: 24,
  /** An entry of the cross-references. */
  entry: 16,
  /** Unpacking a stream, however short it is. */
  unpacking: 2048,
  /** A byte of a signature, which may consist of very small parts. */
  signature: 64,
} as const;

const INFLATE_LIMIT = 96 * 1024 * 1024;

/** What a file of so many bytes may ask for. */
export function workBudget(fileSize: number): WorkBudget {
  let readable = 64 * 1024 * 1024 + 3 * fileSize;
  let inflatable = INFLATE_LIMIT;
  return {
    read(bytes) {
      readable -= bytes;
      if (readable < 0) throw new TooMuchWork('The file asks for more work than is reasonable.');
    },
    get inflatable() {
      return inflatable;
    },
    inflated(bytes) {
      inflatable -= bytes;
    },
  };
}
