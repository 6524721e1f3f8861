import { PdfDamage } from './pdf-values.ts';

/** Undoes the filter of one row in place. @param pixel bytes between two that belong together */
type UndoRow = (row: Uint8Array, above: Uint8Array, pixel: number) => void;

/** By their numbers: each byte is stated as it is, or as its difference from the one before, above, or from both. */
const FILTERS: readonly UndoRow[] = [() => undefined, undoSub, undoUp, undoAverage, undoPaeth];

/**
 * Undoes the PNG filters (ISO 32000-2, 7.4.4.4): each row starts with the number of its filter.
 * @param rowLength bytes of a row without that number
 * @param pixel bytes between two that belong together
 * @throws {PdfDamage}
 */
export function undoPredictor(bytes: Uint8Array, rowLength: number, pixel: number): Uint8Array {
  if (rowLength === 0 || rowLength > bytes.length) throw new PdfDamage('A stream has rows of no use.');
  const rows = Math.floor(bytes.length / (rowLength + 1));
  const out = new Uint8Array(rows * rowLength);
  let above = new Uint8Array(rowLength);
  for (let index = 0; index < rows; index += 1) {
    const from = index * (rowLength + 1);
    const row = out.subarray(index * rowLength, (index + 1) * rowLength);
    row.set(bytes.subarray(from + 1, from + 1 + rowLength));
    const undo = FILTERS[bytes[from] ?? 0];
    if (!undo) throw new PdfDamage('A stream has a row of an unknown form.');
    undo(row, above, pixel);
    above = row;
  }
  return out;
}

function undoSub(row: Uint8Array, _: Uint8Array, pixel: number): void {
  for (let at = pixel; at < row.length; at += 1) row[at] = (row[at] ?? 0) + (row[at - pixel] ?? 0);
}

function undoUp(row: Uint8Array, above: Uint8Array): void {
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) + (above[at] ?? 0);
}

// A place before the row is read as nothing, which counts as zero.
function undoAverage(row: Uint8Array, above: Uint8Array, pixel: number): void {
  for (let at = 0; at < row.length; at += 1) {
    row[at] = (row[at] ?? 0) + (((row[at - pixel] ?? 0) + (above[at] ?? 0)) >> 1);
  }
}

function undoPaeth(row: Uint8Array, above: Uint8Array, pixel: number): void {
  for (let at = 0; at < row.length; at += 1) {
    row[at] = (row[at] ?? 0) + nearest(row[at - pixel] ?? 0, above[at] ?? 0, above[at - pixel] ?? 0);
  }
}

/** The one of three neighbours that the estimate from them is nearest to. */
function nearest(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
