import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordModel } from '#shared/record/model.ts';
import { wrap } from '../../main/record/pdf-text.ts';
import { STYLES } from '../../main/record/pdf-theme.ts';
import { pageTexts, pdfFonts, pdfOf, recordOf } from '../support/pdf.ts';
import { smallReview, smallTemplate } from '../support/small-review.ts';

const SEED = 20_260_303;
const EVERY_SCRIPT = 'かな 한글 שלום سلام 汉字';

// Without ink by their nature: white space, and hints to line breakers and shapers.
const INKLESS = /[\s\u0085\u200B]|\u00AD|\u200C|\u200D|\u2060|\uFEFF|\uFE0E|\uFE0F/g;

function standIn(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The first character of `given` that `found` holds neither as it is nor spelled out; null when all are there. */
function firstLost(given: string, found: string): string | null {
  let rest = found.replace(INKLESS, '');
  for (const char of given.toWellFormed().normalize('NFC').replace(INKLESS, '')) {
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
        '\u202E',
        '\u0301',
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
      fc.constantFrom('word ', 'https://example.org/a/b?c=d ', 'Ž', 'ộ', '[U+0041]'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

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

  it('on the way through the PDF and out again', async () => {
    // Marks are left to the test above: pdftotext puts them where it thinks they belong.
    const texts = fc.sample(anyText, { seed: SEED, numRuns: 600 }).map((text) =>
      text
        .toWellFormed()
        .normalize('NFC')
        .replace(/[\p{M}\p{Script=Hebrew}\p{Script=Arabic}]/gu, ''),
    );
    const pages = await pageTexts(await pdfOf(paragraphs(texts)), '-raw');
    // A page ends with what stands above and below its text.
    const all = pages.map((page) => page.replace(/\s/g, '').split('DRAFTDecisionrecord')[0]).join('');
    const lost = texts.flatMap((text, index) => {
      const found = all.split(`begin${index}:`)[1]?.split(`:end${index};`)[0] ?? 'NOT FOUND';
      return firstLost(text, found) ?? [];
    });
    expect(lost).toEqual([]);
  });
});

/** A record with one section that holds the given texts, each between its own marks. */
function paragraphs(texts: readonly string[]): RecordModel {
  const record = recordOf(smallReview(), smallTemplate);
  const blocks = texts.map(
    (text, index) => ({ kind: 'paragraph', voice: 'team', text: `begin${index}:${text}:end${index};` }) as const,
  );
  return { ...record, sections: [{ kind: 'about', title: 'Texts', openPoints: 0, blocks }] };
}
