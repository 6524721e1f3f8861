import { inflateSync } from 'node:zlib';
import { PNG_SIGNATURE, pngOf } from '../../scripts/lib/png.js';

/** A picture in 16 greys, row by row from the top left corner; 0 is black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly greys: Uint8Array;
}

/** Of each of 256 greys, the nearest of the 16. */
const GREYS = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value / 17));

/** Reads what `pdftoppm -gray` writes: a binary PGM with 255 as white. */
export function fromPgm(bytes: Uint8Array): GreyPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (!head) throw new Error('pdftoppm wrote no grey picture');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const greys = bytes.subarray(head[0].length, head[0].length + width * height).map((value) => GREYS[value] ?? 0);
  if (greys.length !== width * height) throw new Error('pdftoppm wrote only a part of a picture');
  return { width, height, greys };
}

/** The picture as a PNG with four bits a pixel, for references that are small and that people can look at. */
export function toPng({ width, height, greys }: GreyPicture): Buffer {
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | ((greys[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  }
  return pngOf({ width, height, kind: 'grey', bits: 4, rows });
}

/** Reads what `toPng` writes, and no other kind of PNG. */
export function fromPng(bytes: Uint8Array): GreyPicture {
  const png = Buffer.from(bytes);
  const data = new Map<string, Buffer>();
  for (let at = PNG_SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    data.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [header, packed] = [data.get('IHDR'), data.get('IDAT')];
  if (!header || !packed || header.readUInt8(8) !== 4) throw new Error('This is not a reference made by the tests');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const stride = 1 + Math.ceil(width / 2);
  const rows = inflateSync(packed);
  const greys = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pair = rows[y * stride + 1 + (x >> 1)] ?? 0;
      greys[y * width + x] = x % 2 === 0 ? pair >> 4 : pair & 15;
    }
  }
  return { width, height, greys };
}

/** How far a grey may be from the greys around the same place, in sixteenths. */
const TOLERANCE = 5;

/**
 * The places at which two pictures differ by more than another program for drawing pages would make them:
 * a grey counts as the same when it lies between the lightest and the darkest of the nine around its place in the
 * other picture, or near that. So edges may be smoothed otherwise, and lines may be off by one.
 */
export function differences(left: GreyPicture, right: GreyPicture): readonly (readonly [x: number, y: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let y = 0; y < Math.max(left.height, right.height); y++) {
    for (let x = 0; x < Math.max(left.width, right.width); x++) {
      // The place itself is one of the nine, and nearly always the same.
      if (Math.abs(greyAt(left, x, y) - greyAt(right, x, y)) <= TOLERANCE) continue;
      if (!isWithin(left, right, x, y) || !isWithin(right, left, x, y)) found.push([x, y]);
    }
  }
  return found;
}

function isWithin(picture: GreyPicture, other: GreyPicture, x: number, y: number): boolean {
  const grey = greyAt(picture, x, y);
  let [low, high] = [15, 0];
  for (let near = 0; near < 9; near++) {
    const around = greyAt(other, x + (near % 3) - 1, y + Math.floor(near / 3) - 1);
    low = Math.min(low, around);
    high = Math.max(high, around);
  }
  return grey >= low - TOLERANCE && grey <= high + TOLERANCE;
}

/** Beyond its edges a page is white. */
function greyAt({ width, height, greys }: GreyPicture, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 15 : (greys[y * width + x] ?? 15);
}
