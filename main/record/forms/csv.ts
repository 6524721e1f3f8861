import { visibleText } from '#main/record/words/visible.ts';

/** A cell; null is an empty one. */
export type CsvCell = string | number | null;

/** What makes a spreadsheet calculate a cell instead of showing it, in half and full width. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]/;
/** The same further on, where a spreadsheet that takes semicolons or tabs for commas starts a new cell. */
const FORMULA_INSIDE = /([;\t][\s\uFEFF]*)(?=[=+\-@＝＋－＠])/g;
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
  const shown = visibleText(text).replace(FORMULA_INSIDE, "$1'");
  const isFormula = FORMULA.test(shown) || HIDDEN_START.test(shown);
  return `${isFormula ? "'" : ''}${shown}`;
}
