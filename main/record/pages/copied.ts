// Letters that poppler takes to run from right to left: those of Hebrew, Arabic, Syriac and Thaana. It does not move
// other letters, nor the signs of these scripts.
const TURNED =
  '\\u05BE\\u05C0\\u05C3\\u05C5-\\u0603\\u060D\\u0616-\\u064A\\u066D-\\u066F\\u0671-\\u06D5\\u06DD\\u06E5\\u06E6\\u06EE\\u06EF' +
  '\\u06FA-\\u070D\\u0710\\u0712-\\u072F\\u074B-\\u07A5\\u07B1\\uFB1D\\uFB1F-\\uFB28\\uFB2A-\\uFD3D\\uFD40-\\uFDFC\\uFE70-\\uFEFC';
const MARKS =
  '\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u0610-\\u0615\\u064B-\\u0658\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED\\u200C\\u200D';
const WORD = `[${TURNED}][${TURNED}${MARKS}]*`;
const WORDS = new RegExp(`${WORD}(?: ${WORD})*`, 'g');
const STARTS_TURNED = new RegExp(`^[${TURNED}]`);
const ENDS_IN_MARK = new RegExp(`[${MARKS}]$`);
const TURNED_LETTER = new RegExp(`[${TURNED}\\u200F]`, 'g');
const UNTURNED_LETTER = /[A-Za-z\u200E]/g;
const SIGN_BEFORE = new RegExp(
  `[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}<>](?=[^\\p{L}\\p{N}]*[${TURNED}${MARKS}])|\\p{P}(?=[${MARKS}])`,
  'gu',
);
const LEFT_TO_RIGHT_MARK = '\u200E';
const RIGHT_TO_LEFT_MARK = '\u200F';

/** The text of a line that programs copy instead of what its glyphs say. */
export interface CopiedText {
  /** For poppler, on which pdftotext, Evince and Okular build. */
  readonly turned: string;
  /** For all others, in the order of reading; null where it is the same. */
  readonly read: string | null;
}

/**
 * The text of a line for programs that copy it, so that they give what was typed. Poppler expects text in the order in
 * which it is seen from left to right: it reverses letters of right-to-left scripts, with everything up to the next letter
 * or figure of the other direction, and it removes a hyphen at the end of a line. So it gets each word of these scripts
 * reversed and then a mark that ends the reversal, and a space after the hyphen.
 * @param space what ends the line
 */
export function copiedText(text: string, space: string, seen: string | null = null): CopiedText {
  const turned = text.replace(WORDS, (run) => {
    const before = ENDS_IN_MARK.test(run) ? RIGHT_TO_LEFT_MARK : '';
    return `${before}${[...run].reverse().join('')}${LEFT_TO_RIGHT_MARK}`;
  });
  const end = text.endsWith('-') ? ' ' : space;
  const read = (seen ?? text).replace(SIGN_BEFORE, `$&${LEFT_TO_RIGHT_MARK}`);
  return { turned: `${turned}${end}`, read: turned === text ? null : `${read}${space}` };
}

/**
 * The marks that a page needs so that poppler takes its text to run from left to right, as `copiedText` expects: poppler
 * counts the letters of each direction on a page.
 */
export function balancingMarks(texts: readonly string[]): string {
  const count = (letters: RegExp) => texts.reduce((sum, text) => sum + (text.match(letters)?.length ?? 0), 0);
  return LEFT_TO_RIGHT_MARK.repeat(Math.max(0, count(TURNED_LETTER) - count(UNTURNED_LETTER)));
}

/** Whether a glyph says a letter of a script that programs turn, or one with its marks. */
export function isTurnedLetter(text: string): boolean {
  return STARTS_TURNED.test(text);
}
