// Apart from the schemas: every page needs these, and not all of zod with them.

/** Longest single-line text (names, titles, links), in UTF-16 code units. */
export const LINE_LIMIT = 500;
/** Longest free text (rationales, comments), in UTF-16 code units. */
export const TEXT_LIMIT = 20_000;
/** Most rows in any list of a review or a template. */
export const LIST_LIMIT = 500;

/** Whether a text holds nothing a reader would see. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
