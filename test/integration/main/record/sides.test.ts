import { describe, expect, it } from 'vitest';
import { badgeWidth } from '#main/record/pages/badge.ts';
import type { Op } from '#main/record/pages/canvas.ts';
import { layOut } from '#main/record/pages/layout.ts';
import { wrap } from '#main/record/pages/text.ts';
import { MEASURE, PAGE, SHEETS, STYLES } from '#main/record/pages/theme.ts';
import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { pageTexts, pdfFonts, pdfOf, recordOf, squeezed } from '#test/support/pdf.ts';
import { withBlocks } from '#test/support/record-pages.ts';
import { sampleScene, sceneRecord } from '#test/support/record-scenes.ts';
import { sampleNames } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

type Text = Extract<Op, { kind: 'text' }>;

const NAME = 'נועה לוי';
const LONG = 'הצוות החליט לאמץ את השפה בשלב השני, כי רוב הזמן הולך על קריאה וכתיבה של קבצים. '.repeat(4).trim();

/** Every line of text that a record is set in, in order. */
async function textsOf(record: RecordModel): Promise<readonly Text[]> {
  const fonts = await (await pdfFonts()).forText(JSON.stringify(record));
  const { pages } = await layOut(record, fonts);
  return pages.flatMap(({ ops }) => ops.flatMap((op) => (op.kind === 'text' ? [op] : [])));
}

/** The lines that say something. */
function saying(texts: readonly Text[], text: string): readonly Text[] {
  const found = texts.filter(({ line }) => line.text.includes(text));
  expect(found.length).toBeGreaterThan(0);
  return found;
}

const end = ({ x, line }: Text) => x + line.width;

describe('what is read from the right', () => {
  it('stands beside its label, and in its column, when it is short', async () => {
    const texts = await textsOf(
      withBlocks(
        { kind: 'fields', rows: [{ label: 'Owner', text: NAME }] },
        {
          kind: 'table',
          columns: [
            { title: 'Who', weight: 1 },
            { title: 'What', weight: 1 },
          ],
          rows: [[{ text: NAME }, { text: 'Reviews it' }]],
        },
        { kind: 'checks', items: [{ met: true, text: 'Done', note: NAME }] },
      ),
    );
    const [field, cell, note] = saying(texts, NAME);
    expect(field?.x).toBeCloseTo(PAGE.left + 108);
    expect(cell?.x).toBeCloseTo(PAGE.left);
    expect(note?.x).toBe(saying(texts, 'Done')[0]?.x);
  });

  it('is flush at the right when it is long, whatever it stands in', async () => {
    const texts = await textsOf(
      withBlocks(
        { kind: 'heading', level: 1, text: LONG.slice(0, 50), badges: [] },
        { kind: 'paragraph', voice: 'team', text: LONG },
        { kind: 'fields', rows: [{ label: 'Why', text: LONG }] },
      ),
    );
    const lines = texts.filter(({ line }) => line.rightToLeft && line.width > MEASURE / 2);
    expect(lines.length).toBeGreaterThan(4);
    const edges = lines.map(end);
    // The value of a field is as wide as its longest line.
    for (const edge of edges) expect(edge).toBeGreaterThan(PAGE.right - 40);
    expect(edges.slice(0, 3).every((edge) => Math.abs(edge - PAGE.right) < 0.1)).toBe(true);
  });

  it('has its box, its bullet and its address at its own side', async () => {
    const record = withBlocks(
      { kind: 'checks', items: [{ met: true, text: LONG, note: '' }] },
      { kind: 'links', items: [{ text: NAME, url: 'https://example.org/a', note: '' }] },
      { kind: 'links', items: [{ text: 'Plain', url: 'https://example.org/b', note: '' }] },
    );
    const texts = await textsOf(record);
    expect(saying(texts, '☑')[0]?.x).toBeGreaterThan(PAGE.right - 20);
    const [turned, plain] = saying(texts, 'https://example.org');
    expect(turned && end(turned)).toBeCloseTo(end(saying(texts, NAME)[0] as Text));
    expect(plain?.x).toBe(saying(texts, 'Plain')[0]?.x);
    // A bullet at the right is a shape, so only the plain one is a letter.
    expect(texts.filter(({ line }) => line.text === '•')).toHaveLength(1);
  });

  it('has the badges of a heading behind its end', async () => {
    const badge = { text: 'Critical 25', tone: 'critical' } as const;
    const texts = await textsOf(withBlocks({ kind: 'heading', level: 1, text: NAME, badges: [badge] }));
    const [name] = saying(texts, NAME);
    const [state] = saying(texts, badge.text);
    expect(name && end(name)).toBeCloseTo(PAGE.right);
    expect(state && name && end(state) < name.x).toBe(true);
    expect((name?.x ?? 0) - (state?.x ?? 0)).toBeLessThan(badgeWidth(badge, await pdfFonts()) + 10);
  });

  it('does not turn the words that the record puts behind a name', async () => {
    const decision = { conditions: [{ id: 'c', text: 'Budget', owner: NAME, due: '2026-05-01' }] };
    const texts = await textsOf(recordOf(smallReview({ decision }), smallTemplate));
    const [note] = saying(texts, `${NAME}, due 1 May 2026`);
    expect(note?.line.rightToLeft).toBe(false);
    expect(note?.x).toBe(saying(texts, 'Budget')[0]?.x);
    const fonts = await (await pdfFonts()).forText(NAME);
    const [line] = wrap('נועה, due 1', { ...STYLES.small, reads: 'from-left' }, 400, fonts);
    const xs = line?.glyphs.map(({ glyph, x }) => [glyph.text, x] as const) ?? [];
    const at = (text: string) => xs.find(([found]) => found === text)?.[1] ?? Number.NaN;
    expect(at('ה')).toBeLessThan(at('נ'));
    expect(at('נ')).toBeLessThan(at('d'));
  });
});

