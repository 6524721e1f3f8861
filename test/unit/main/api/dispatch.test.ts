import { describe, expect, it, vi } from 'vitest';
import { canFail, dispatch } from '#main/api/dispatch.ts';
import { FailureError } from '#main/files/failure.ts';
import { type Api, contract, type FallibleMethod, type Method } from '#shared/contract/contract.ts';

const ID = '7a0d3f6e-6a0b-4c58-9f3e-0f9d6a1b2c3d';

/** Every call without an answer for a failure. The compiler refuses a list that lacks one or has another. */
const CANNOT_FAIL: Readonly<Record<Exclude<Method, FallibleMethod>, true>> = {
  'app.info': true,
  'certificate.forget': true,
  'job.progress': true,
  'job.cancel': true,
};

function throwing(error: unknown) {
  const log = { info: vi.fn(), error: vi.fn() };
  const answer = () => Promise.reject(error);
  const api = { 'review.trash': answer, 'job.cancel': answer } as unknown as Api;
  return {
    log,
    trash: () => dispatch(api, log, 'review.trash', { id: ID }),
    cancel: () => dispatch(api, log, 'job.cancel', { job: ID }),
  };
}

describe('dispatch', () => {
  it('answers with the failure that a call throws, and tells nobody but the log what was behind it', async () => {
    const cause = new Error('EROFS, open /home/someone/x');
    const error = new FailureError('read-only', 'The folder is read-only.', { details: ['x.json'], cause });
    const { log, trash } = throwing(error);
    expect(await trash()).toEqual({
      ok: true,
      value: { kind: 'failed', code: 'read-only', message: 'The folder is read-only.', details: ['x.json'] },
    });
    expect(log.error.mock.calls).toEqual([['The folder is read-only.', cause]]);
  });

  it('logs nothing of a failure that has no other cause: it is no fault of ours', async () => {
    const { log, trash } = throwing(new FailureError('not-found', 'It is gone.'));
    expect(await trash()).toMatchObject({ ok: true, value: { kind: 'failed', code: 'not-found' } });
    expect(log.error).not.toHaveBeenCalled();
  });

  it('refuses what fails otherwise', async () => {
    const fault = new TypeError('x is not a function');
    const { log, trash } = throwing(fault);
    expect(await trash()).toMatchObject({ ok: false, error: { code: 'internal', details: [] } });
    expect(log.error.mock.calls).toEqual([['review.trash failed', fault]]);
  });

  it('refuses a failure of a call whose contract has no answer for one', async () => {
    const failure = new FailureError('io', 'The disk reported an error in /home/someone.');
    const { log, cancel } = throwing(failure);
    const reply = await cancel();
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', details: [] } });
    expect(JSON.stringify(reply)).not.toContain('someone');
    expect(log.error.mock.calls).toEqual([['job.cancel failed', failure]]);
  });

  it('knows which calls these are as the types do', () => {
    const methods = Object.keys(contract) as Method[];
    expect(methods.filter((method) => !canFail(method)).sort()).toEqual(Object.keys(CANNOT_FAIL).sort());
  });

  it('takes for such a call only what the contract accepts as its answer', () => {
    const failure = { kind: 'failed', code: 'io', message: 'm', details: [] };
    for (const method of Object.keys(contract) as Method[]) {
      expect(contract[method].output.safeParse(failure).success, method).toBe(canFail(method));
    }
  });
});
