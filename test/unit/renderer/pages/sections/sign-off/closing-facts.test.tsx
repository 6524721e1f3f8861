import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ClosingFacts } from '#renderer/pages/sections/sign-off/closing-facts.tsx';
import { sign } from '#shared/kinds/sign-off/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const SHA = '0'.repeat(64);

const show = (review: ReviewDocument) =>
  reviewing({ review, template: smallTemplate }, (editor) => <ClosingFacts editor={editor} contentSha256={SHA} />);

const approvers = ['Ada', 'Bo', 'Cy'].map((name) => ({ id: name.toLowerCase(), name, role: 'Lead' }));

/** What a line that can be opened lists. */
function listed(summary: string): readonly (string | null)[] {
  const group = screen.getByText(summary).closest('details');
  return group ? [...group.querySelectorAll('li')].map(({ textContent }) => textContent) : [];
}

it('whoever closes a review sees who signed what and who did not', () => {
  const given = { id: 's', comment: '', typedName: 'x', drawing: [], signedAt: '2026-03-02T10:00:00Z' } as const;
  const review = smallReview({ signOff: { approvers, signatures: [] } });
  const one = sign(review, 'ada', { ...given, verdict: 'approve' }, SHA);
  const two = sign(one, 'bo', { ...given, id: 't', verdict: 'object', comment: 'No' }, '1'.repeat(64));
  show(two);
  const rows = within(screen.getByRole('list', { name: 'Approvers' })).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Ada, LeadApproves',
    'Bo, LeadSigned an earlier version: does not count',
    'Cy, LeadNot signed',
  ]);
});

it('whoever closes a review sees which points are open, where it departs, and which conditions stay', () => {
  const own = { id: 'own', text: 'The cache is measured', owner: 'Bo', due: '2026-05-01', evidence: '' };
  const review = smallReview({
    component: 'Cache',
    decision: {
      choice: 'adopt',
      conditions: [
        { id: 'c', text: 'Two owners', owner: 'Ada', due: null, met: false },
        { id: 'd', text: 'A rollback', owner: 'Ada', due: null, met: true },
      ],
    },
    signOff: { approvers, signatures: [] },
  });
  const given = { id: 's', comment: '', typedName: 'Bo', drawing: [], signedAt: '2026-03-02T10:00:00Z' } as const;
  show(sign(review, 'bo', { ...given, verdict: 'approve-with-conditions', conditions: [own] }, SHA));
  expect(listed('2 conditions to be closed later')).toEqual([
    'Two owners (Ada)',
    'The cache is measured (asked for by Bo, Bo, due 1 May 2026)',
  ]);
  const open = Number(/^\d+/.exec(screen.getByText(/^\d+ open points?$/).textContent ?? '')?.[0]);
  expect(open).toBeGreaterThan(3);
  expect(listed(`${open} open points`)).toHaveLength(open);
  expect(screen.getByText('No departures from the review')).toBeDefined();
});
