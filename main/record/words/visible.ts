/** Well-formed text in which every kind of line break is a line feed. */
export function cleanLines(text: string): string {
  return text.toWellFormed().replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n');
}

/** What is printed for a character that cannot be shown, such as `[U+1F600]`. */
export function standIn(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

// Control characters, and the marks that change the direction of text: they are invisible, and can make one text look
// like another. Code points that are not characters would get lost in the file.
const HIDDEN_CHARACTERS =
  /(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** The text with its hidden control characters spelled out. */
export function visibleText(text: string): string {
  return cleanLines(text).replace(HIDDEN_CHARACTERS, standIn);
}
