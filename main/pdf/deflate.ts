import { zlibSync } from 'fflate';

/** `smallest` for files that are kept; `none` for those that are only looked at, where packing takes a third of the time. */
export type Packing = 'smallest' | 'none';

/**
 * Packs bytes for `/FlateDecode`. A library in JavaScript does it, because the zlib inside Node gives other bytes on
 * other processors and in other versions, and a record is to have the same bytes everywhere.
 */
export function deflate(data: Uint8Array, packing: Packing = 'smallest'): Uint8Array {
  // A fixed table size: fflate would otherwise compute it with a logarithm, which may differ between machines.
  return zlibSync(data, { level: packing === 'smallest' ? 9 : 0, mem: 0 });
}
