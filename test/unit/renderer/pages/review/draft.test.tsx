import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DraftDialog } from '#renderer/pages/review/draft-dialog.tsx';
import { draftOf, keepDraft } from '#renderer/review/draft.ts';
import { ReviewSession } from '#renderer/review/review-session.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';
import { takingHost } from '#test/support/taking-host.ts';

const REVIEW = smallReview({ title: 'On the disk' });
const DRAFT: ReviewDocument = { ...REVIEW, title: 'Typed and not saved' };
const ON_DISK = { revision: 1, savedAt: '2026-01-05T00:00:00Z' };
const keep = (saved = ON_DISK, document = DRAFT) => keepDraft({ document, saved, keptAt: '2026-01-05T08:14:00.000Z' });

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

const OPENED = {
  kind: 'opened',
  document: REVIEW,
  template: smallTemplate,
  ...ON_DISK,
  contentSha256: '0'.repeat(64),
} as const;

function offered() {
  const session = new ReviewSession(OPENED, takingHost());
  render(<DraftDialog session={session} onKept={() => undefined} />);
  return { session, user: userEvent.setup(), current: () => session.document };
}

describe('changes that a window could not save', () => {
  it('are kept in the browser while saving fails and when the page ends, and go once they are saved', async () => {
    let isFull = true;
    const host = takingHost();
    const failing = {
      ...host,
      'review.save': (input: Parameters<(typeof host)['review.save']>[0]) =>
        isFull
          ? Promise.resolve({ kind: 'failed', code: 'disk-full', message: 'Full.', details: [] } as const)
          : host['review.save'](input),
    };
    const session = new ReviewSession(OPENED, failing);
    session.update((review) => ({ ...review, title: 'Typed' }));
    await waitFor(() => expect(draftOf(REVIEW.id)).toMatchObject({ document: { title: 'Typed' }, saved: ON_DISK }), {
      timeout: 5_000,
    });
    session.update((review) => ({ ...review, title: 'Typed more' }));
    window.dispatchEvent(new Event('pagehide'));
    expect(draftOf(REVIEW.id)?.document.title).toBe('Typed more');
    isFull = false;
    expect(await session.flush()).toBe(true);
    expect(draftOf(REVIEW.id)).toBeNull();
    session.close();
  });

  it('are offered at the next opening, with what differs, and taken over as a change that is saved', async () => {
    keep();
    const { user, session, current } = offered();
    const dialog = await screen.findByRole('dialog', { name: 'Changes that were not saved' });
    expect(dialog.textContent).toContain('Typed and not saved');
    await user.click(screen.getByRole('button', { name: 'Take them over' }));
    expect(current().title).toBe('Typed and not saved');
    expect(await session.flush()).toBe(true);
    expect([session.draft(), draftOf(REVIEW.id)]).toEqual([null, null]);
  });

  it('can be dropped', async () => {
    keep();
    const { user, current } = offered();
    await user.click(await screen.findByRole('button', { name: 'Drop them' }));
    expect([current().title, draftOf(REVIEW.id)]).toEqual(['On the disk', null]);
  });

  it('are never put over a file that was changed since, only kept beside it', async () => {
    keep({ revision: 4, savedAt: '2026-01-04T00:00:00Z' });
    offered();
    expect(await screen.findByRole('button', { name: 'Keep them as a copy' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take them over' })).toBeNull();
  });

  it('that came to the disk after all are not spoken of', () => {
    keep(ON_DISK, REVIEW);
    const { session } = offered();
    expect([session.draft(), draftOf(REVIEW.id)]).toEqual([null, null]);
  });

  it('that cannot be read are none', () => {
    localStorage.setItem(`groundwork-draft-${REVIEW.id}`, '{"document":');
    expect(draftOf(REVIEW.id)).toBeNull();
    keep(ON_DISK, { ...DRAFT, id: 'another' } as ReviewDocument);
    expect(draftOf(REVIEW.id)).toBeNull();
  });
});
