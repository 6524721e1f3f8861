import { describe, expect, it } from 'vitest';
import { signOffState } from '#shared/kinds/sign-off/closing.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { signingBlockedBy } from '#shared/kinds/sign-off/signing-blocked.ts';
import { openPoints, reviewProgress } from '#shared/review/progress.ts';
import { summarize } from '#shared/review/summary.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

const HASH = 'a'.repeat(64);
const OLD_HASH = 'b'.repeat(64);

function signature(approver: string, parts: Record<string, unknown> = {}) {
  return {
    id: `signature-${approver}`,
    approver,
    name: 'Lead',
    verdict: 'approve',
    typedName: 'Lead',
    signedAt: '2026-02-03T04:05:06Z',
    contentSha256: HASH,
    ...parts,
  };
}

function signOff(...signatures: readonly unknown[]) {
  return {
    signOff: {
      approvers: [
        { id: 'lead', name: 'Lead', role: 'Lead' },
        { id: 'ops', name: 'Ops', role: '' },
      ],
      signatures,
    },
  };
}

/** A review of the small template in which nothing is left to do but signing. */
const finished = {
  component: 'Parser',
  candidate: 'New',
  context: { participants: [{ id: 'p', name: 'Ada' }], fields: { purpose: 'Parses' } },
  rule: {
    answers: {
      one: { answer: 'yes', rationale: 'r', evidence: [{ id: 'e', kind: 'text', text: 'seen' }] },
      two: { answer: 'yes', rationale: 'r', evidence: [{ id: 'e', kind: 'text', text: 'seen' }] },
      three: { answer: 'no', rationale: 'r' },
    },
  },
  path: {
    stages: {
      tooling: { state: 'planned', workItem: 'w', owner: 'Ada' },
      service: { state: 'planned', workItem: 'w', owner: 'Ada' },
    },
  },
  strategy: { chosen: 'worker', reason: 'Clear input' },
  risks: {
    assessments: {
      ramp: { applicable: false, reason: 'Known' },
      'big-bang': { applicable: false, reason: 'Staged' },
    },
  },
  decision: { choice: 'adopt', stage: 'tooling', statement: 'We adopt it.', reviewTrigger: 'After a year' },
};

describe('reviewProgress', () => {
  it('lists open points of an untouched review in every section and blocks what waits for others', () => {
    const progress = reviewProgress(smallReview(), smallTemplate, HASH);
    expect(progress.map(({ kind, state }) => [kind, state])).toEqual([
      ['context', 'open'],
      ['rule', 'open'],
      ['path', 'open'],
      ['strategy', 'open'],
      ['risks', 'open'],
      ['decision', 'blocked'],
      ['sign-off', 'blocked'],
    ]);
    expect(progress[5]?.blockedBy).toContain('One, Two, Three');
  });

  it('is complete but for sign-off when everything is filled in', () => {
    const review = smallReview(finished);
    expect(openPoints(review, smallTemplate, HASH)).toEqual([
      { section: 'sign-off', target: 'sign-off.approvers', text: 'Name who approves' },
    ]);
    expect(signingBlockedBy(review, smallTemplate)).toBe('');
  });

  it.each([
    ['context', { component: ' ' }, 'context.component'],
    ['context', { context: { ...finished.context, fields: {} } }, 'context.purpose'],
    ['rule', { rule: answered('yes', 'yes', 'unsure') }, 'rule.three'],
    ['path', { path: { ...finished.path, wholesale: true } }, 'path.wholesale'],
    ['path', { path: { stages: { ...finished.path.stages, tooling: { state: 'skipped' } } } }, 'path.tooling'],
    [
      'path',
      { path: { stages: { ...finished.path.stages, tooling: { state: 'done', workItem: 'w', owner: 'o' } } } },
      'path.tooling',
    ],
    [
      'risks',
      { path: { stages: { ...finished.path.stages, tooling: { state: 'skipped' } } } },
      'risks.skipped-tooling',
    ],
    ['strategy', { strategy: { chosen: 'gone', reason: 'x' } }, 'strategy.chosen'],
    ['decision', { decision: { ...finished.decision, stage: 'gone' } }, 'decision.stage'],
    ['decision', { decision: { ...finished.decision, choice: 'stay' } }, 'decision.departure.rule'],
    ['decision', { decision: { ...finished.decision, reviewTrigger: '' } }, 'decision.review-again'],
  ])('points to what is missing in %s', (section, parts, target) => {
    const points = openPoints(smallReview({ ...finished, ...parts }), smallTemplate, HASH);
    expect(points).toContainEqual(expect.objectContaining({ section, target }));
  });

  it('asks for what the outcome demands in writing', () => {
    const review = smallReview({ ...finished, rule: answered('yes', 'no', 'no') });
    expect(openPoints(review, smallTemplate, HASH)).toContainEqual(
      expect.objectContaining({ target: 'rule.justification' }),
    );
  });
});

describe('signOffState', () => {
  it.each([
    ['unsigned', []],
    ['partly-signed', [signature('lead')]],
    ['signed', [signature('lead'), signature('ops')]],
    ['objected', [signature('lead'), signature('ops', { verdict: 'object' })]],
    ['stale', [signature('lead'), signature('ops', { contentSha256: OLD_HASH })]],
    ['signed', [signature('lead', { contentSha256: OLD_HASH }), signature('ops'), signature('lead')]],
  ])('is %s', (state, signatures) => {
    expect(signOffState(smallReview(signOff(...signatures)), smallTemplate, HASH)).toBe(state);
  });

  it('binds to the content, not to who else signs', () => {
    const before = smallReview(finished);
    const after = { ...before, ...smallReview(signOff(signature('lead'))), ...{ title: before.title } };
    expect(signedContent({ ...before, signOff: after.signOff })).toBe(signedContent(before));
    expect(signedContent({ ...before, title: 'Another title' })).not.toBe(signedContent(before));
    expect(signedContent({ ...before, id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8' })).toBe(signedContent(before));
  });
});

describe('summarize', () => {
  const stored = { revision: 3, savedAt: '2026-02-03T04:05:06Z', contentSha256: HASH };

  it('shows no outcome before the first answer, a range while it is open, and the outcome then', () => {
    const outcome = (parts: Record<string, unknown>) => summarize(smallReview(parts), smallTemplate, stored).outcome;
    expect(outcome({})).toBeNull();
    expect(outcome({ rule: answered('yes', 'unsure', 'no') })).toEqual({
      name: 'Consider or Inconclusive',
      lean: 'open',
    });
    expect(outcome({ rule: answered('yes', 'yes', 'no') })).toEqual({ name: 'Consider', lean: 'for' });
  });

  it('names decision, stage and what is left', () => {
    expect(summarize(smallReview(finished), smallTemplate, stored)).toMatchObject({
      decision: { name: 'Adopt', stage: 'Tooling', lean: 'for' },
      sections: 7,
      sectionsComplete: 6,
      openPoints: 1,
      revision: 3,
    });
  });
});
