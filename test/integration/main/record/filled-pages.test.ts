import { describe, expect, it } from 'vitest';
import { layOut } from '#main/record/pages/layout.ts';
import { BLANK_SHARE, LAST_SHARE } from '#main/record/pages/paginate.ts';
import { SHEETS } from '#main/record/pages/theme.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { contentSha256, pdfFonts } from '#test/support/pdf.ts';
import { emptyScene, revisedScene, type Scene, sampleScene, signedScene } from '#test/support/record-scenes.ts';
import { sampleNames } from '#test/support/shipped.ts';

const LENGTHS = ['full', 'short'] as const satisfies readonly RecordLength[];
const PAPERS = ['a4', 'letter'] as const;

/** How much of each page stays blank, from 0 to 1. */
async function blankOf({ review, template }: Scene, length: RecordLength, paper: (typeof PAPERS)[number]) {
  const stored = { contentSha256: contentSha256(review), revision: 1, savedAt: '2026-03-03T14:05:06.789Z' };
  const record = buildRecord(review, template, stored, length);
  const fonts = await (await pdfFonts()).forText(JSON.stringify(record));
  return (await layOut(record, fonts, SHEETS[paper])).blank;
}

/** Most pages of the full record and of the short one; null where nothing is promised. */
type Limits = Readonly<Record<RecordLength, number>> | null;

const SCENES: readonly (readonly [string, Limits, () => Scene])[] = [
  ...sampleNames.map((name) => [`the sample ${name}`, { full: 20, short: 5 }, () => sampleScene(name)] as const),
  ['a signed review', null, () => signedScene()],
  ['a revision', null, () => revisedScene()],
  ...['rust-adoption', 'quick-review', 'adopt-technology'].map(
    (id) => [`an untouched review of ${id}`, { full: 3, short: 3 }, () => emptyScene(id)] as const,
  ),
];

describe.each(SCENES)('the pages of %s', (_, limits, scene) => {
  it.each(LENGTHS.flatMap((length) => PAPERS.map((paper) => [length, paper] as const)))(
    'are filled in the %s record on %s: a third may stay blank, and the last is worth turning to',
    async (length, paper) => {
      const blank = await blankOf(scene(), length, paper);
      const shown = blank.map((share) => Math.round(100 * share));
      if (limits) expect(shown.length).toBeLessThanOrEqual(limits[length]);
      expect(shown.slice(0, -1).filter((share) => share > 100 * BLANK_SHARE)).toEqual([]);
      expect(blank.at(-1)).toBeLessThanOrEqual(1 - LAST_SHARE);
    },
  );
});
