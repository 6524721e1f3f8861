import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stepText } from '#renderer/base/work-words.ts';
import { type JobProgress, watchJob } from '#renderer/host/watch-job.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A host with a long call under way, which ends when the test says so. */
function longCall(...answers: readonly (Answer<'job.progress'> | CallFailure)[]) {
  const left = [...answers];
  const ids = { called: '', asked: new Set<string>(), cancelled: '' };
  const heard: (JobProgress | null)[] = [];
  const end: { with: (answer: string) => void } = { with: () => undefined };
  const job = watchJob(
    {
      'job.progress': async ({ job: id }) => {
        ids.asked.add(id);
        return left.shift() ?? { kind: 'none' };
      },
      'job.cancel': async ({ job: id }) => {
        ids.cancelled = id;
        return { kind: 'cancelling' };
      },
    },
    (id) => {
      ids.called = id;
      return new Promise<string>((resolve) => {
        end.with = resolve;
      });
    },
    (progress) => heard.push(progress),
  );
  return { job, end, ids, heard };
}

const page = (at: number): Answer<'job.progress'> => ({
  kind: 'running',
  step: { kind: 'page', at, of: 9 },
  canCancel: true,
});

const GONE: CallFailure = { kind: 'failed', code: 'unreachable', message: 'Gone.', details: [] };

describe('a watched call', () => {
  it('is not asked about while it is short', async () => {
    const { job, end, ids, heard } = longCall(page(1));
    await vi.advanceTimersByTimeAsync(300);
    end.with('done');
    expect(await job.result).toBe('done');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ids.asked.size).toBe(0);
    expect(heard).toEqual([null]);
  });

  it('tells how far it is while it lasts, and nothing afterwards', async () => {
    const { job, end, ids, heard } = longCall(page(1), { kind: 'none' }, GONE, page(7), page(8));
    await vi.advanceTimersByTimeAsync(400 + 3 * 250);
    const step = { kind: 'page', of: 9 };
    expect(heard).toMatchObject([{ step: { ...step, at: 1 } }, { step: { ...step, at: 7 }, canCancel: true }]);
    expect([...ids.asked]).toEqual([ids.called]);
    end.with('done');
    await job.result;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard).toHaveLength(3);
    expect(heard.at(-1)).toBeNull();
  });

  it('can be cancelled, and says nothing more when it fails', async () => {
    const { job, ids } = longCall();
    job.cancel();
    expect(ids.cancelled).toBe(ids.called);
    const heard: unknown[] = [];
    const client = { 'job.progress': vi.fn(), 'job.cancel': vi.fn() };
    const failing = watchJob(
      client,
      () => Promise.reject(new Error('no')),
      (progress) => heard.push(progress),
    );
    await expect(failing.result).rejects.toThrow('no');
    expect(heard).toEqual([null]);
  });
});

it('words for steps count what is counted', () => {
  expect(stepText({ kind: 'page', at: 34, of: 103 })).toBe('Setting page 34 of 103…');
  expect(stepText({ kind: 'seal', at: 2, of: 5 })).toBe('Adding seal 2 of 5…');
  expect(stepText({ kind: 'prepare', at: 0, of: 0 })).toBe('Preparing…');
});
