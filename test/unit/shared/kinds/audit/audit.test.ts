import { describe, expect, it } from 'vitest';
import { LIST_LIMIT } from '#shared/base/fields.ts';
import type { Dependency } from '#shared/kinds/audit/answers.ts';
import { auditFromGoMod, auditGaps, auditTotals, suggestCounterpart } from '#shared/kinds/audit/audit.ts';
import { dependencySchema } from '#shared/kinds/audit/schema.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const section = sectionOf(kindsTemplate, 'audit');
if (!section) throw new Error('the template has an audit');

const rows = (...parts: readonly Record<string, unknown>[]): readonly Dependency[] =>
  parts.map((part, index) => dependencySchema.parse({ id: `d${index}`, ...part }));

const counting = () => {
  let next = 0;
  return () => `new-${next++}`;
};

describe('suggestCounterpart', () => {
  it.each([
    ['zap', 'tracing'],
    [' ZAP ', 'tracing'],
    ['go.uber.org/zap', 'tracing'],
    ['go.uber.org/zap@v1.27.0', 'tracing'],
    ['go.uber.org/zap/zapcore', 'tracing'],
    ['github.com/go-chi/chi/v5', 'axum'],
    ['github.com/go-chi/chi/v5/middleware', 'axum'],
    ['github.com/somebody/chi', 'axum'],
    ['net/http', 'axum'],
    ['pkg/errors', 'thiserror'],
    ['github.com/pkg/errors', 'thiserror'],
    ['gopkg.in/slog.v1', 'tracing'],
    ['zapper', undefined],
    ['github.com/go-chi/chicken', undefined],
    ['', undefined],
    ['https://', undefined],
    ['__proto__', undefined],
  ])('%j: %s', (name, candidate) => {
    expect(suggestCounterpart(section, name)?.candidate).toBe(candidate);
  });
});

describe('auditFromGoMod', () => {
  it('adds direct modules that are not listed yet, with their counterparts', () => {
    const text = `require (
      go.uber.org/zap v1.27.0
      github.com/go-chi/chi/v5 v5.1.0
      github.com/acme/own v0.1.0
      golang.org/x/sync v0.8.0 // indirect
    )`;
    const found = auditFromGoMod(section, text, rows({ name: 'github.com/go-chi/chi' }), counting());
    expect(found.added).toEqual([
      {
        id: 'new-0',
        name: 'go.uber.org/zap',
        candidate: 'tracing',
        status: null,
        days: null,
        owner: '',
        note: 'v1.27.0 in go.mod',
      },
      expect.objectContaining({ id: 'new-1', name: 'github.com/acme/own', candidate: '' }),
    ]);
    expect(found).toMatchObject({ known: 1, indirect: 1, overflow: 0, problems: [] });
    expect(found.summary).toBe(
      '2 to add, 1 with a counterpart from the table. 1 already on the list. 1 left out because other modules bring them along.',
    );
  });

  it('takes the same text twice without doubling a row', () => {
    const text = 'require go.uber.org/zap v1.27.0';
    const first = auditFromGoMod(section, text, [], counting());
    expect(auditFromGoMod(section, text, first.added, counting()).added).toEqual([]);
  });

  it('stops where the list is full, and says so', () => {
    const lines = Array.from({ length: LIST_LIMIT + 5 }, (_, index) => `example.com/m${index} v1.0.0`);
    const found = auditFromGoMod(section, lines.join('\n'), rows({ name: 'here' }), counting());
    expect([found.added.length, found.overflow]).toEqual([LIST_LIMIT - 1, 6]);
    expect(found.summary).toContain('6 left out because the list holds 500 rows at most.');
  });

  it('says how to paste when nothing was found', () => {
    expect(auditFromGoMod(section, 'hello', [], counting()).summary).toContain('Paste the text of a go.mod');
  });
});

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
