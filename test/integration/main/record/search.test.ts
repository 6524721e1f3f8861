import { beforeAll, describe, expect, it } from 'vitest';
import { missingWords, type Searcher, searchedText, wordsOf } from '#test/support/find-words.ts';
import { languages } from '#test/support/languages.ts';
import { onlySection, pdfOf, recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

/**
 * How many words may be missed, where it is known why (docs/adr/0013): PDFium turns figures away from the Latin letter before
 * them in a line that is read from the right; pdf.js puts spaces beside vowels that stand before, around or under their consonant
 * with a width of their own, and into Arabic words with vowel marks. Chinese and Japanese have no spaces, so a “word” is a
 * clause that a line may break.
 */
const MISSED: Readonly<Record<Searcher, Readonly<Record<string, number>>>> = {
  PDFium: { ar: 1, 'zh-Hans': 1, ja: 1 },
  'pdf.js': { ar: 1, fa: 2, hi: 5, bn: 7, ta: 7, km: 5, 'zh-Hans': 1, ja: 1 },
  poppler: { 'zh-Hans': 1, ja: 1 },
};

describe.each(languages)('words in $language', ({ language, title, text, name, role }) => {
  const words = wordsOf([title, text, name, role].join(' '));
  let pdf: Uint8Array;

  beforeAll(async () => {
    pdf = await pdfOf({
      ...recordOf(smallReview({ title: 'Words' }), smallTemplate),
      sections: onlySection(title, [
        { kind: 'paragraph', voice: 'team', text },
        { kind: 'fields', rows: [{ label: role, text: name }] },
      ]),
    });
  });

  it.each(['PDFium', 'pdf.js', 'poppler'] as const)('are found again by %s', async (searcher) => {
    expect(words.length).toBeGreaterThan(5);
    const missing = missingWords(await searchedText(pdf, searcher), words);
    expect(missing.length, missing.join(' ')).toBeLessThanOrEqual(MISSED[searcher][language] ?? 0);
  });
});

it('whole sentences that are read from the right are found in Chrome and Edge, over letters of both directions', async () => {
  const sentences = [
    'הצוות החליט לאמץ את Rust בשלב השני',
    'قرر الفريق اعتماد Rust في المرحلة الثانية',
    'تیم تصمیم گرفت Rust را در مرحله',
  ];
  const sections = onlySection(
    'Sentences',
    sentences.map((text) => ({ kind: 'paragraph', voice: 'team', text }) as const),
  );
  const pdf = await pdfOf({ ...recordOf(smallReview({ title: 'Words' }), smallTemplate), sections });
  expect(missingWords(await searchedText(pdf, 'PDFium'), sentences)).toEqual([]);
});
