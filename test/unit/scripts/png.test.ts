import { expect, it } from 'vitest';
import { fromPng, toPng } from '#test/support/grey-picture.ts';
import { palettePng } from '../../../scripts/lib/palette-png.js';

it('a picture in greys comes back as it was, also with an odd width', () => {
  const greys = Uint8Array.from({ length: 7 * 5 }, (_, index) => (index * 5) % 16);
  expect(fromPng(toPng({ width: 7, height: 5, greys }))).toEqual({ width: 7, height: 5, greys });
});

it('a page keeps the colours that it has most of, and others become like them', () => {
  const pixels = Buffer.alloc(100 * 2 * 3, 0xff);
  // Seventy colours on two rows of white: more than there is room for.
  for (let index = 0; index < 70; index++) pixels.set([index, index, index], index * 3);
  pixels.set([0, 0, 0], 100 * 3);
  const png = palettePng(Buffer.concat([Buffer.from('P6\n100 2\n255\n'), pixels]));
  const at = png.indexOf('PLTE');
  expect(png.readUInt32BE(at - 4)).toBe(64 * 3);
  expect([...png.subarray(at + 4, at + 10)]).toEqual([255, 255, 255, 0, 0, 0]);
});
