import { describe, expect, it } from 'vitest';
import { survivesPreparation } from '#main/certificates/prepared-name.ts';
import { witnessSubject } from '#main/certificates/witness-name.ts';

describe('a name that other programs can compare', () => {
  it.each(['Anna Lee', 'Żaneta Nowak', '王小明', 'दीपक', 'Ольга', 'דנה כהן', 'بسمة'])('is %s', (name) => {
    expect(survivesPreparation(name)).toBe(true);
  });

  it.each([
    ['an emoji', 'Zoë 😀'],
    ['both directions', 'for דנה'],
    ['a figure at the end of a right-to-left name', 'דנה 2'],
    ['a mark that turns text', 'Anna\u202eLee'],
    ['a character of later', 'Anna ẞ'],
    ['a lone surrogate', 'Anna \ud83d'],
  ])('is none with %s', (_, name) => {
    expect(survivesPreparation(name)).toBe(false);
  });

  it('stands beside the workbook, in a field of its own, or nowhere', () => {
    const workbook = 'Groundwork workbook 1A2B3C4D (witness)';
    expect(witnessSubject('1A2B3C4D', 'Anna Lee')).toEqual({
      commonName: `${workbook} for Anna Lee`,
      name: 'Anna Lee',
    });
    expect(witnessSubject('1A2B3C4D', 'דנה כהן')).toEqual({ commonName: workbook, name: 'דנה כהן' });
    expect(witnessSubject('1A2B3C4D', 'Zoë 😀')).toEqual({ commonName: workbook });
    expect(witnessSubject('1A2B3C4D', ' ')).toEqual({ commonName: workbook });
  });
});