describe('facts', () => {
  it('read label first, however many lines that has', async () => {
    const label = 'Roles of which each has to approve before it counts';
    const record = withBlocks({
      kind: 'fields',
      rows: [
        { label, text: 'The owner of the service. '.repeat(12).trim() },
        { label, text: 'Nobody' },
      ],
    });
    const text = squeezed((await pageTexts(await pdfOf(record), '-raw')).join(''));
    expect(text).toContain(squeezed(`${label}The owner of the service. The owner`));
    expect(text).toContain(squeezed(`${label}Nobody`));
  });

  it('keep a label of several lines on one page', async () => {
    const label =
      'Roles of which each has to approve before it counts, as the template of this review says, in the order in which it counts';
    for (let lines = 24; lines < 46; lines++) {
      const filler = Array.from(
        { length: lines },
        (_, index): RecordBlock => ({ kind: 'list', items: [`line ${index}`] }),
      );
      const texts = await textsOf(withBlocks(...filler, { kind: 'fields', rows: [{ label, text: 'Somebody' }] }));
      const [value] = saying(texts, 'Somebody');
      const last = saying(texts, 'counts').at(-1);
      expect(last && value && last.y > value.y && last.y < SHEETS.a4.bottom).toBe(true);
    }
  });

  it('lose no word of a state that is longer than a line', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Approver Number ${index}`).join(', ');
    const record = withBlocks({ kind: 'fields', rows: [{ label: 'Objections', text: names, tone: 'warning' }] });
    const texts = await textsOf(record);
    expect(squeezed(texts.map(({ line }) => line.text).join(''))).toContain(squeezed(names));
  });
});

it.each(sampleNames)('columns are wide enough for their titles: %s', async (name) => {
  const record = sceneRecord(sampleScene(name));
  const tables = record.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const titles = tables.flatMap(({ columns }) => columns.map(({ title }) => title));
  const words = new Set(titles.flatMap((title) => title.split(' ')));
  const cover = 'No. Risk Before Response After Option Choice What speaks for the chosen one, and against the others';
  const known = new Set([...words, ...cover.split(' ')]);
  const heads = (await textsOf(record)).filter(({ style }) => style === STYLES.cellHead);
  const broken = heads.flatMap(({ line }) => line.text.split(' ')).filter((word) => !known.has(word));
  expect(titles.length).toBeGreaterThan(10);
  expect(heads.length).toBeGreaterThanOrEqual(titles.length);
  expect(broken).toEqual([]);
});
