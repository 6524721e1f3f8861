import { describe, expect, it } from 'vitest';
import { LENS_SIZE_LIMIT } from '#shared/lens/limits.ts';
import { printLens } from '#shared/lens/print.ts';
import { type Lens, lensSchema } from '#shared/lens/schema.ts';
import { lensWithRules } from '#test/support/lens.ts';
import { shippedText } from '#test/support/shipped.ts';

/** A lens of many questions with descriptions of some letters. */
function longLens(count: number, letters: number, letter = 'd'): Lens {
  const [pillar] = lensWithRules([{ condition: 'default', risk: 'NO_RISK' }]).pillars;
  const [question] = pillar?.questions ?? [];
  if (!pillar || !question) throw new Error('no question');
  const questions = Array.from({ length: count }, (_, index) => ({
    ...question,
    id: `question_${index}`,
    description: letter.repeat(letters),
  }));
  return { ...lensWithRules([]), pillars: [{ ...pillar, questions }] };
}

const size = (lens: Lens) => Buffer.byteLength(printLens(lens).text);
const SIZE = /The file has (\d+) bytes; at most 500000 are allowed/;

describe('printLens', () => {
  it('sets a lens out for a reader where AWS takes it so', () => {
    expect(printLens(lensWithRules([{ condition: 'default', risk: 'NO_RISK' }]))).toMatchObject({
      text: expect.stringMatching(/^\{\n {2}"schemaVersion"/),
      findings: [],
    });
  });

  it.each([
    ['as long as the one of the field', longLens(200, 1680)],
    ['of letters that take two bytes', longLens(200, 850, 'ü')],
    ['of long texts', longLens(24, 20_000)],
  ])('leaves the spaces out of a lens %s', (_, lens) => {
    expect(Buffer.byteLength(JSON.stringify(lens))).toBeLessThan(LENS_SIZE_LIMIT);
    expect(size(lens)).toBeLessThanOrEqual(LENS_SIZE_LIMIT);
    expect(printLens(lens).findings.filter((finding) => SIZE.test(finding))).toEqual([]);
    expect(lensSchema.parse(JSON.parse(printLens({ ...lens, pillars: lens.pillars }).text)).name).toBe(lens.name);
  });

  it.each([
    ['letters', longLens(200, 2400, 'd')],
    ['letters of two bytes', longLens(200, 1200, 'ü')],
    ['emoji', longLens(200, 600, '😀')],
  ])('says how many bytes of %s were written where they are too many', (_, lens) => {
    const { text, findings } = printLens(lens);
    const told = findings.map((finding) => SIZE.exec(finding)?.[1]).filter(Boolean);
    expect(told).toEqual([String(Buffer.byteLength(text))]);
    expect(findings.some((finding) => finding.startsWith('AWS would refuse this: The file has'))).toBe(true);
  });
});

describe('a limit of ours', () => {
  it('is not said to be one of AWS', () => {
    const lens = lensSchema.parse(
      JSON.parse(shippedText('test/fixtures/field/13-lens-nesting-said-to-be-aws/lens.json')),
    );
    expect(printLens(lens).findings).toEqual([]);
  });

  it.each([
    [`${'!'.repeat(30)}choice_1`, []],
    [`${'('.repeat(40)}choice_1${')'.repeat(40)}`, []],
    [
      'choice_1 && choice_9',
      [
        'AWS would refuse this: Question question_1: risk rule 1 cannot be read: the question has no choice “choice_9”.',
      ],
    ],
    ['(choice_1', [expect.stringMatching(/^AWS would refuse this: .*risk rule 1 cannot be read/)]],
  ])('%s', (condition, findings) => {
    const lens = lensWithRules([
      { condition, risk: 'NO_RISK' },
      { condition: 'default', risk: 'HIGH_RISK' },
    ]);
    expect(printLens(lens).findings).toEqual(findings);
  });
});
