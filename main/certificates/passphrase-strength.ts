import { FailureError } from '#main/files/failure.ts';
import { PASSPHRASE_MINIMUM } from '#shared/contract/key-contract.ts';

/** Words and rows of keys with which guessing begins. */
const COMMON = [
  ...['password', 'passwort', 'passphrase', 'haslo', 'secret', 'geheim', 'letmein', 'welcome', 'admin', 'groundwork'],
  ...['qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', 'iloveyou', 'monkey', 'dragon', 'master', 'login'],
  ...['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'january', 'summer', 'winter', 'company', 'test'],
];
/** Different parts that a passphrase needs once everything that is guessed first is taken as one. */
const PARTS_MINIMUM = 8;

/**
 * Tells of a passphrase that is guessed among the first: short, of common words, or of few parts repeated. It says
 * nothing of the others.
 * @throws {FailureError} `invalid` with what to do
 */
export function checkPassphrase(passphrase: string): void {
  if ([...passphrase].length < PASSPHRASE_MINIMUM) {
    throw new FailureError('invalid', `The passphrase needs at least ${PASSPHRASE_MINIMUM} characters.`);
  }
  if (countParts(passphrase) < PARTS_MINIMUM) {
    throw new FailureError(
      'invalid',
      'This passphrase is among the first that are guessed: common words, or the same few characters again and again. Take four words or more that have nothing to do with each other.',
    );
  }
}

/** How many different characters are left when each common word or row of keys counts as one. */
function countParts(passphrase: string): number {
  let rest = passphrase.normalize('NFKC').toLowerCase().replaceAll('@', 'a').replaceAll('$', 's').replaceAll('0', 'o');
  let words = 0;
  for (const word of COMMON.map((each) => each.replaceAll('0', 'o'))) {
    for (let length = word.length; length >= 4; length -= 1) {
      for (let from = 0; from + length <= word.length; from += 1) {
        const part = word.slice(from, from + length);
        if (!rest.includes(part)) continue;
        rest = rest.replaceAll(part, ' ');
        words += 1;
      }
    }
  }
  return words + new Set(rest.replace(/\s/g, '')).size;
}
