import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordBlock } from '#shared/record/model.ts';
import { differences, fromPng, type GreyPicture, toPng } from '#test/support/grey-picture.ts';
import { FOUR_MILLIMETRES, KEY_PAGES, pictureOf } from '#test/support/page-pictures.ts';
import { inProject } from '#test/support/project.ts';

const REFERENCES = inProject('test/fixtures/pages/');
const RESULTS = inProject('test-results/pages/');
/** Set by `npm run pages:renew`, which takes the pages as they are now for right. */
const isRenewing = process.env.GROUNDWORK_RENEW_PAGES === '1';
/** Dots of a page that may differ: a grain here and there is another program's way of drawing. */
const ALLOWED = 75;

const pages = Object.entries(KEY_PAGES);

describe('key pages of records look as they did', () => {
  it.each(pages)('%s', async (name, page) => {
    const picture = await pictureOf(page);
    const file = join(REFERENCES, `${name}.png`);
    if (isRenewing) {
      mkdirSync(REFERENCES, { recursive: true });
      writeFileSync(file, toPng(picture));
    }
    const found = differences(fromPng(readFileSync(file)), picture);
    if (found.length > ALLOWED) keepForLooking(name, picture, found);
    const advice = `“${name}” looks different in ${found.length} places, see test-results/pages. If it is meant to: npm run pages:renew`;
    expect(found.length, advice).toBeLessThanOrEqual(ALLOWED);
  });
});

describe('the comparison', () => {
  const reference = (name: keyof typeof KEY_PAGES) => fromPng(readFileSync(join(REFERENCES, `${name}.png`)));

  it.each(pages)('does not mind how lines and letters are smoothed: %s', async (name, page) => {
    const drawnOtherwise = halved(await pictureOf(page, 2));
    const smoothed = blurred(reference(name as keyof typeof KEY_PAGES));
    for (const picture of [drawnOtherwise, smoothed]) {
      expect(differences(reference(name as keyof typeof KEY_PAGES), picture).length).toBeLessThanOrEqual(ALLOWED);
    }
  });

  it.each([
    ['first-page', 'the decision', { left: 36, top: 82, width: 300, height: 40 }],
    ['first-page', 'the signers', { left: 36, top: 470, width: 160, height: 40 }],
    ['risk-heat-map', 'the map', { left: 36, top: 90, width: 160, height: 120 }],
    ['path', 'a stage', { left: 36, top: 408, width: 110, height: 72 }],
    ['options-matrix', 'some scores', { left: 160, top: 126, width: 110, height: 66 }],
    ['gains', 'the bars', { left: 105, top: 443, width: 180, height: 38 }],
  ] as const)('sees on %s that %s moved by four millimetres', (name, _, area) => {
    const picture = reference(name);
    for (const [right, down] of [
      [FOUR_MILLIMETRES, 0],
      [0, FOUR_MILLIMETRES],
    ] as const) {
      expect(differences(picture, moved(picture, area, right, down)).length).toBeGreaterThan(ALLOWED);
    }
  });

  it('sees that a table lost a column', async () => {
    const page = KEY_PAGES['options-matrix'];
    const record = page.record();
    const narrowed = (block: RecordBlock): RecordBlock =>
      block.kind === 'table'
        ? { ...block, columns: block.columns.slice(0, -1), rows: block.rows.map((row) => row.slice(0, -1)) }
        : block;
    const sections = record.sections.map((section) => ({ ...section, blocks: section.blocks.map(narrowed) }));
    const without = await pictureOf({ ...page, record: () => ({ ...record, sections }) });
    expect(differences(reference('options-matrix'), without).length).toBeGreaterThan(ALLOWED);
  });
});

/** Puts what was drawn, and where it differs, to where somebody can look at it. */
function keepForLooking(name: string, picture: GreyPicture, found: readonly (readonly [number, number])[]): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${name}.png`), toPng(picture));
  const greys = picture.greys.map((grey) => 12 + Math.floor(grey / 5));
  for (const [x, y] of found) greys[y * picture.width + x] = 0;
  writeFileSync(join(RESULTS, `${name}-differences.png`), toPng({ ...picture, greys }));
}

/** The same page as a program would draw it that smooths edges in its own way. */
function halved({ width, height, greys }: GreyPicture): GreyPicture {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const at = (x: number, y: number) => greys[y * width + x] ?? 15;
  return {
    ...half,
    greys: Uint8Array.from({ length: half.width * half.height }, (_, index) => {
      const [x, y] = [(index % half.width) * 2, Math.floor(index / half.width) * 2];
      return Math.round((at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4);
    }),
  };
}

/** Each dot mixed with the one to its right: letters a little to the side, edges less sharp. */
function blurred({ width, height, greys }: GreyPicture): GreyPicture {
  return { width, height, greys: greys.map((grey, at) => Math.round((grey * 2 + (greys[at + 1] ?? 15)) / 3)) };
}

function moved(
  { width, height, greys }: GreyPicture,
  area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  right: number,
  down: number,
): GreyPicture {
  const result = greys.slice();
  const each = (draw: (x: number, y: number) => void) => {
    for (let y = area.top; y < area.top + area.height; y++) {
      for (let x = area.left; x < area.left + area.width; x++) draw(x, y);
    }
  };
  each((x, y) => {
    result[y * width + x] = 15;
  });
  each((x, y) => {
    result[(y + down) * width + x + right] = greys[y * width + x] ?? 15;
  });
  return { width, height, greys: result };
}
