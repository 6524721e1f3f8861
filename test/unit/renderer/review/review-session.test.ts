import { describe, expect, it, vi } from 'vitest';
import { contentHash } from '#renderer/review/content-hash.ts';
import { ReviewSession } from '#renderer/review/review-session.ts';
import type { Step } from '#renderer/review/session-role.ts';
import { Workspace } from '#renderer/review/workspace.ts';
import type { CallFailure, Client } from '#shared/contract/contract.ts';
import { closeReview, setDeprecated, sign } from '#shared/kinds/sign-off/edit.ts';
import { changedPlaces } from '#shared/review/changed-places.ts';
import { hashOf, memoryHost, START } from '#test/support/memory-host.ts';
import { smallTemplate } from '#test/support/small-review.ts';

const FULL: CallFailure = { kind: 'failed', code: 'disk-full', message: 'The disk is full.', details: [] };

async function openSession(client: Client, workspace = new Workspace(client)): Promise<ReviewSession> {
  const session = await workspace.open(START.id);
  if (!(session instanceof ReviewSession)) throw new Error(session.message);
  return session;
}

const sectionOf = (step: Step | null) => step && changedPlaces(step.before, step.after)[0]?.page;

describe('ReviewSession', () => {
  it('names itself with every save, and each opening anew', async () => {
    const host = memoryHost();
    for (const titles of [['a', 'b'], ['c']]) {
      const session = await openSession(host.client);
      for (const title of titles) {
        session.update((review) => ({ ...review, title }));
        await session.flush();
      }
    }
    const [first, second, third] = host.editors;
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(third).toMatch(/^[0-9a-f-]{36}$/);
    expect(third).not.toBe(first);
  });

  it('shows an edit at once and has it on disk after a flush', async () => {
    const host = memoryHost();
    const session = await openSession(host.client);
    session.update((review) => ({ ...review, component: 'Gateway' }));
    expect(session.snapshot().document.component).toBe('Gateway');
    expect(session.snapshot().save.kind).toBe('saving');
    expect(await session.flush()).toBe(true);
    expect(session.snapshot()).toMatchObject({ save: { kind: 'saved' }, saved: { revision: 2 } });
    expect(host.stored().document.component).toBe('Gateway');
  });

  it('takes several edits in one event one after the other', async () => {
    const session = await openSession(memoryHost().client);
    session.update((review) => ({ ...review, component: 'A' }));
    session.update((review) => ({ ...review, candidate: `${review.component}B` }));
    expect(session.snapshot().document).toMatchObject({ component: 'A', candidate: 'AB' });
  });

  it('saves what undo brings back and says what it changed', async () => {
    const host = memoryHost();
    const session = await openSession(host.client);
    session.update((review) => ({ ...review, rule: { ...review.rule, justification: 'x' } }));
    expect(sectionOf(await session.undo())).toBe('rule');
    expect(session.snapshot()).toMatchObject({ document: START, canUndo: false, canRedo: true });
    await session.flush();
    expect(host.stored().document).toEqual(START);
    expect(sectionOf(await session.redo())).toBe('rule');
    expect(sectionOf(await session.undo())).toBe('rule');
    expect(await session.undo()).toBeNull();
  });

  it('does not undo across a commit', async () => {
    const session = await openSession(memoryHost().client);
    session.update((review) => ({ ...review, component: 'A' }));
    session.commit((review) => ({ ...review, candidate: 'B' }));
    expect(session.snapshot().canUndo).toBe(false);
    void session.undo();
    expect(session.snapshot().document).toMatchObject({ component: 'A', candidate: 'B' });
  });

  it('knows the hash of the content: null while computed, then that of signedContent', async () => {
    const session = await openSession(memoryHost().client);
    expect(session.snapshot().contentSha256).toBe(hashOf(START));
    session.update((review) => ({ ...review, component: 'Gateway' }));
    expect(session.snapshot().contentSha256).toBeNull();
    expect(session.snapshot().latestSha256).toBe(hashOf(START));
    await expect.poll(() => session.snapshot().contentSha256).not.toBeNull();
    expect(session.snapshot().contentSha256).toBe(hashOf(session.snapshot().document));
  });

  it('keeps the hash while only the sign-off changes', async () => {
    const session = await openSession(memoryHost().client);
    session.update((review) => ({
      ...review,
      signOff: { ...review.signOff, approvers: [{ id: 'a', name: 'Ada', role: '' }] },
    }));
    expect(session.snapshot().contentSha256).toBe(hashOf(START));
  });

  it('sees a part that comes or goes as a change of the content', async () => {
    const session = await openSession(memoryHost().client);
    session.update((review) => ({ ...review, commitments: { commitments: {} } }));
    await expect.poll(() => session.snapshot().contentSha256).not.toBeNull();
    void session.undo();
    await expect.poll(() => session.snapshot().contentSha256).toBe(hashOf(START));
  });

  it('changes nothing that is signed once it is closed, which no signature does', async () => {
    const session = await openSession(memoryHost().client);
    const approver = { id: 'a', name: 'Ada', role: '' };
    session.update((review) => ({ ...review, signOff: { ...review.signOff, approvers: [approver] } }));
    expect(session.snapshot().isSealed).toBe(false);
    const input = {
      id: 's',
      verdict: 'approve',
      comment: '',
      typedName: 'Ada',
      drawing: [],
      signedAt: '2026-03-02T09:00:00Z',
    } as const;
    session.commit((review) => sign(review, 'a', input, hashOf(START)));
    expect(session.snapshot().isSealed).toBe(false);
    const closing = { at: '2026-03-02T10:00:00Z', by: 'Ada', reason: '' };
    session.commit((review) => closeReview(review, session.template, hashOf(START), closing));
    expect(session.snapshot().isSealed).toBe(true);
    const signed = session.snapshot().document;
    session.update((review) => ({ ...review, component: 'Gateway' }));
    session.update((review) => ({ ...review, signOff: { approvers: [], signatures: [] } }));
    expect(session.snapshot().document).toBe(signed);
    const deprecated = { at: '2026-03-03T09:00:00Z', by: 'Ada', reason: 'Over' };
    session.commit((review) => setDeprecated(review, deprecated));
    expect(session.snapshot()).toMatchObject({ isSealed: true, document: { deprecated } });
  });

  it('tells its listeners of every change until they leave', async () => {
    const session = await openSession(memoryHost().client);
    const listener = vi.fn();
    const leave = session.subscribe(listener);
    session.update((review) => ({ ...review, component: 'A' }));
    expect(listener).toHaveBeenCalled();
    leave();
    listener.mockClear();
    session.update((review) => ({ ...review, component: 'B' }));
    expect(listener).not.toHaveBeenCalled();
  });

  it('gives a stale version away as a review of its own, with its template', async () => {
    const host = memoryHost();
    const session = await openSession(host.client);
    host.changeElsewhere();
    session.update((review) => ({ ...review, component: 'Mine' }));
    expect(await session.flush()).toBe(false);
    expect(session.snapshot().save.kind).toBe('stale');
    await session.keepAsCopy();
    const [call] = vi.mocked(host.client['review.import']).mock.calls;
    const envelope: unknown = JSON.parse(call?.[0].text ?? '');
    expect(envelope).toMatchObject({
      format: 'groundwork-review',
      schemaVersion: 2,
      document: { component: 'Mine', title: expect.stringContaining('my version') },
      template: { id: smallTemplate.id },
    });
    expect(host.stored().document.title).toBe('Theirs');
  });
});

