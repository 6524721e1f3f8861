import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The functions of HarfBuzz's subsetter that are used here; addresses in its memory are numbers. */
interface Subsetter {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (address: number) => void;
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_glyph_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

const READ_ONLY = 1;
const DROPPED_TABLES = 3;
const NO_HINTING = 1;
/** Glyphs keep their numbers, so that what was laid out stays right. */
const RETAIN_GLYPH_IDS = 2;
const NO_LAYOUT_CLOSURE = 0x200;

// The PDF itself says what each glyph means and where it goes.
const NOT_NEEDED = ['GSUB', 'GPOS', 'GDEF', 'cmap', 'name', 'OS/2', 'post', 'gasp', 'kern', 'DSIG', 'STAT', 'meta'];

// A global of Node's that its types leave to those of browsers; the exports are those that HarfBuzz documents.
const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly instantiate: (code: Uint8Array) => Promise<{ readonly instance: { readonly exports: Subsetter } }>;
  };
};

let loaded: Promise<Subsetter> | undefined;

/**
 * Cuts a TrueType font down to some glyphs (and those that they are made of), which keep their numbers.
 * @throws when the font cannot be read.
 */
export async function subsetGlyphs(font: Uint8Array, glyphs: Iterable<number>): Promise<Uint8Array> {
  loaded ??= loadSubsetter();
  const library = await loaded;
  const data = library.malloc(font.byteLength);
  new Uint8Array(library.memory.buffer).set(font, data);
  const whole = library.hb_blob_create(data, font.byteLength, READ_ONLY, 0, 0);
  const face = library.hb_face_create(whole, 0);
  const input = library.hb_subset_input_create_or_fail();
  try {
    library.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GLYPH_IDS | NO_LAYOUT_CLOSURE);
    for (const table of NOT_NEEDED)
      library.hb_set_add(library.hb_subset_input_set(input, DROPPED_TABLES), tableNumber(table));
    for (const glyph of glyphs) library.hb_set_add(library.hb_subset_input_glyph_set(input), glyph);
    return subsetOf(library, face, input);
  } finally {
    library.hb_subset_input_destroy(input);
    library.hb_face_destroy(face);
    library.hb_blob_destroy(whole);
    library.free(data);
  }
}

function subsetOf(library: Subsetter, face: number, input: number): Uint8Array {
  const subset = library.hb_subset_or_fail(face, input);
  if (subset === 0) throw new Error('A font of the PDF cannot be cut down. Reinstall the program.');
  const blob = library.hb_face_reference_blob(subset);
  const start = library.hb_blob_get_data(blob, 0);
  // Copied, because the library will use its memory again.
  const bytes = new Uint8Array(library.memory.buffer).slice(start, start + library.hb_blob_get_length(blob));
  library.hb_blob_destroy(blob);
  library.hb_face_destroy(subset);
  return bytes;
}

async function loadSubsetter(): Promise<Subsetter> {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await wasm.instantiate(await readFile(path));
  const library = instance.exports;
  library._initialize();
  return library;
}

/** A table's name as OpenType numbers it. */
function tableNumber(name: string): number {
  return [...name].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
}
