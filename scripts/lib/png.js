import { crc32, deflateSync } from 'node:zlib';

/** Begins every PNG. */
export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Kinds of pixels, by the numbers that PNG has for them. */
const KINDS = { grey: 0, palette: 3 };

/**
 * A picture as a PNG.
 * @param {object} picture
 * @param {number} picture.width
 * @param {number} picture.height
 * @param {'grey' | 'palette'} picture.kind
 * @param {number} picture.bits bits for each pixel
 * @param {Buffer} picture.rows each row with a zero before it, which says that it is not filtered
 * @param {Buffer} [picture.palette] three bytes for each colour
 * @returns {Buffer}
 */
export function pngOf({ width, height, kind, bits, rows, palette }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, KINDS[kind]], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([size, body, check]);
}
