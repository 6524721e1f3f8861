import { describe, expect, it } from 'vitest';
import { findings } from '#main/files/findings.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { smallReview } from '#test/support/small-review.ts';

function found(parts: Record<string, unknown>): readonly string[] {
  const parsed = reviewDocumentSchema.safeParse({ ...smallReview(), ...parts });
  return parsed.success ? [] : findings(parsed.error);
}

describe('findings', () => {
  it.each([
    [{ title: '' }, 'title: must not be empty'],
    [{ title: undefined }, 'title: is missing; it should be text in quotation marks'],
    [{ title: 3 }, 'title: should be text in quotation marks'],
    [{ titel: 'x' }, 'the file as a whole: does not know “titel”; check the spelling or take it out'],
    [
      { ['x'.repeat(1000)]: 1 },
      `the file as a whole: does not know “${'x'.repeat(100)}…”; check the spelling or take it out`,
    ],
    [
      { rule: { answers: { ['k'.repeat(1000)]: {} } } },
      `rule.answers.${'k'.repeat(100)}…: may not hold this key: use 1–64 lower-case letters, digits and hyphens; “constructor” is taken`,
    ],
    [{ decision: { reviewOn: '1.2.2026' } }, 'decision.reviewOn: should be a date such as 2026-01-31'],
    [{ createdAt: 'yesterday' }, 'createdAt: should be a moment in UTC such as 2026-01-31T09:30:00Z'],
    [{ component: 'x'.repeat(501) }, 'component: should be at most 500 characters long'],
    [{ risks: { assessments: { ramp: { likelihood: 6 } } } }, 'risks.assessments.ramp.likelihood: should be at most 5'],
    [
      { rule: { answers: { one: { answer: 'maybe' } } } },
      'rule.answers.one.answer: should be “yes” or “no” or “unsure”',
    ],
    [{ rule: { answers: [] } }, 'rule.answers: should be an object in { }'],
    [{ context: { evidence: [{ id: 'e', kind: 'rumour' }] } }, 'context.evidence.0.kind: has an unknown “kind”'],
    [
      { rule: { answers: { 'Not An Id': {} } } },
      'rule.answers.Not An Id: may not hold this key: use 1–64 lower-case letters, digits and hyphens; “constructor” is taken',
    ],
  ])('%j', (parts, line) => {
    expect(found(parts)).toContain(line);
  });

  it('stops listing at twenty and says how many more there are', () => {
    const approvers = Array.from({ length: 25 }, (_, index) => ({ id: `BAD${index}` }));
    const lines = found({ signOff: { approvers } });
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('and 5 more');
  });
});
