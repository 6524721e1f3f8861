import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { tokenize } from '#main/record/pages/glyphs.ts';
import { wrap } from '#main/record/pages/text.ts';
import { STYLES } from '#main/record/pages/theme.ts';
import { readableTexts } from '#main/verify/page-text.ts';
import type { RecordBlock, RecordModel } from '#shared/record/model.ts';
import { inspect, onlySection, pageTexts, pdfFonts, pdfOf, recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const SEED = 20_260_303;
const EVERY_SCRIPT =
  'かな 한글 שלום سلام 汉字 ไทย हिन्दी বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം ગુજરાતી ਪੰਜਾਬੀ සිංහල ខ្មែរ ລາວ မြန်မာ አማርኛ 👍';

// Lines may break anywhere. The byte order mark is white space to JavaScript, but no line breaks at it.
const WHITE = /(?!\uFEFF)[\s\u0085]/g;

/** Marks with which pdftotext embeds text, and those that the record puts beside right-to-left words for it. */
const DIRECTION_MARKS = /[\u200E\u200F\u202A-\u202C]/g;

function standIn(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The first character of `given` that `found` holds neither as it is nor spelled out; null when all are there. */
function firstLost(given: string, found: string): string | null {
  let rest = found.replace(WHITE, '');
  for (const char of given.toWellFormed().normalize('NFC').replace(WHITE, '')) {
    const printed = [char, standIn(char)].find((text) => rest.startsWith(text));
    if (printed === undefined) return `${standIn(char)} before ${JSON.stringify(rest.slice(0, 20))}`;
    rest = rest.slice(printed.length);
  }
  return rest === '' ? null : `nothing, but there is more: ${JSON.stringify(rest.slice(0, 20))}`;
}

/** Any UTF-16, with what has bitten before made likely: controls, joiners, marks, astral, lone surrogates. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '\t',
        '\u0000',
        '\u0007',
        '\u001B',
        '\u007F',
        '\u0085',
        '\r\n',
        '\u2028',
        '\u00AD',
        '\u200B',
        '\u2060',
        '\uFE0F',
        '\uFFFE',
        '\uE000',
        '\u{F0000}',
        '\u{10FFFF}',
        '\u202E',
        '\u200F',
        '\u2066',
        '\u061C',
        '\u0301',
        '\u3164',
      ),
      fc.constantFrom(
        '→',
        '≥',
        '✓',
        '😀',
        '𠮷',
        'ﬁ',
        '한',
        'ש',
        'שָׁלוֹם',
        'ع',
        'السلام',
        'لا',
        'ِ',
        '٣',
        '日本語。',
        '（漢）',
        'ー',
        '(',
        '123',
        '\uD800',
        '\uDC00',
        'Ω',
        '\u00A0',
        ' ',
      ),
      // Each plane, and each part of the first one, as often as any other.
      fc
        .integer({ min: 0, max: 0x10ff })
        .chain((block) =>
          fc.integer({ min: block * 256, max: block * 256 + 255 }).map((char) => String.fromCodePoint(char)),
        ),
      fc.constantFrom(
        'עִבְרִית',
        'ب‌ر',
        '۳۵٪',
        '35%',
        ' (',
        ') ',
        '[',
        ']',
        '«',
        '-',
        '12.5',
        'x=1',
        '👩‍💻',
        '❤️',
        'é̂̃',
        'Å',
      ),
      fc.constantFrom('word ', 'https://example.org/a/b?c=d ', 'Ž', 'ộ', '[U+0041]'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('each character', () => {
  it('has ink or is spelled out, if it is not white space or a hint to those who break lines or join letters', async () => {
    const fonts = await (await pdfFonts()).forText(EVERY_SCRIPT);
    const inkless: string[] = [];
    // Beyond the second plane there are Chinese characters, and tags of which each is spelled out.
    for (let code = 0; code <= 0x1ffff; code++) {
      const char = String.fromCodePoint(code);
      if (!/^(?![\p{Co}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\n\r\f\v\t\u0085])\p{Assigned}$/u.test(char)) continue;
      const glyphs = tokenize(char, 'regular', fonts).filter((token) => token !== 'newline');
      const parts = glyphs.flatMap(({ face, parts }) => parts.map(({ id }) => face.font.glyphExtents(id)));
      if (!parts.some((part) => part && part.width !== 0 && part.height !== 0)) inkless.push(standIn(char));
    }
    const hints = ['00AD', '200B', '200C', '200D', '2060', '2800', 'FEFF'];
    const selectors = Array.from({ length: 16 }, (_, index) => `FE0${index.toString(16).toUpperCase()}`);
    expect(inkless.toSorted()).toEqual([...hints, ...selectors].map((code) => `[U+${code}]`).toSorted());
  });

  it('with its marks is one glyph, and so are letters and emoji that make one picture', async () => {
    const fonts = await (await pdfFonts()).forText(EVERY_SCRIPT);
    for (const text of ['x\u0302\u0303', 'क्षि', 'শ্রী', 'ก้', 'က္ခ', 'ខ្មែ', 'שָׁ', '👩‍💻', '🇩🇪', '1️⃣', '❤️']) {
      expect(tokenize(text, 'regular', fonts).map((token) => token !== 'newline' && token.text)).toEqual([text]);
    }
  });

  it('keeps heaps of marks within reach of its line', async () => {
    const fonts = await (await pdfFonts()).forText(EVERY_SCRIPT);
    for (const letter of ['a', 'ก', 'ع', 'ש', 'क']) {
      const mark = { a: '\u0301', ก: '\u0E49', ع: '\u064E', ש: '\u05B8', क: '\u0951' }[letter] ?? '';
      for (const token of tokenize(letter + mark.repeat(40), 'regular', fonts)) {
        for (const part of token === 'newline' ? [] : token.parts) expect(Math.abs(part.y)).toBeLessThanOrEqual(500);
      }
    }
  });
});

describe('no character vanishes', () => {
  it('when lines are broken, however narrow the column', async () => {
    const fonts = await (await pdfFonts()).forText(EVERY_SCRIPT);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 300 }), (text, width) => {
        const lines = wrap(text, STYLES.body, width, fonts);
        const found = lines.map((line) => line.text).join('');
        expect(firstLost(text, found)).toBeNull();
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('and no line is wider than its column, unless one character is', async () => {
    const fonts = await (await pdfFonts()).forText(EVERY_SCRIPT);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 300 }), (text, width) => {
        for (const line of wrap(text.replace(/\p{M}/gu, ''), STYLES.body, width, fonts)) {
          expect(line.width).toBeLessThanOrEqual(width + 0.01);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('on the way through the PDF and out again, in paragraphs, lists, tables and names', async () => {
    const texts = fc.sample(anyText, { seed: SEED, numRuns: 600 });
    const pdf = await pdfOf(everywhere(texts));
    const pages = await pageTexts(pdf, '-raw');
    // A page ends with what stands above and below its text.
    const all = pages.map((page) => page.split('DRAFT\nDecision record')[0]).join('');
    expect(lostOf(texts, all)).toEqual([]);
    // What is copied in place of glyphs has their letters: the verifier asks that of each version.
    expect([...new Set(readableTexts(openPdf(pdf)).map(({ isCopiedAsShown }) => isCopiedAsShown))]).toEqual([true]);
  });

  it('from a page that pdftotext puts in the order that it takes for right', async () => {
    const texts = fc.sample(anyText, { seed: SEED + 1, numRuns: 200 });
    const record = everywhere([]);
    const lost: string[] = [];
    for (let at = 0; at < texts.length; at += 10) {
      const some = texts.slice(at, at + 10);
      const text = (await pageTexts(await pdfOf({ ...record, sections: sectionOf(some, 1) }))).join('');
      lost.push(...lostOf(some, text));
    }
    expect(lost).toEqual([]);
  });

  it('of a title: on the page, above and below, in the bookmarks and in the properties', async () => {
    for (const given of fc.sample(anyText, { seed: SEED + 2, numRuns: 40 })) {
      const title = `begin0:${given.slice(0, 8)}:end0;`;
      const record = { ...everywhere([]), title };
      const pdf = await pdfOf({ ...record, sections: onlySection(title, []) });
      const outline = z.object({ outlines: z.array(z.object({ title: z.string() })) });
      const { outlines } = outline.parse(
        JSON.parse(await inspect('qpdf', pdf, '--json', '--json-key=outlines', 'FILE')),
      );
      const info = await inspect('pdfinfo', pdf, '-enc', 'UTF-8', 'FILE');
      const [page = ''] = (await pageTexts(pdf, '-raw')).slice(-1);
      // Twice on the page: as its heading and below.
      for (const found of [outlines.at(-1)?.title ?? '', info, page, page.slice(page.lastIndexOf('begin0:'))]) {
        expect(lostOf([given.slice(0, 8)], found)).toEqual([]);
      }
    }
  });
});

/** What of each text is not between its own marks. */
function lostOf(texts: readonly string[], all: string): readonly string[] {
  const plain = all.normalize('NFC').replace(DIRECTION_MARKS, '').replace(WHITE, '');
  return texts.flatMap((text, index) => {
    const found = plain.split(`begin${index}:`)[1]?.split(`:end${index};`)[0] ?? 'NOT FOUND';
    return firstLost(text, found) ?? [];
  });
}

/** A record with one section that holds the given texts, each between its own marks. */
function everywhere(texts: readonly string[]): RecordModel {
  return { ...recordOf(smallReview(), smallTemplate), sections: sectionOf(texts, 5) };
}

/** A section with each text in one of the first `kinds` kinds of blocks in turn. */
function sectionOf(texts: readonly string[], kinds: number): RecordModel['sections'] {
  const blocks = texts.map((given, index): RecordBlock => {
    const text = `begin${index}:${given}:end${index};`;
    const table = (titles: readonly string[], row: readonly string[]): RecordBlock => ({
      kind: 'table',
      columns: titles.map((title) => ({ title, weight: 1 })),
      rows: [row.map((cell) => ({ text: cell }))],
    });
    switch (index % kinds) {
      case 1:
        return { kind: 'list', items: [text] };
      case 2:
        return table(['One', 'Two'], ['', text]);
      case 3:
        return { kind: 'fields', rows: [{ label: 'Name', text }] };
      case 4:
        return { kind: 'heading', level: 2, text, badges: [] };
      default:
        return { kind: 'paragraph', voice: 'team', text };
    }
  });
  return onlySection('Texts', blocks);
}
