import { pngOf } from './png.js';

/** Colours of a picture: pages of a record have few, and mixtures of them where edges are smoothed. */
const COLOURS = 64;

/**
 * A page as `pdftoppm` draws it, as a PNG of the colours that are there most: a third of the size, and no eye tells.
 * @param {Buffer} ppm binary PPM with 255 as the lightest
 * @returns {Buffer}
 */
export function palettePng(ppm) {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 64));
  if (!head) throw new Error('pdftoppm wrote no picture.');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = ppm.subarray(head[0].length);
  /** @type {Map<number, number>} */
  const counts = new Map();
  const colourAt = (/** @type {number} */ index) => pixels.readUIntBE(index * 3, 3);
  for (let index = 0; index < width * height; index++) {
    const colour = colourAt(index);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // A small word in colour counts as much as much grey.
  const weight = (/** @type {number} */ colour) => (counts.get(colour) ?? 0) * (1 + saturation(colour) / 16);
  const palette = [...counts.keys()].sort((left, right) => weight(right) - weight(left));
  palette.length = Math.min(COLOURS, palette.length);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let index = 0; index < width * height; index++) {
    rows[index + Math.floor(index / width) + 1] = places.get(colourAt(index)) ?? 0;
  }
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, place) => {
    colours.writeUIntBE(colour, place * 3, 3);
  });
  return pngOf({ width, height, kind: 'palette', bits: 8, rows, palette: colours });
}

/**
 * How far a colour is from grey, 0 to 255.
 * @param {number} colour
 */
function saturation(colour) {
  const parts = [16, 8, 0].map((shift) => (colour >> shift) & 255);
  return Math.max(...parts) - Math.min(...parts);
}

/**
 * Where the palette has the colour that is most like another.
 * @param {readonly number[]} palette
 * @param {number} colour
 */
function nearest(palette, colour) {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  palette.forEach((other, place) => {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}
