import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SaveQueue, type SaveState } from '#renderer/review/save-queue.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

type SaveAnswer = Answer<'review.save'> | CallFailure;

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Start',
});
const titled = (title: string): ReviewDocument => ({ ...START, title });
const FULL: CallFailure = { kind: 'failed', code: 'disk-full', message: 'The disk is full.', details: [] };
const LOST: CallFailure = { kind: 'failed', code: 'unreachable', message: 'The host has stopped.', details: [] };
const BROKEN: CallFailure = { kind: 'failed', code: 'internal', message: 'Details are in the log.', details: [] };

/** A host whose answers the test gives by hand, one call at a time. */
function setUp() {
  const calls: { title: string; base: number; answer: (answer: SaveAnswer) => void }[] = [];
  const states: SaveState['kind'][] = [];
  let onDisk: { document: ReviewDocument; revision: number; savedAt: string } | null = null;
  const queue: SaveQueue = new SaveQueue({
    start: { revision: 1, savedAt: '2026-03-02T09:00:00Z', document: null },
    save: (document, base) =>
      new Promise((answer) => {
        calls.push({ title: document.title, base, answer });
      }),
    load: async () => onDisk,
    onChange: () => states.push(queue.state.kind),
  });
  const saved = (revision: number): SaveAnswer => ({
    kind: 'saved',
    revision,
    savedAt: `2026-03-02T09:00:0${revision}Z`,
    contentSha256: 'b'.repeat(64),
  });
  const last = () => {
    const call = calls.at(-1);
    if (!call) throw new Error('No save was tried');
    return call;
  };
  return { queue, calls, states, saved, last, setDisk: (value: typeof onDisk) => (onDisk = value) };
}

