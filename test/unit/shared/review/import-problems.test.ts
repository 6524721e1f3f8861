import { describe, expect, it } from 'vitest';
import { importProblems } from '#shared/review/import-problems.ts';
import { smallReview } from '#test/support/small-review.ts';

const risk = { id: 'r', name: 'Own', description: '' };
const signature = {
  id: 's',
  approver: 'a',
  name: 'Ada',
  role: '',
  typedName: 'Ada',
  verdict: 'approve',
  signedAt: '2026-01-05T00:00:00Z',
  contentSha256: '0'.repeat(64),
};

describe('a review from elsewhere', () => {
  it('has nothing against it when it was written here', () => {
    const whole = { risks: { own: [risk, { ...risk, id: 'q' }] }, context: { fields: { purpose: 'One\nTwo' } } };
    expect(importProblems(smallReview(whole))).toEqual([]);
  });

  it.each(['\u200b', ' \u00a0\u2060 ', '\u202e\u2066', '\u0301'])('is told by its title: %j', (title) => {
    expect(importProblems(smallReview({ title }))).toEqual(['document.title: give the review a title']);
  });

  it.each([
    ['document.title', { title: 'One\nTwo' }],
    ['document.component', { component: 'One\u2028Two' }],
    ['document.signOff.approvers.0.name', { signOff: { approvers: [{ id: 'a', name: 'A\rda' }] } }],
    ['document.risks.own.0.name', { risks: { own: [{ ...risk, name: 'a\r\nb' }] } }],
    [
      'document.risks.assessments.r.actions.0.owner',
      { risks: { assessments: { r: { actions: [{ id: 'a', text: 'x', owner: 'a\nb' }] } } } },
    ],
  ])('holds one line where a line belongs: %s', (path, parts) => {
    expect(importProblems(smallReview(parts))).toEqual([`${path}: write it in one line`]);
  });

  it.each([
    ['document.risks.own', { risks: { own: [risk, risk] } }],
    ['document.signOff.signatures', { signOff: { approvers: [{ id: 'a' }], signatures: [signature, signature] } }],
    [
      'document.risks.assessments.r.actions',
      { risks: { assessments: { r: { actions: [{ id: 'a' }, { id: 'a' }] } } } },
    ],
  ])('tells rows apart by their ids: %s', (path, parts) => {
    expect(importProblems(smallReview(parts))).toEqual([`${path}: give each row an id of its own`]);
  });

  it('holds no more answers than a template could ask for', () => {
    const fields = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`k${at}`, 'x']));
    expect(importProblems(smallReview({ context: { fields } }))).toEqual([
      'document.context.fields: holds more than 2,000 answers',
    ]);
  });
});
