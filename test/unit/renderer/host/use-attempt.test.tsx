import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { CallFailure } from '#shared/contract/contract.ts';

const FULL: CallFailure = { kind: 'failed', code: 'disk-full', message: 'The disk is full.', details: ['x.json'] };
const DONE = { kind: 'done', id: 7 } as const;

const attempts = () => renderHook(() => useAttempt()).result;

describe('an attempt', () => {
  it('gives what came of it', async () => {
    const result = attempts();
    const answer = await act(() => result.current.attempt(async (): Promise<typeof DONE | CallFailure> => DONE));
    expect(answer?.id).toBe(7);
    expect(result.current.fault).toBeNull();
  });

  it('gives null instead of a fault, and holds that with what it was that did not work', async () => {
    const result = attempts();
    expect(await act(() => result.current.attempt(async () => FULL, '“A” was not deleted'))).toBeNull();
    expect(result.current.fault).toEqual({ ...FULL, title: '“A” was not deleted' });
  });

  it('takes the fault of the one before away when it begins, and is busy until it ends', async () => {
    const result = attempts();
    await act(() => result.current.attempt(async () => FULL));
    let end: (done: typeof DONE) => void = () => undefined;
    const promise = new Promise<typeof DONE>((resolve) => {
      end = resolve;
    });
    let attempt: Promise<unknown> | null = null;
    act(() => {
      attempt = result.current.attempt(() => promise);
    });
    expect(result.current).toMatchObject({ fault: null, isBusy: true });
    await act(async () => {
      end(DONE);
      await attempt;
    });
    expect(result.current).toMatchObject({ fault: null, isBusy: false });
  });

  it('is not busy any more after it failed', async () => {
    const result = attempts();
    await act(() => result.current.attempt(async () => FULL));
    expect(result.current.isBusy).toBe(false);
  });

  it('shows a fault that was found otherwise, until it is dismissed', () => {
    const result = attempts();
    act(() => result.current.show({ kind: 'failed', message: 'Not a file of ours.' }));
    expect(result.current.fault).toEqual({ kind: 'failed', message: 'Not a file of ours.', title: '' });
    act(() => result.current.dismiss());
    expect(result.current.fault).toBeNull();
  });
});
