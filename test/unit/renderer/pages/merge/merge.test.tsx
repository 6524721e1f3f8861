import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { writeMoment } from '#renderer/base/dates.ts';
import { ToastProvider } from '#renderer/components/toast.tsx';
import { HostContext } from '#renderer/host/host.tsx';
import { ReviewCopies } from '#renderer/pages/home/review-copies.tsx';
import { MergePage } from '#renderer/pages/merge/merge-page.tsx';
import { SaveTrouble } from '#renderer/pages/review/save-trouble.tsx';
import { StaleDialog } from '#renderer/pages/review/stale-dialog.tsx';
import { ReviewSession } from '#renderer/review/review-session.ts';
import type { Client, Input } from '#shared/contract/contract.ts';
import { conflictWords } from '#shared/merge/conflict-words.ts';
import { mergeReviews } from '#shared/merge/merge-reviews.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';
import { takingHost } from '#test/support/taking-host.ts';

const START = smallReview({ rule: answered('yes', 'yes') });
const THEIRS = smallReview({ rule: answered('no', 'yes'), component: 'Theirs' });
const SAVED = { revision: 1, savedAt: '2026-01-05T00:00:00Z' };
const OPENED = {
  kind: 'opened',
  document: START,
  template: smallTemplate,
  ...SAVED,
  contentSha256: '0'.repeat(64),
} as const;

/** A host whose disk holds another version, and that merges as the real one does. */
function hostWith(theirs: ReviewDocument, bases: readonly ReviewDocument[] | null = null) {
  let revision = 7;
  const saves: Input<'review.save'>[] = [];
  const client: Client = {
    ...takingHost(),
    'review.save': async (input) => {
      if (input.baseRevision !== revision) return { kind: 'stale', revision, savedAt: '2026-01-06T00:00:00Z' };
      saves.push(input);
      revision++;
      return { kind: 'saved', revision, savedAt: '2026-01-07T00:00:00Z', contentSha256: '0'.repeat(64) };
    },
    'merge.look': async ({ document, other, choices }) => {
      const from = bases ?? (other.kind === 'disk' && other.base ? [other.base] : []);
      const { document: merged, conflicts } = mergeReviews(from, document, theirs, new Map(Object.entries(choices)));
      return {
        kind: 'merge',
        document: merged,
        conflicts: conflicts.map((conflict) => conflictWords(conflict, [document, theirs], smallTemplate)) as never,
        other: { title: theirs.title, revision, savedAt: '2026-01-06T00:00:00Z', program: 'Dropbox', by: 'Ada' },
        isStartKnown: from.length > 0,
      };
    },
    'copy.clear': vi.fn(async () => ({ kind: 'cleared' as const })),
  };
  return { client, saves, setRevision: (to: number) => (revision = to) };
}

function inHost(client: Client, children: React.ReactNode) {
  render(
    <HostContext value={{ client, info: {} } as never}>
      <ToastProvider>{children}</ToastProvider>
    </HostContext>,
  );
  return userEvent.setup();
}

describe('a review that was changed elsewhere', () => {
  it('is merged with what is on the disk once everything is chosen, as one step that can be taken back', async () => {
    const { client, saves } = hostWith(THEIRS);
    const session = new ReviewSession(OPENED, client);
    const user = inHost(client, <StaleDialog session={session} onLoadTheirs={vi.fn()} onKept={vi.fn()} />);
    session.update((review) => ({
      ...review,
      title: 'Mine',
      rule: smallReview({ rule: answered('unsure', 'yes') }).rule,
    }));
    const mine = session.document;
    expect(await session.flush()).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Merge both…' }));
    const group = await screen.findByRole('group', { name: /^Rule › One/ });
    const merge = screen.getByRole('button', { name: 'Merge' });
    expect(merge.getAttribute('aria-disabled')).toBe('true');
    await user.click(merge);
    expect(saves).toEqual([]);
    expect(
      within(group)
        .getAllByRole('radio')
        .map((radio) => (radio as HTMLInputElement).checked),
    ).toEqual([false, false]);
    await user.click(within(group).getByRole('radio', { name: 'Ada' }));
    await user.click(merge);
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]).toMatchObject({
      baseRevision: 7,
      document: { title: 'Mine', component: 'Theirs', rule: { answers: { one: { answer: 'no' } } } },
    });
    expect(await session.flush()).toBe(true);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    session.undo();
    expect(session.document).toEqual(mine);
    session.close();
  });

  it('is left as it is until it is merged, and the other ways out are still there', async () => {
    const { client, saves } = hostWith(THEIRS);
    const session = new ReviewSession(OPENED, client);
    const user = inHost(client, <StaleDialog session={session} onLoadTheirs={vi.fn()} onKept={vi.fn()} />);
    session.update((review) => ({ ...review, title: 'Mine' }));
    await session.flush();
    await user.click(await screen.findByRole('button', { name: 'Merge both…' }));
    await screen.findByText(/Nothing was changed in different ways/);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('button', { name: 'Keep mine as a copy' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Load theirs, drop mine' })).toBeTruthy();
    expect(saves).toEqual([]);
    session.close();
  });
});

