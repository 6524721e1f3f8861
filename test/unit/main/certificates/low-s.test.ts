import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isLowS, withLowS } from '#main/certificates/low-s.ts';

describe('withLowS', () => {
  it.each(['P-256', 'P-384'])('gives the smaller of the two values that fit, on %s', (namedCurve) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    const data = Buffer.from('content');
    const signatures = Array.from({ length: 24 }, () => sign('sha256', data, privateKey));
    // Half of them have the larger one.
    expect(new Set(signatures.map((signature) => isLowS(signature, publicKey)))).toEqual(new Set([true, false]));
    for (const signature of signatures) {
      const low = withLowS(signature, privateKey);
      expect(isLowS(low, publicKey)).toBe(true);
      expect(verify('sha256', data, publicKey, low)).toBe(true);
    }
  });

  it('leaves other signatures as they are', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signature = sign('sha256', Buffer.from('content'), privateKey);
    expect(withLowS(signature, privateKey)).toBe(signature);
  });
});
