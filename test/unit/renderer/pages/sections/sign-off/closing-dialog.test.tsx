import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { ClosingDialog } from '#renderer/pages/sections/sign-off/closing-dialog.tsx';
import { sign } from '#shared/kinds/sign-off/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const SHA = '0'.repeat(64);
const approvers = ['Ada', 'Bo'].map((name) => ({ id: name.toLowerCase(), name, role: '' }));
const given = { id: 's', typedName: 'x', drawing: [], signedAt: '2026-03-02T10:00:00Z' } as const;

const show = (review: ReviewDocument) =>
  reviewing({ review, template: smallTemplate }, (editor) => (
    <HostContext value={{ client: {}, info: { paper: 'a4' } } as never}>
      <ClosingDialog editor={editor} onClose={() => undefined} onSeal={() => undefined} />
    </HostContext>
  ));

it('says what closing makes of a review that nobody signed, and asks why', async () => {
  const { user } = show(smallReview({ signOff: { approvers, signatures: [] } }));
  expect(screen.getByRole('heading', { name: 'Seal the record as not agreed' })).toBeDefined();
  expect(screen.getByText(/a digital signature for the closing, because nobody has signed/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Close and seal' }));
  expect(screen.getByText('Say who closes the review.')).toBeDefined();
  expect(screen.getByText('Write why, so that the record can say it.')).toBeDefined();
});

it('names the facilitator as who closes it', () => {
  show(smallReview({ context: { facilitator: 'Grace' }, signOff: { approvers, signatures: [] } }));
  expect(screen.getByRole('combobox', { name: /^Who closes it/ })).toHaveProperty('value', 'Grace');
});

it('says with which words an objection goes into a record that is sealed against it', () => {
  const review = smallReview({
    signOff: { approvers, signatures: [], deciding: { rule: 'decider', decider: 'ada' } },
  });
  const one = sign(review, 'ada', { ...given, verdict: 'approve', comment: '' }, SHA);
  show(sign(one, 'bo', { ...given, id: 't', verdict: 'object', comment: 'Not measured.' }, SHA));
  expect(screen.getByRole('heading', { name: 'Seal the record with dissent' })).toBeDefined();
  expect(screen.getByText('Bo objects: “Not measured.”')).toBeDefined();
  expect(screen.getByText(/for each approver who signed, for each objection too/)).toBeDefined();
});
