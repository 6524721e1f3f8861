/** How a file comes in: what a person does with it. */
export type Way =
  | 'review'
  | 'template'
  | 'record'
  | 'backup'
  | 'certificate'
  | 'keys'
  | 'manifest'
  | 'roster'
  | 'stored'
  | 'side file';

/** A file that was made to do harm, or that looks as if. */
export interface HostileFile {
  /** Unique within its way. */
  readonly name: string;
  readonly way: Way;
  /** Its bytes, the same each time. */
  readonly make: () => Uint8Array;
  /** Where a `side file` lies in the data folder. */
  readonly path?: string;
}

/** Files of one way, by name. */
export function filesOf(way: Way, made: Readonly<Record<string, () => string | Uint8Array>>): readonly HostileFile[] {
  return Object.entries(made).map(([name, make]) => ({
    name,
    way,
    make: () => {
      const content = make();
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
  }));
}

/** Nested so deep, as JSON. */
export function nested(depth: number, open = '[', close = ']', core = ''): string {
  return open.repeat(depth) + core + close.repeat(depth);
}

/** Text of a length that nothing can pack, the same for a seed. */
export function noise(length: number, seed = 7): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
