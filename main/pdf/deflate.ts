import { zlibSync } from 'fflate';

/**
 * Packs bytes for `/FlateDecode`. By a library in JavaScript: the zlib inside Node packs otherwise on other
 * processors and in other versions, and a record is to have the same bytes everywhere.
 */
export function deflate(data: Uint8Array): Uint8Array {
  // A small search table does, and one sized by the data would hang on a logarithm.
  return zlibSync(data, { level: 9, mem: 0 });
}