describe('a review whose file is gone', () => {
  it('stays in the window and is put back by a press', async () => {
    let isThere = false;
    const gone = { kind: 'failed', code: 'not-found', message: 'It is gone.', details: [] } as const;
    const savedAs = { kind: 'saved', savedAt: '2026-01-07T00:00:00Z', contentSha256: '0'.repeat(64) } as const;
    const client: Client = {
      ...takingHost(),
      'review.save': async ({ baseRevision }) => (isThere ? { ...savedAs, revision: baseRevision + 1 } : gone),
      'review.putBack': vi.fn(async ({ baseRevision }: Input<'review.putBack'>) => {
        isThere = true;
        return { ...savedAs, revision: baseRevision + 1 };
      }),
    };
    const session = new ReviewSession(OPENED, client);
    const user = inHost(client, <SaveTrouble session={session} onKept={vi.fn()} />);
    session.update((review) => ({ ...review, title: 'Typed' }));
    expect(await session.flush()).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Put it back' }));
    expect(await session.flush()).toBe(true);
    expect(client['review.putBack']).toHaveBeenCalledWith({ document: session.document, baseRevision: 1 });
    expect(session.document.title).toBe('Typed');
    expect(session.snapshot().saved.revision).toBe(3);
    session.close();
  });
});

describe('the page that merges a copy', () => {
  const FILE = `${START.id} (1).json`;
  function shown(onDisk: number) {
    const host = hostWith(THEIRS, []);
    host.setRevision(onDisk);
    const session = new ReviewSession(OPENED, host.client);
    const page = <MergePage session={session} other={{ kind: 'copy', file: FILE }} heading={createRef()} />;
    return { ...host, session, user: inHost(host.client, page) };
  }

  it('asks about every difference where the start is not known, and clears the copy once the result is saved', async () => {
    const { client, session, user, saves } = shown(1);
    expect(await screen.findByText('It is not known what both versions started from')).toBeTruthy();
    const asked = [...document.querySelectorAll('legend')].map((legend) => legend.textContent);
    expect(asked).toEqual(['The review › Component', 'Rule › One › answer']);
    await user.click(screen.getByRole('button', { name: 'Choose “Ada” for all' }));
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(client['copy.clear']).toHaveBeenCalledWith({ file: FILE }));
    expect(saves[0]?.document).toMatchObject({ component: 'Theirs', rule: { answers: { one: { answer: 'no' } } } });
    session.close();
  });

  it('leaves the copy where it is while the result is not on the disk', async () => {
    const { client, session, user } = shown(9);
    await user.click(await screen.findByRole('button', { name: 'Choose “Ada” for all' }));
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    expect(await screen.findByText(/not on the disk yet/)).toBeTruthy();
    expect(client['copy.clear']).not.toHaveBeenCalled();
    session.close();
  });
});

describe('copies on the list of reviews', () => {
  it('are told with where they come from, and each can be merged, kept or thrown away', async () => {
    const client = {
      ...takingHost(),
      'copy.keep': vi.fn(async () => ({ kind: 'imported', id: START.id, title: 'A review' }) as const),
      'copy.clear': vi.fn(async () => ({ kind: 'cleared' }) as const),
    };
    const changed = vi.fn();
    const copy = (file: string, by: string) => ({ file, id: START.id, program: 'Dropbox', by, savedAt: null });
    const user = inHost(
      client,
      <ReviewCopies
        copies={[copy('one.json', 'Ada'), copy('two.json', 'Ben')]}
        reviews={[{ id: START.id, title: 'A review' } as never]}
        onChanged={changed}
      />,
    );
    const link = screen.getByRole('link', { name: 'Merge… copy of A review, Ben, Dropbox' });
    expect(link.getAttribute('href')).toBe(`#/review/${START.id}/merge/copy/two.json`);
    await user.click(screen.getByRole('button', { name: 'Keep as its own review: copy of A review, Ada, Dropbox' }));
    expect(client['copy.keep']).toHaveBeenCalledWith({ file: 'one.json' });
    await user.click(screen.getByRole('button', { name: 'To the trash: copy of A review, Ben, Dropbox' }));
    expect(client['copy.clear']).toHaveBeenCalledWith({ file: 'two.json' });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('can be told apart where one program made several of one review', () => {
    const copy = (file: string, savedAt: string | null) => ({
      file,
      id: START.id,
      program: 'Dropbox',
      by: 'Ada',
      savedAt,
    });
    const [early, late] = ['2026-11-28T09:15:00Z', '2026-11-29T10:30:00Z'];
    inHost(
      takingHost(),
      <ReviewCopies
        copies={[copy('one.json', early), copy('two.json', late), copy('three.json', late), copy('four.json', null)]}
        reviews={[{ id: START.id, title: 'A review' } as never]}
        onChanged={vi.fn()}
      />,
    );
    const [one, two] = [writeMoment(early), writeMoment(late)];
    const merge = 'Merge… copy of A review, Ada, Dropbox';
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'))).toEqual([
      `${merge}, saved ${one}`,
      `${merge}, saved ${two}, 1 of 2`,
      `${merge}, saved ${two}, 2 of 2`,
      merge,
    ]);
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain(`A review – from Ada, Dropbox – saved ${one}`);
  });
});
