import { zlibSync } from 'fflate';

/**
 * `smallest` for files that are kept; `none` for those that are only compared: their streams are as they are, and packing
 * them would take a third of the time.
 */
export type Packing = 'smallest' | 'none';

/**
 * Packs bytes for `/FlateDecode`. A library in JavaScript does it, because the zlib inside Node gives other bytes on
 * other processors and in other versions, and a record is to have the same bytes everywhere.
 */
export function deflate(data: Uint8Array): Uint8Array {
  // A fixed table size: fflate would otherwise compute it with a logarithm, which may differ between machines.
  return zlibSync(data, { level: 9, mem: 0 });
}
