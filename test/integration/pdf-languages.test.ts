import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { wrap } from '../../main/record/pdf-text.ts';
import { STYLES } from '../../main/record/pdf-theme.ts';
import { inspect, pageTexts, pdfFonts, pdfOf, recordOf, squeezed } from '../support/pdf.ts';
import { smallReview, smallTemplate } from '../support/small-review.ts';

const file = new URL('../fixtures/languages/languages.json', import.meta.url);
const entrySchema = z.object({
  language: z.string(),
  name: z.string(),
  role: z.string(),
  title: z.string(),
  text: z.string(),
});
const languages = z.array(entrySchema).parse(JSON.parse(readFileSync(file, 'utf8')));
type Entry = (typeof languages)[number];

/** A record that says everything in one language: in headings, paragraphs, names, tables and lists. */
function recordIn({ title, text, name, role }: Entry): RecordModel {
  const record = recordOf(smallReview({ title }), smallTemplate);
  const table: RecordBlock = {
    kind: 'table',
    columns: [
      { title: role, weight: 1 },
      { title: name, weight: 1 },
    ],
    rows: Array.from({ length: 6 }, () => [{ text: name }, { text: title }]),
  };
  const blocks: readonly RecordBlock[] = [
    { kind: 'heading', level: 1, text: title, badges: [] },
    { kind: 'paragraph', voice: 'team', text },
    { kind: 'fields', rows: [{ label: role, text: name }] },
    table,
    { kind: 'list', items: [text] },
  ];
  return { ...record, title, sections: [{ kind: 'about', title, openPoints: 0, blocks }] };
}

/** What pdftotext adds to tell directions apart. */
const DIRECTION_MARKS = /[\u200E\u200F\u202A-\u202E]/g;

async function textOf(pdf: Uint8Array): Promise<string> {
  return squeezed((await pageTexts(pdf)).join('').replace(DIRECTION_MARKS, ''));
}

const count = (text: string, part: string) => text.split(squeezed(part)).length - 1;

describe.each(languages)('a record in $language', (entry) => {
  let pdf: Uint8Array;

  beforeAll(async () => {
    pdf = await pdfOf(recordIn(entry));
  });

  it('copies out as it was typed', async () => {
    const text = await textOf(pdf);
    expect(count(text, entry.name)).toBe(8);
    expect(count(text, entry.role)).toBe(2);
    // In the table alone it stands six times; elsewhere a long line may be cut or broken by a page.
    expect(count(text, entry.title)).toBeGreaterThanOrEqual(8);
    expect(count(text, entry.text)).toBe(2);
    expect(text).not.toContain('[U+');
  });

  it('embeds a part of each font it needs, and no other', async () => {
    const rows = (await inspect('pdffonts', pdf, 'FILE')).trim().split('\n').slice(2);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
    const eastern = rows.filter((row) => /NotoSans(SC|JP|KR)/.test(row)).length;
    expect(eastern > 0).toBe(['zh-Hans', 'zh-Hant', 'ja', 'ko'].includes(entry.language));
    expect(pdf.length).toBeLessThan(120_000);
  });

  it('is named in its own letters in the properties and the bookmarks', async () => {
    expect(await inspect('pdfinfo', pdf, 'FILE')).toContain(entry.title);
    const outline = await inspect('qpdf', pdf, '--json', '--json-key=outlines', 'FILE');
    expect(outline).toContain(JSON.stringify(entry.title).slice(1, -1));
  });
});

describe('lines', () => {
  it('of Chinese and Japanese break without spaces, and not before a full stop or after a bracket', async () => {
    const fonts = await (await pdfFonts()).forText('日本語かな');
    const text = '「安全性」と「遅延」の二つの問いに「はい」と答え、根拠も記録しました。'.repeat(8);
    for (let width = 60; width < 200; width += 7) {
      const lines = wrap(text, STYLES.body, width, fonts);
      expect(lines.length).toBeGreaterThan(10);
      expect(lines.map((line) => line.text).join('')).toBe(text);
      for (const line of lines) {
        expect(line.width).toBeLessThanOrEqual(width);
        expect(line.text).not.toMatch(/^[、。」]|「$/);
      }
    }
  });

  it('of Hebrew and Arabic stand at the right, of anything else at the left', async () => {
    const fonts = await (await pdfFonts()).forText('שלום سلام');
    const isRight = (text: string) => wrap(text, STYLES.body, 400, fonts)[0]?.rightToLeft;
    expect(isRight('שלום Rust')).toBe(true);
    expect(isRight('سلام 12')).toBe(true);
    expect(isRight('Rust שלום')).toBe(false);
    expect(isRight('12 %')).toBe(false);
  });

  it('set letters of Arabic joined, each in the form that its place asks for', async () => {
    const fonts = await (await pdfFonts()).forText('سلام');
    const glyphs = (text: string) =>
      wrap(text, STYLES.body, 400, fonts).flatMap((line) =>
        line.glyphs.map(({ glyph }) => glyph.parts.map((part) => part.id).join()),
      );
    // The same letter alone, at the start, in the middle and at the end of a word.
    const [alone] = glyphs('ه');
    const [last, middle, first] = glyphs('ههه');
    expect(new Set([alone, first, middle, last]).size).toBe(4);
  });

  it('turn brackets with the direction, but copy them as they were typed', async () => {
    const fonts = await (await pdfFonts()).forText('אב');
    const [line] = wrap('א (ב) ג', STYLES.body, 400, fonts);
    const [plain] = wrap('()', STYLES.body, 400, fonts);
    const shapes = (chars: string) =>
      line?.glyphs.filter(({ glyph }) => chars.includes(glyph.text)).map(({ glyph }) => glyph.parts[0]?.id);
    const [opening, closing] = plain?.glyphs.map(({ glyph }) => glyph.parts[0]?.id) ?? [];
    expect(shapes('()')).toEqual([opening, closing]);
    expect(line?.text).toBe('א (ב) ג');
  });
});
