import { describe, expect, it } from 'vitest';
import { type GivenUpKey, givenUpBlock, givenUpIn, parseGivenUp, printGivenUp } from '#main/certificates/given-up.ts';

const KEYS: readonly GivenUpKey[] = [
  { keySha256: 'ab'.repeat(32), since: null, reason: 'Stolen – “gone”.', successor: 'cd'.repeat(32) },
  { keySha256: 'cd'.repeat(32), since: '2026-05-31T12:00:00Z', reason: '', successor: null },
];

describe('the list of keys that were given up', () => {
  it('comes back from its file and from a file of certificates', () => {
    expect(parseGivenUp(Buffer.from(printGivenUp(KEYS)))).toEqual(KEYS);
    expect(givenUpIn(Buffer.from(`a certificate\n${givenUpBlock(KEYS)}another`))).toEqual(KEYS);
    expect(givenUpBlock([])).toBe('');
    expect(givenUpIn(Buffer.from('only certificates'))).toEqual([]);
  });

  it('is never taken for an empty one when it is damaged', () => {
    expect(() => parseGivenUp(Buffer.from('{}'))).toThrow('cannot be read');
    const damaged = givenUpBlock(KEYS).replace(/^.{64}$/m, (line) => line.toLowerCase());
    expect(() => givenUpIn(Buffer.from(damaged))).toThrow('cannot be read');
  });
});
