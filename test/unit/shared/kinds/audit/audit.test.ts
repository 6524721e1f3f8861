import { describe, expect, it } from 'vitest';
import type { Dependency } from '#shared/kinds/audit/answers.ts';
import { auditGaps, auditTotals } from '#shared/kinds/audit/audit.ts';
import { dependencySchema } from '#shared/kinds/audit/schema.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const rows = (...parts: readonly Record<string, unknown>[]): readonly Dependency[] =>
  parts.map((part, index) => dependencySchema.parse({ id: `d${index}`, ...part }));

describe('auditTotals', () => {
  const review = smallReview({
    audit: {
      dependencies: rows(
        { name: 'a', status: 'ready', days: 99 },
        { name: 'b', status: 'partial', days: 0.1 },
        { name: 'c', status: 'missing', days: 0.2 },
        { name: 'd', status: 'missing' },
        { name: 'e' },
      ),
      toolchain: { lint: { ready: true }, gone: { ready: true } },
    },
  });

  it('adds up the effort of what is not ready', () => {
    expect(auditTotals(review, kindsTemplate)).toEqual({
      all: 5,
      ready: 1,
      partial: 1,
      missing: 2,
      open: 1,
      days: 0.3,
      unestimated: 1,
      toolsReady: 1,
      tools: 2,
      summary:
        '5 dependencies: 1 ready, 1 partial, 2 missing, 1 open. 0.3 person days to close the gaps, and 1 without an estimate.',
    });
    expect(auditGaps(review).map(({ name }) => name)).toEqual(['c', 'd']);
  });

  it('says when nothing is listed, and is null without such a section', () => {
    expect(auditTotals(smallReview(), kindsTemplate)?.summary).toBe('No dependencies are listed yet.');
    expect(auditTotals(review, smallTemplate)).toBeNull();
  });
});