/** Lets promises settle, and timers up to `ms` run. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('SaveQueue', () => {
  it('saves at once and says saved only after the answer', async () => {
    const { queue, calls, saved, last } = setUp();
    expect(queue.state.kind).toBe('saved');
    queue.put(titled('A'));
    await pass();
    expect(calls.map(({ title, base }) => [title, base])).toEqual([['A', 1]]);
    expect(queue.state.kind).toBe('saving');
    last().answer(saved(2));
    await pass();
    expect(queue.state.kind).toBe('saved');
    expect(queue.saved.revision).toBe(2);
  });

  it('has one save under way and then saves only the newest document', async () => {
    const { queue, calls, saved, last } = setUp();
    queue.put(titled('A'));
    await pass();
    queue.put(titled('B'));
    queue.put(titled('C'));
    await pass(5_000);
    expect(calls).toHaveLength(1);
    last().answer(saved(2));
    await pass(300);
    expect(calls.map(({ title, base }) => [title, base])).toEqual([
      ['A', 1],
      ['C', 2],
    ]);
    expect(queue.state.kind).toBe('saving');
    last().answer(saved(3));
    await pass();
    expect(queue.state.kind).toBe('saved');
  });

  it('never says saved while something newer waits', async () => {
    const { queue, states, saved, last } = setUp();
    queue.put(titled('A'));
    await pass();
    queue.put(titled('B'));
    last().answer(saved(2));
    await pass();
    expect(states).not.toContain('saved');
    expect(queue.saved.revision).toBe(2);
  });

  it('pauses between saves, so that typing does not wear the disk', async () => {
    const { queue, calls, saved, last } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(saved(2));
    await pass();
    queue.put(titled('B'));
    await pass(290);
    expect(calls).toHaveLength(1);
    await pass(20);
    expect(calls).toHaveLength(2);
  });

  it('flushes without the pause and tells when everything is on disk', async () => {
    const { queue, calls, saved, last } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(saved(2));
    await pass();
    queue.put(titled('B'));
    const flushed = queue.flush();
    await pass();
    expect(calls).toHaveLength(2);
    last().answer(saved(3));
    expect(await flushed).toBe(true);
    expect(await queue.flush()).toBe(true);
  });

  it('keeps the document after a failure and saves it on retry', async () => {
    const { queue, calls, saved, last } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(FULL);
    await pass(1_900);
    expect(queue.state).toEqual({
      kind: 'failed',
      failure: FULL,
      retrying: false,
      retryIn: 2,
    });
    expect(calls).toHaveLength(1);
    queue.retry();
    expect(queue.state).toMatchObject({ kind: 'failed', retrying: true });
    await pass();
    expect(last()).toMatchObject({ title: 'A', base: 1 });
    last().answer(saved(2));
    await pass();
    expect(queue.state.kind).toBe('saved');
  });

  it('tries again by itself with growing pauses, until it is on disk', async () => {
    const { queue, calls, saved, last } = setUp();
    queue.put(titled('A'));
    await pass();
    for (const pause of [2, 4, 8, 16, 32, 60, 60]) {
      last().answer(FULL);
      await pass();
      expect(queue.state).toMatchObject({ retryIn: pause, retrying: false });
      const tried = calls.length;
      await pass(pause * 1000 - 1);
      expect(calls).toHaveLength(tried);
      await pass(1);
      expect(calls).toHaveLength(tried + 1);
      expect(queue.state).toMatchObject({ kind: 'failed', retrying: true });
    }
    last().answer(saved(2));
    await pass();
    expect(queue.state.kind).toBe('saved');
    // The next failure is a new one.
    queue.put(titled('B'));
    await pass(300);
    last().answer(LOST);
    await pass();
    expect(queue.state).toMatchObject({ retryIn: 2 });
    queue.stop();
    const tried = calls.length;
    await pass(120_000);
    expect(calls).toHaveLength(tried);
  });

  it('does not try again what would be refused again', async () => {
    const { queue, calls, last } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer({ kind: 'failed', code: 'too-large', message: 'Too large.', details: [] });
    await pass(120_000);
    expect(queue.state).toMatchObject({ kind: 'failed', retryIn: null });
    expect(calls).toHaveLength(1);
  });

  it('tries again with the newest document when editing goes on after a failure', async () => {
    const { queue, saved, last } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(FULL);
    await pass(300);
    queue.put(titled('B'));
    await pass();
    expect(last().title).toBe('B');
    last().answer(saved(2));
    await pass();
    expect(queue.state.kind).toBe('saved');
  });

  it('keeps what was typed during a save that fails', async () => {
    const { queue, last } = setUp();
    queue.put(titled('A'));
    await pass();
    queue.put(titled('B'));
    last().answer(FULL);
    await pass(1_000);
    queue.retry();
    await pass();
    expect(last().title).toBe('B');
  });

  it('says why when the host cannot be reached, and a flush then reports false', async () => {
    const { queue, last } = setUp();
    queue.put(titled('A'));
    const flushed = queue.flush();
    await pass();
    last().answer(LOST);
    expect(await flushed).toBe(false);
    expect(queue.state).toMatchObject({ kind: 'failed', failure: { code: 'unreachable' } });
  });

  it('stops when somebody else changed the file, and writes no more', async () => {
    const { queue, calls, last } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer({ kind: 'stale', revision: 7, savedAt: '2026-03-02T10:00:00Z' });
    await pass();
    expect(queue.state).toEqual({ kind: 'stale', savedAt: '2026-03-02T10:00:00Z' });
    queue.put(titled('B'));
    queue.retry();
    expect(await queue.flush()).toBe(false);
    await pass(5_000);
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['whose answer got lost', LOST],
    ['after which the host broke down', BROKEN],
  ])('goes on when the change elsewhere was its own save %s', async (_which, unknown) => {
    const { queue, saved, last, setDisk } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(unknown);
    await pass();
    setDisk({ document: titled('A'), revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    queue.put(titled('B'));
    await pass(300);
    last().answer({ kind: 'stale', revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    await pass(300);
    expect(last()).toMatchObject({ title: 'B', base: 2 });
    last().answer(saved(3));
    await pass();
    expect(queue.state.kind).toBe('saved');
  });

  it('is stale after a lost answer when the file holds something else', async () => {
    const { queue, last, setDisk } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(LOST);
    await pass();
    setDisk({ document: titled('Theirs'), revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    queue.retry();
    await pass(300);
    last().answer({ kind: 'stale', revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    await pass();
    expect(queue.state.kind).toBe('stale');
  });

  it('takes nothing on disk for its own save that was refused', async () => {
    const { queue, calls, last, setDisk } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(FULL);
    await pass();
    // The same text by chance, as two windows may type it: only a save that may have arrived is looked for.
    setDisk({ document: titled('A'), revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    queue.retry();
    await pass(300);
    last().answer({ kind: 'stale', revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    await pass(300);
    expect(queue.state).toEqual({ kind: 'stale', savedAt: '2026-03-02T10:00:00Z' });
    expect(calls).toHaveLength(2);
  });

  it('still finds a save that may have arrived when a later one is refused', async () => {
    const { queue, saved, last, setDisk } = setUp();
    queue.put(titled('A'));
    await pass();
    last().answer(LOST);
    await pass();
    queue.put(titled('B'));
    await pass(300);
    last().answer(FULL);
    await pass();
    setDisk({ document: titled('A'), revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    queue.retry();
    await pass(300);
    last().answer({ kind: 'stale', revision: 2, savedAt: '2026-03-02T10:00:00Z' });
    await pass(300);
    expect(last()).toMatchObject({ title: 'B', base: 2 });
    last().answer(saved(3));
    await pass();
    expect(queue.state.kind).toBe('saved');
  });
});
