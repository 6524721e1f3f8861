import { describe, expect, it } from 'vitest';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { buildRecord } from '#shared/record/build.ts';
import { causesOf, mergeCauses, riskOfCause } from '#shared/rounds/premortem.ts';
import { roundSchema } from '#shared/rounds/schema.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

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
    const merged = mergeCauses(smallReview(), smallTemplate, 'new', [first, third]);
    expect(merged.risks.own).toEqual([
      { id: 'new', name: 'Nobody reviewed it', description: '“Nobody reviewed it” (Ada)\n“Only Ada knew it” (Ben)' },
    ]);
    expect(riskOfCause(merged, smallTemplate, third)?.id).toBe('new');
    expect(riskOfCause(merged, smallTemplate, second)).toBeNull();
    const more = mergeCauses(merged, smallTemplate, 'new', [second]);
    expect(more.risks.own).toHaveLength(1);
    expect(riskOfCause(more, smallTemplate, second)?.name).toBe('Nobody reviewed it');
    expect(mergeCauses(more, smallTemplate, 'new', [second])).toEqual(more);
    expect(mergeCauses(more, smallTemplate, 'other', [])).toBe(more);
  });

  it('goes into a risk of the template, too, which keeps the words in its note and in the record', () => {
    const [first, second] = causes;
    if (!first || !second) throw new Error('Two causes');
    const noted = changeAssessment(smallReview(), 'ramp', { note: 'We know it.', likelihood: 3 });
    const merged = mergeCauses(noted, smallTemplate, 'ramp', [first, second]);
    expect(merged.risks.own).toEqual([]);
    expect(merged.risks.assessments.ramp).toMatchObject({
      note: 'We know it.\n“Nobody reviewed it” (Ada)\n“The build took an hour” (Ada)',
      likelihood: 3,
    });
    expect(riskOfCause(merged, smallTemplate, second)?.name).toBe('Ramp-up');
    expect(mergeCauses(merged, smallTemplate, 'ramp', [second])).toEqual(merged);
    const stored = { contentSha256: '0'.repeat(64), revision: 1, savedAt: '2026-01-02T03:04:05Z' };
    expect(JSON.stringify(buildRecord(merged, smallTemplate, stored))).toContain('“The build took an hour” (Ada)');
  });

  it('asks again about a risk that was set aside', () => {
    const aside = changeAssessment(smallReview(), 'ramp', { applicable: false, reason: 'All know it.' });
    const merged = mergeCauses(aside, smallTemplate, 'ramp', causes);
    expect(merged.risks.assessments.ramp).toMatchObject({ applicable: null, reason: 'All know it.' });
    const applies = changeAssessment(smallReview(), 'ramp', { applicable: true });
    expect(mergeCauses(applies, smallTemplate, 'ramp', causes).risks.assessments.ramp?.applicable).toBe(true);
  });

  it('cuts nobody short: causes that do not fit are not taken', () => {
    const long = { voter: 'Ada', text: 'x'.repeat(19_000) };
    for (const risk of ['new', 'ramp']) {
      const full = mergeCauses(smallReview(), smallTemplate, risk, [long]);
      expect(mergeCauses(full, smallTemplate, risk, [{ ...long, voter: 'Ben' }])).toBe(full);
    }
  });
});
