import { beforeAll, describe, expect, it } from 'vitest';
import { missingWords, type Searcher, searchedText, wordsOf } from '#test/support/find-words.ts';
import { languages, moreWords } from '#test/support/languages.ts';
import { onlySection, pdfOf, recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

/**
 * How many words may be missed, where it is known why (docs/adr/0013): PDFium turns figures away from the Latin letter before
 * them in a line that is read from the right. Chinese and Japanese have no spaces, so a “word” is a clause that a line may break.
 */
const MISSED: Readonly<Record<Searcher, Readonly<Record<string, number>>>> = {
  PDFium: { ar: 1, 'zh-Hans': 1, ja: 1 },
  'pdf.js': { 'zh-Hans': 1, ja: 1 },
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

describe('words with letters that are drawn in another order, as one, or under heaps of marks', () => {
  let pdf: Uint8Array;

  beforeAll(async () => {
    // Each text a second time from its end, so that other words begin and end the lines.
    const sections = onlySection(
      'Words',
      moreWords.flatMap(({ text }) =>
        [text, text.split(' ').toReversed().join(' ')].map(
          (line) => ({ kind: 'paragraph', voice: 'team', text: line }) as const,
        ),
      ),
    );
    pdf = await pdfOf({ ...recordOf(smallReview({ title: 'Words' }), smallTemplate), sections });
  });

  it.each(['PDFium', 'pdf.js', 'poppler'] as const)('are all found again by %s', async (searcher) => {
    const found = await searchedText(pdf, searcher);
    for (const { language, text } of moreWords)
      expect([language, ...missingWords(found, wordsOf(text))]).toEqual([language]);
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
