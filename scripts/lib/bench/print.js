/**
 * The line of an aim.
 * @param {string} text
 * @param {boolean} isMet
 * @param {string} measured
 */
export function aim(text, isMet, measured) {
  return `${isMet ? 'met    ' : 'not met'}  ${text} (${measured})`;
}

/**
 * Rows of text in columns that stand below each other.
 * @param {readonly (readonly string[])[]} rows
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}

/** @param {number} milliseconds */
export function ms(milliseconds) {
  return `${milliseconds.toFixed(0)} ms`;
}

/** @param {number} ratio */
export function times(ratio) {
  return `×${ratio.toFixed(2)}`;
}

/**
 * The middle of some times, with the quarters around it.
 * @param {readonly number[]} values in milliseconds
 */
export function spread(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (/** @type {number} */ part) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  const digits = at(0.5) < 20 ? 1 : 0;
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => at(part).toFixed(digits));
  return `${middle} ms (${low}–${high})`;
}
