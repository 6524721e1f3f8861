import { describe, expect, it } from 'vitest';
import { causesOf, mergeCauses, riskOfCause } from '#shared/rounds/premortem.ts';
import { roundSchema } from '#shared/rounds/schema.ts';
import { smallReview } from '#test/support/small-review.ts';

const round = roundSchema.parse({
  ...{ id: 'p', subject: 'premortem', way: 'keyboard', present: ['Ada', 'Ben'] },
  ballots: [
    { voter: 'Ada', reason: '- Nobody reviewed it\n\n  The build took an hour ' },
    { voter: 'Ben', reason: 'Only Ada knew it' },
  ],
  ...{ openedAt: '2026-05-04T10:00:00Z', revealedAt: '2026-05-04T10:10:00Z' },
});

describe('a premortem', () => {
  const causes = causesOf([round]);

  it('has one cause a line, each with who wrote it', () => {
    expect(causes).toEqual([
      { voter: 'Ada', text: 'Nobody reviewed it' },
      { voter: 'Ada', text: 'The build took an hour' },
      { voter: 'Ben', text: 'Only Ada knew it' },
    ]);
  });

  it('becomes risks that keep the words of everybody, also when more is added later', () => {
    const [first, second, third] = causes;
    if (!first || !second || !third) throw new Error('Three causes');
    const merged = mergeCauses(smallReview(), 'new', [first, third]);
    expect(merged.risks.own).toEqual([
      { id: 'new', name: 'Nobody reviewed it', description: '“Nobody reviewed it” (Ada)\n“Only Ada knew it” (Ben)' },
    ]);
    expect(riskOfCause(merged, third)?.id).toBe('new');
    expect(riskOfCause(merged, second)).toBeNull();
    const more = mergeCauses(merged, 'new', [second]);
    expect(more.risks.own).toHaveLength(1);
    expect(riskOfCause(more, second)?.name).toBe('Nobody reviewed it');
    expect(mergeCauses(more, 'new', [second])).toEqual(more);
    expect(mergeCauses(more, 'other', [])).toBe(more);
  });

  it('cuts nobody short: causes that do not fit are not taken', () => {
    const long = { voter: 'Ada', text: 'x'.repeat(19_000) };
    const merged = mergeCauses(smallReview(), 'new', [long]);
    expect(mergeCauses(merged, 'new', [{ ...long, voter: 'Ben' }])).toBe(merged);
  });
});
