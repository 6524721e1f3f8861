import { describe, expect, it } from 'vitest';
import { checkPassphrase } from '#main/certificates/passphrase-strength.ts';

describe('checkPassphrase', () => {
  it.each([
    'passwordpassword',
    'Password123456',
    'aaaaaaaaaaaaaaaa',
    '123456789012',
    'qwertyuiop1234',
    'abcabcabcabcabc',
    'P@$$w0rd P@$$w0rd',
  ])('tells of %s', (passphrase) => {
    expect(() => checkPassphrase(passphrase)).toThrow('among the first that are guessed');
  });

  it('tells of one that is too short', () => {
    expect(() => checkPassphrase('kV9#pQ2!xZ')).toThrow('at least 12 characters');
  });

  it.each(['correct horse battery staple', 'kV9#pQ2!xZ7m', 'łódź rower mgła szyba', 'дождь окно река мост'])(
    'says nothing of %s',
    (passphrase) => {
      expect(() => checkPassphrase(passphrase)).not.toThrow();
    },
  );
});
