import { describe, expect, it } from 'vitest';
import { carryOver } from '#shared/template/carry.ts';
import { growsInto } from '#shared/template/grows-into.ts';
import { shippedTemplates } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const shipped = (id: string) => shippedTemplates.get(id) ?? expect.fail(`No template ${id}`);
const quick = shipped('quick-review');
const full = shipped('rust-adoption');

describe('a review that grows', () => {
  it('goes from half an hour to the whole, and not the other way or anywhere else', () => {
    expect(growsInto(quick, full)).toBe(true);
    expect(growsInto(full, quick)).toBe(false);
    expect(growsInto(quick, quick)).toBe(false);
    expect(growsInto(quick, shipped('adopt-technology'))).toBe(false);
    const without = { ...full, sections: full.sections.filter(({ kind }) => kind !== 'path') };
    expect(growsInto(quick, without)).toBe(false);
  });

  it('keeps everything it holds, and leaves nothing without a place', () => {
    const [risk] = quick.sections.flatMap((section) => (section.kind === 'risks' ? section.risks : []));
    const review = smallReview({
      rule: { answers: { safety: { answer: 'yes', rationale: 'Seen.' } } },
      risks: { assessments: { [risk?.id ?? '']: { applicable: true, likelihood: 3, impact: 4 } } },
      decision: { choice: 'trial', statement: 'We try it.' },
    });
    const grown = carryOver(review, quick, { template: full, sha256: 'f'.repeat(64) });
    expect(grown.left).toEqual([]);
    const { template: _, ...before } = review;
    const { template, ...after } = grown.document;
    expect(after).toEqual(before);
    expect(template.id).toBe('rust-adoption');
  });
});
