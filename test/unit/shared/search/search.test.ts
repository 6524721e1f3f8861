import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, fittingPassages, matchRank, searchText } from '#shared/search/find.ts';
import { fold, foldWithPlaces } from '#shared/search/fold.ts';
import type { Passage } from '#shared/search/passages.ts';
import { termsOf } from '#shared/search/query.ts';

function passage(text: string): Passage {
  return { part: 'review', place: '', where: '', text: text.normalize('NFC') };
}

function finds(text: string, query: string): boolean {
  return matchRank(searchText([passage(text)]), termsOf(query)) > 0;
}

describe('words are found as people type them', () => {
  it.each([
    ['The Gateway holds every route', 'gateway ROUTE'],
    ['Łódź and Ærø', 'lodz aero'],
    ['Straße in Zürich', 'STRASSE zurich'],
    ['Zürich in two characters: Zu\u0308rich', 'zürich'],
    ['ΟΔΟΣ and λόγος', 'οδος ΛΟΓΟΣ'],
    ['İstanbul, kapı', 'istanbul kapi'],
    ['Ёлка и Киев', 'елка киев'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد أحمد', 'محمد احمد'],
    ['ガベージコレクション', 'ガベージ'],
    ['全角ＡＢＣ１２３', 'abc123'],
    ['हिन्दी में लिखा', 'हिन्दी'],
    ['한국어 문장', '한국어'],
    ['内存安全', '内存'],
    ['it’s “memory‑safe” – mostly', `it's "memory-safe"`],
    ['so\u00adft\u200b hyphens', 'soft'],
    ['two  spaces\nand lines', '"two spaces and lines"'],
  ])('%s: %s', (text, query) => {
    expect(finds(text, query)).toBe(true);
  });

  it.each([
    ['か', 'が'],
    ['हिन्दी', 'हन्दी'],
    ['memory management', '"management memory"'],
    ['memory', 'memory safety'],
    ['one passage', '"one\n\npassages"'],
  ])('%s is not %s', (text, query) => {
    expect(finds(text, query)).toBe(false);
  });

  it('takes an open quote to the end, and asks for more than one letter of an alphabet', () => {
    expect(termsOf('a "b c" d "e f')).toEqual(['a', 'b c', 'd', 'e f']);
    expect(termsOf('  “Quoted words”  ')).toEqual(['quoted words']);
    expect([termsOf('a'), termsOf('""'), termsOf(' ')]).toEqual([[], [], []]);
    expect(termsOf('安')).toEqual(['安']);
  });

  it('a phrase does not run from one passage into the next', () => {
    expect(matchRank(searchText([passage('the end'), passage('begins here')]), termsOf('"end begins"'))).toBe(0);
  });

  it('prefers a passage that has all words, and passages that have most of them', () => {
    const apart = searchText([passage('memory'), passage('about safety')]);
    const together = searchText([passage('memory'), passage('safety of memory')]);
    const terms = termsOf('memory safety');
    expect([matchRank(apart, terms), matchRank(together, terms)]).toEqual([1, 2]);
    expect(fittingPassages(together, terms).map(({ text }) => text)).toEqual(['safety of memory', 'memory']);
  });
});

describe('an excerpt', () => {
  it('shows what was written, with every word marked', () => {
    const parts = excerpt('The Café is open. A CAFÉ again.', termsOf('cafe open'));
    expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Café', 'open', 'CAFÉ']);
    expect(parts.map(({ text }) => text).join('')).toBe('The Café is open. A CAFÉ again.');
  });

  it('leaves out what stands far away, and says so', () => {
    const text = `${'before '.repeat(40)}needle ${'after '.repeat(60)}`;
    const shown = excerpt(text, ['needle'])
      .map((part) => part.text)
      .join('');
    expect(shown).toMatch(/^… before .*needle after .* …$/u);
    expect(shown.length).toBeLessThan(260);
  });

  it('finds in any text what the folded text has, and shows nothing else than the text', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed().normalize('NFC'));
    fc.assert(
      fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 8 }), (text, from, length) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect(places).toHaveLength(folded.length + 1);
        const term = folded
          .slice(from % (folded.length + 1))
          .slice(0, length)
          .trim();
        if (term === '') return;
        const parts = excerpt(text, [term]);
        expect(parts.some(({ isHit }) => isHit)).toBe(true);
        const shown = parts.map((part) => part.text).join('');
        expect(text).toContain(shown.replace(/^… /u, '').replace(/ …$/u, ''));
      }),
    );
  });
});
