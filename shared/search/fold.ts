/**
 * Text as a search compares it: whatever its case, its accents and its typographic quotes and dashes. Marks that make another
 * letter stay (the vowel signs of Indic scripts, the dakuten of kana); those that readers leave out themselves go (accents,
 * the points of Hebrew and Arabic). Line breaks and runs of spaces count as one space.
 */
export function fold(text: string): string {
  // Most text needs no more than this.
  if (PLAIN.test(text)) return text.toLowerCase();
  return [...text.normalize('NFC')].map(foldCharacter).join('').replace(SPACES, ' ');
}

/** The same, with the place in `text` (which is in NFC) of each unit of the folded text, and the end of `text` behind the last. */
export function foldWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    let unit = foldCharacter(character).replace(SPACES, ' ');
    if (unit === ' ' && folded.endsWith(' ')) unit = '';
    folded += unit;
    for (let index = 0; index < unit.length; index++) places.push(at);
    at += character.length;
  }
  return { folded, places: [...places, at] };
}

const PLAIN = /^(?:[!-~]| (?! ))*$/;
const SPACES = /\s+/gu;

/** Accents of Latin, Greek and Cyrillic; points and vowel marks of Hebrew and Arabic; the Arabic lengthening stroke; what has no width. */
const LEFT_OUT =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\p{Cf}]/gu;

/** Letters that Unicode does not take apart and people type without their stroke, and signs that stand for plainer ones. */
const LIKE: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ' },
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
  ...{ '‐': '-', '‑': '-', '–': '-', '—': '-', '−': '-' },
};

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    // Upper case first: ß is SS then, and all forms of a letter meet.
    const upper = character.normalize('NFKD').replace(LEFT_OUT, '').toUpperCase();
    folded = [...upper.toLowerCase()].map((letter) => LIKE[letter] ?? letter).join('');
    known.set(character, folded);
  }
  return folded;
}
