import { visibleText } from '#main/record/words/visible.ts';

/** A cell; null is an empty one. */
export type CsvCell = string | number | null;

/**
 * What makes a spreadsheet calculate a cell instead of showing it, and characters that look the same, as some take them for
 * it: small, full width, raised, lowered, and the minus sign; behind what some do not see.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@﹦＝⁼₌﹢＋⁺₊﹣－⁻₋−﹫＠]/u;
/**
 * The same further on, where a program that takes semicolons or tabs for commas, or every line for a row, starts a new
 * cell. What a cell begins with is taken whole, sign or not: to try again at each of its characters takes hours for long ones.
 */
const FORMULA_INSIDE = /([;\t\r\n][\s\p{Cf}"]*)([=+\-@﹦＝⁼₌﹢＋⁺₊﹣－⁻₋−﹫＠]?)/gu;
/** Characters that some programs strip before they look for a formula. */
const HIDDEN_START = /^[\t\r\n]/;

/**
 * A table as CSV after RFC 4180: commas, CRLF, quotes where needed; in UTF-8 with a byte order mark, as
 * spreadsheets otherwise take it for their own code page. Texts that would be taken for a formula get an
 * apostrophe in front, so that opening the file runs nothing.
 */
export function renderCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const lines = [header, ...rows].map((row) => `${row.map(fieldText).join(',')}\r\n`);
  return Buffer.from(`\uFEFF${lines.join('')}`);
}

function fieldText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmlessText(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmlessText(text: string): string {
  // As it will stand in the file: line ends of other systems become plain ones first.
  const shown = visibleText(text).replace(FORMULA_INSIDE, (_, lead, sign) => (sign === '' ? lead : `${lead}'${sign}`));
  const isFormula = FORMULA.test(shown) || HIDDEN_START.test(shown);
  return `${isFormula ? "'" : ''}${shown}`;
}
