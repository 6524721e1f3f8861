import { beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { wrap } from '#main/record/pages/text.ts';
import { STYLES } from '#main/record/pages/theme.ts';
import { readableTexts } from '#main/verify/page-text.ts';
import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { type LanguageText, languages } from '#test/support/languages.ts';
import { inspect, onlySection, pageTexts, pdfFonts, pdfOf, recordOf, squeezed } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

/** A record that says everything in one language: in headings, paragraphs, names, tables and lists. */
function recordIn({ title, text, name, role }: LanguageText): RecordModel {
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
  return {
    ...record,
    title,
    sections: onlySection(title, blocks),
  };
}

/** Marks with which pdftotext embeds text, and those that the record puts beside right-to-left words for it. */
const DIRECTION_MARKS = /[\u200E\u200F\u202A-\u202C]/g;

async function textOf(pdf: Uint8Array, ...options: readonly '-raw'[]): Promise<string> {
  return squeezed((await pageTexts(pdf, ...options)).join('').replace(DIRECTION_MARKS, ''));
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
    expect([...new Set(readableTexts(openPdf(pdf)).map(({ isCopiedAsShown }) => isCopiedAsShown))]).toEqual([true]);
  });

  it('says nothing but what was typed, in the order in which it was', async () => {
    const { title, text, name, role } = entry;
    const all = await textOf(pdf, '-raw');
    const head = squeezed(`1 ${title}`);
    const body = all.slice(all.indexOf(head)).split('DRAFTDecisionrecord')[0];
    const bullet = ['ar', 'he', 'fa'].includes(entry.language) ? '' : '•';
    const rows = Array.from({ length: 6 }, () => [name, title]).flat();
    const typed = ['1', title, title, text, role, name, role, name, ...rows, bullet, text];
    expect(body).toBe(squeezed(typed.join('')));
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

describe('a page in English', () => {
  const lines = [
    'Owner: נועה לוי (lead), 12 ms; see https://example.org/שלום?x=1 and [שלום].',
    'שלום Rust עולם 35% סוף.',
    'בדקנו 3–5 פעמים (v1.2.3-rc1), ראו https://example.org/a/b?c=d#e, ואז "סיימנו".',
    'שָׁלוֹם (Rust) 1-2 ב-Rust',
    'قرر الفريق اعتماد Rust في المرحلة الثانية (p99) من 12 إلى 3.',
    'اَلسَّلامُ عليكم: ٣٥٪ من 12.5%، و[نعم] «لا»؟',
    'هزینه‌ها ۳۵٪ کاهش یافت؛ ۱۲ تا ۳۰ (Rust).',
    'Rust שלום עולם, Go; قال (نعم). End – ۳۵٪.',
    'state-of-the-art in-process '.repeat(12).trim(),
    'a\u0301 x\u0302\u0323\u0303 ❤\uFE0F a\u00ADb\u200Bc',
  ];
  const table: RecordBlock = {
    kind: 'table',
    columns: [
      { title: 'نام (Name)', weight: 1 },
      { title: 'Text', weight: 2 },
    ],
    rows: lines.map((line) => [{ text: 'זהר 5%' }, { text: line }]),
  };
  const record = recordOf(smallReview({ title: 'גרסה 2 (Rust) – ۳۵٪' }), smallTemplate);
  const english = Array.from(
    { length: 24 },
    () => ({ kind: 'paragraph', voice: 'team', text: 'Most is English.' }) as const,
  );
  const typed = lines.map((text): RecordBlock => ({ kind: 'paragraph', voice: 'team', text }));

  it.each<readonly [string, readonly RecordBlock[]]>([
    ['mostly', [...english, ...typed]],
    ['hardly', typed],
    ['and its table', [table]],
    ['and its list', [{ kind: 'list', items: lines }]],
  ])('copies out what stands in other directions, where %s in English', async (_, blocks) => {
    const sections = onlySection('Texts', blocks);
    const pdf = await pdfOf({ ...record, sections });
    for (const options of [[], ['-raw']] as const) {
      const text = await textOf(pdf, ...options);
      expect(lines.filter((line) => count(text, line) !== 1)).toEqual([]);
      // On the cover, and below each page.
      const pages = text.split('\f').length - 1;
      expect(count(text, record.title)).toBeGreaterThan(pages);
    }
  });
});

describe('what is compared when a record is verified', () => {
  it('is what it shows and what is copied from it', async () => {
    const sections = onlySection('Texts', [{ kind: 'paragraph', voice: 'team', text: 'שלום Rust' }]);
    const pdf = openPdf(await pdfOf({ ...recordOf(smallReview(), smallTemplate), sections }));
    const page = readableTexts(pdf).find(({ all }) => all.includes('Rustםולש'))?.all ?? '';
    // The glyphs, the text for poppler, the text for others as it is seen from left to right.
    expect(page.split('Rust').length - 1).toBe(3);
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

  it('of Thai and Lao, without spaces to break at, keep vowels with their consonants', async () => {
    const fonts = await (await pdfFonts()).forText('ไทย ລາວ');
    for (const text of [
      'เพราะเวลาตอบสนองลดลงและทุกคนเรียนจบหลักสูตรแล้วน้ำ'.repeat(4),
      'ທີມງານຕັດສິນໃຈໃຊ້ໃນຂັ້ນຕອນທີສອງເພາະ'.repeat(4),
    ]) {
      for (let width = 40; width < 120; width += 7) {
        const lines = wrap(text, STYLES.body, width, fonts);
        expect(lines.length).toBeGreaterThan(4);
        expect(lines.map((line) => line.text).join('')).toBe(text);
        for (const line of lines) {
          expect(line.width).toBeLessThanOrEqual(width);
          expect(line.text).not.toMatch(/^[\p{M}ะาຳະາ]|[เแโใไເແໂໃໄ]$/u);
        }
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
        line.glyphs.flatMap(({ glyph }) => (glyph.text === '' ? [] : glyph.parts.map((part) => part.id).join())),
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
      line?.glyphs.filter(({ glyph }) => chars === glyph.text).map(({ glyph }) => glyph.parts[0]?.id);
    const [opening, closing] = plain?.glyphs.map(({ glyph }) => glyph.parts[0]?.id) ?? [];
    expect([shapes('('), shapes(')')]).toEqual([[closing], [opening]]);
    expect(line?.text).toBe('א (ב) ג');
  });

  it('are drawn in the order of reading, in which some programs copy them, with the letters of each word turned', async () => {
    const fonts = await (await pdfFonts()).forText('אב');
    const [line] = wrap('אב Rust, גד 12.', STYLES.body, 400, fonts);
    expect(line?.glyphs.map(({ glyph }) => glyph.text).join('')).toBe(' באRust,  דג12.');
    // Between words of the same direction a space is plain; where the direction changes it must not look like one.
    const spaces = line?.glyphs.filter(({ glyph }) => glyph.text === ' ').map(({ glyph }) => glyph.parts[0]?.says);
    expect(spaces).toEqual(['\u200F ', '\u200F ', '\u200F ']);
    const [pair] = wrap('אב גד', STYLES.body, 400, fonts);
    expect(pair?.glyphs.map(({ glyph }) => glyph.parts[0]?.says).includes('\u200F ')).toBe(false);
  });
});