describe('contentHash', () => {
  it('is the SHA-256 of what a signature binds to', async () => {
    expect(await contentHash(START)).toBe(hashOf(START));
  });
});

describe('Workspace', () => {
  it('lets a saved review go when its page is left, and loads it anew', async () => {
    const host = memoryHost();
    const workspace = new Workspace(host.client);
    const session = await openSession(host.client, workspace);
    session.update((review) => ({ ...review, component: 'A' }));
    await workspace.leave(session);
    host.changeElsewhere();
    const again = await openSession(host.client, workspace);
    expect(again).not.toBe(session);
    expect(again.snapshot().document.title).toBe('Theirs');
  });

  it('keeps a review that could not be saved, with everything typed', async () => {
    const host = memoryHost();
    const workspace = new Workspace(host.client);
    const session = await openSession(host.client, workspace);
    session.update((review) => ({ ...review, component: 'A' }));
    host.answerNext(FULL);
    await expect.poll(() => session.snapshot().save.kind).toBe('failed');
    host.answerNext(FULL);
    await workspace.leave(session);
    expect(workspace.unsaved()).toEqual([session]);
    expect(await openSession(host.client, workspace)).toBe(session);
    expect(await workspace.flush()).toBe(true);
    expect(workspace.unsaved()).toEqual([]);
    expect(host.stored().document.component).toBe('A');
  });

  it('keeps a review that another page still shows', async () => {
    const host = memoryHost();
    const workspace = new Workspace(host.client);
    const session = await openSession(host.client, workspace);
    await openSession(host.client, workspace);
    await workspace.leave(session);
    expect(await openSession(host.client, workspace)).toBe(session);
  });

  it('holds nothing back once the person gave up', async () => {
    const host = memoryHost();
    const workspace = new Workspace(host.client);
    const session = await openSession(host.client, workspace);
    session.update((review) => ({ ...review, component: 'A' }));
    expect(workspace.unsaved()).toHaveLength(1);
    workspace.giveUp();
    expect(workspace.unsaved()).toEqual([]);
  });
});
