/** What a column of a table holds, measured in points. */
export interface ColumnNeed {
  /** Of its longest word, or of a badge, which is not broken. */
  readonly least: number;
  /** Of each cell on one line, row by row. */
  readonly cells: readonly number[];
}

/** Steps in which room is handed out, in points. */
const STEP = 4;
/** How strongly the tallest cell of a row counts beside the others: a row is as tall as that. */
const TALLEST = 4;
/** A table keeps the widths given unless others make it lower than this share of its height. */
const WORTH_IT = 0.97;

/**
 * Widths of the columns of a table that make it lower than the given ones do: each gets its longest word, then the rest goes
 * step by step to where it saves the most. The given widths where they hold every word and do nearly as well, so that
 * tables of a kind look alike.
 */
export function columnWidths(needs: readonly ColumnNeed[], given: readonly number[]): readonly number[] {
  const total = given.reduce((sum, width) => sum + width, 0);
  const widths = needs.map(({ least }) => Math.min(least, total / needs.length));
  let room = total - widths.reduce((sum, width) => sum + width, 0);
  if (room <= 0) return given;
  // What each column takes of each row, now and a step wider: only that of the column that grew changes.
  const shares = needs.map((need, index) => rowShares(need, widths[index]));
  const wider = needs.map((need, index) => rowShares(need, (widths[index] ?? 0) + STEP));
  let height = heightOf(shares);
  while (room >= STEP) {
    const rows = rowHeights(shares);
    const costs = widths.map((_, index) => heightGrown(shares, rows, index, wider[index] ?? []));
    const best = costs.indexOf(Math.min(...costs));
    const cost = costs[best] ?? 0;
    // Nothing gets lower any more: the rest is shared as the given widths share the whole.
    if (cost >= height) break;
    height = cost;
    widths[best] = (widths[best] ?? 0) + STEP;
    shares[best] = wider[best] ?? [];
    wider[best] = rowShares(needs[best], (widths[best] ?? 0) + STEP);
    room -= STEP;
  }
  const shared = widths.map((width, index) => width + (room * (given[index] ?? 0)) / total);
  const isFit = given.every((width, index) => width >= (needs[index]?.least ?? 0));
  return isFit && heightWith(needs, shared) >= WORTH_IT * heightWith(needs, given) ? given : shared;
}

/** About how tall a table is, in lines. */
function heightWith(needs: readonly ColumnNeed[], widths: readonly number[]): number {
  return heightOf(needs.map((need, index) => rowShares(need, widths[index])));
}

/** What each cell of a column adds to its row: the tallest ones count most. */
function rowShares(need: ColumnNeed | undefined, width = 1): readonly number[] {
  // A line is rarely full to its end.
  return (need?.cells ?? []).map((cell) => Math.max(1, (1.06 * cell) / width) ** TALLEST);
}

function heightOf(shares: readonly (readonly number[])[]): number {
  return rowHeights(shares).reduce((height, row) => height + row, 0);
}

function rowHeights(shares: readonly (readonly number[])[]): readonly number[] {
  return (shares[0] ?? []).map((_, row) => rowHeight(shares, row));
}

function rowHeight(shares: readonly (readonly number[])[], row: number): number {
  let sum = 0;
  for (const column of shares) sum += column[row] ?? 1;
  return sum ** (1 / TALLEST);
}

/** The height with another column at one place; rows in which it takes the same stay as they are, which most do. */
function heightGrown(
  shares: readonly (readonly number[])[],
  rows: readonly number[],
  index: number,
  wider: readonly number[],
): number {
  const now = shares[index] ?? [];
  const grown = shares.with(index, wider);
  let height = 0;
  for (let row = 0; row < rows.length; row++) {
    height += now[row] === wider[row] ? (rows[row] ?? 0) : rowHeight(grown, row);
  }
  return height;
}
