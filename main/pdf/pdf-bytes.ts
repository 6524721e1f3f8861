// Bytes that mean something in PDF syntax (ISO 32000-2, 7.2.3).
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
export const SLASH = 0x2f;
export const PERCENT = 0x25;
export const BACKSLASH = 0x5c;
export const OPEN_PARENTHESIS = 0x28;
export const CLOSE_PARENTHESIS = 0x29;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
const ZERO = 0x30;

/** For each byte: 1 white space, 2 a delimiter, 0 a part of a word. */
export const BYTE_CLASSES = Uint8Array.from({ length: 256 }, (_, byte) =>
  [0, 9, 10, 12, 13, 32].includes(byte) ? 1 : Buffer.from('()<>[]{}/%').includes(byte) ? 2 : 0,
);

/** What letters behind a backslash stand for: line ends, tab, backspace, form feed. */
export const ESCAPES: ReadonlyMap<number, number> = new Map(
  [
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['b', '\b'],
    ['f', '\f'],
  ].map(([letter = '', meant = '']) => [letter.charCodeAt(0), meant.charCodeAt(0)]),
);

/** Powers of ten, which divide a number of few digits as exactly as it is read from its text. */
const TENS = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** Digits up to which every number is exact. */
const EXACT_DIGITS = 15;

/** The number of few digits that a stretch of bytes writes; null for everything else. */
export function shortNumber(bytes: Uint8Array, start: number, end: number): number | null {
  const sign = bytes[start];
  const first = sign === PLUS || sign === MINUS ? start + 1 : start;
  let value = 0;
  let point = end;
  for (let at = first; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === POINT && point === end) point = at;
    else if (isDigit(byte)) value = value * 10 + byte - ZERO;
    else return null;
  }
  const fraction = Math.max(0, end - point - 1);
  const digits = point - first + fraction;
  if (digits < 1 || digits > EXACT_DIGITS) return null;
  const exact = value / (TENS[fraction] ?? 1);
  return sign === MINUS ? -exact : exact;
}

export function isDigit(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

/** Operators and keys are few, and stand in a file thousands of times. */
const shortWords = new Map<number, string>();
/** Longest of them, in bytes: so many fit into one number. */
const SHORT_WORD = 4;
/** Most of them that are kept. */
const WORDS_LIMIT = 5_000;

/** The text of a word, which holds no zero byte. */
export function wordIn(bytes: Buffer, start: number, end: number): string {
  if (end - start > SHORT_WORD) return bytes.toString('latin1', start, end);
  let key = 0;
  for (let at = start; at < end; at += 1) key = (key << 8) | (bytes[at] ?? 0);
  const known = shortWords.get(key);
  if (known !== undefined) return known;
  const word = bytes.toString('latin1', start, end);
  if (shortWords.size < WORDS_LIMIT) shortWords.set(key, word);
  return word;
}
