import { isPreparedCharacter } from './unicode-3-2.ts';

/** Letters of scripts that run from right to left (RFC 3454, table D.1), as far as Unicode 3.2 had them. */
const RIGHT_TO_LEFT =
  /[\u05be\u05c0\u05c3\u05d0-\u05f4\u061b-\u064a\u066d-\u06d5\u06dd\u06e5\u06e6\u06fa-\u0710\u0712-\u07b1\ufb1d-\ufdfc\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

/**
 * Whether a text survives the preparation that names of certificates go through before they are compared
 * (RFC 4518, and RFC 3454 as strict programs apply it): only characters that Unicode 3.2 knew, and not both
 * directions in one text. A name that does not makes some programs refuse the whole certificate.
 */
export function survivesPreparation(text: string): boolean {
  const characters = [...text.normalize('NFKC')];
  if (!characters.every(isPreparedCharacter)) return false;
  if (!characters.some((character) => RIGHT_TO_LEFT.test(character))) return true;
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  return (
    !characters.some((character) => LEFT_TO_RIGHT.test(character)) &&
    RIGHT_TO_LEFT.test(first) &&
    RIGHT_TO_LEFT.test(last)
  );
}
