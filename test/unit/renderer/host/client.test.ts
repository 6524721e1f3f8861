import { describe, expect, it } from 'vitest';
import { createClient } from '#renderer/host/client.ts';
import { isOutcomeUnknown } from '#renderer/host/fault.ts';
import type { CallError, CallFailure } from '#shared/contract/contract.ts';

const refusing = (code: CallError['code']) =>
  createClient(async () => ({ ok: false, error: { code, message: 'No.', details: ['why'] } }));

describe('the client', () => {
  it('gives a failure of the call as it came', async () => {
    const failure = { kind: 'failed', code: 'disk-full', message: 'The disk is full.', details: [] } as const;
    const client = createClient(async () => ({ ok: true, value: failure }));
    expect(await client['review.list']({})).toEqual(failure);
  });

  it.each(['refused', 'unreachable', 'invalid-input', 'too-large', 'unknown-method', 'internal'] as const)(
    'gives a call that was refused as a failure of the same shape: %s',
    async (code) => {
      const failure: CallFailure = { kind: 'failed', code, message: 'No.', details: ['why'] };
      expect(await refusing(code)['review.list']({})).toEqual(failure);
      // Also where the contract has no answer for a failure.
      expect(await refusing(code)['app.info']({})).toEqual(failure);
    },
  );

  it('does not reject when the call could not even be sent', async () => {
    const client = createClient(() => Promise.reject(new RangeError('Invalid string length')));
    expect(await client['review.list']({})).toMatchObject({ kind: 'failed', code: 'internal', details: [] });
  });

  it('tells a lost answer, after which the call may have been done, from a refusal, after which it was not', async () => {
    const unknown = async (code: CallError['code']) => {
      const answer = await refusing(code)['review.trash']({ id: '' });
      return answer.kind === 'failed' && isOutcomeUnknown(answer);
    };
    expect(await unknown('unreachable')).toBe(true);
    expect(await unknown('internal')).toBe(true);
    expect(await unknown('refused')).toBe(false);
    expect(await unknown('too-large')).toBe(false);
    expect(isOutcomeUnknown({ kind: 'failed', code: 'disk-full', message: 'The disk is full.' })).toBe(false);
    expect(isOutcomeUnknown({ kind: 'failed', message: 'Found by the screen itself.' })).toBe(false);
  });
});
