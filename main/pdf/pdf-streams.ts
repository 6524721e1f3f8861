import { constants, inflateSync } from 'node:zlib';
import { asKind, countOf, dictionaryOf, nameOf, PdfDamage, type PdfStream, type PdfValue } from './pdf-values.ts';
import type { WorkBudget } from './work-budget.ts';

/** What a stream holds, with `/FlateDecode` undone. @throws {PdfDamage} for other filters and above the budget. */
export function decodeStream(
  { dictionary, data }: PdfStream,
  budget: WorkBudget,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array {
  const filter = resolve(dictionary.entries.get('Filter') ?? dictionary.entries.get('F'));
  const filters = filter === null ? [] : (asKind(filter, 'array')?.items ?? [filter]);
  // Counted for each use: what is decoded is read next, and many pages may share one large stream.
  budget.read(data.length);
  if (filters.length === 0) return data;
  if (filters.length > 1 || nameOf(resolve(filters[0])) !== 'FlateDecode') {
    throw new PdfDamage('A stream is packed in a way that is not read here.');
  }
  const stated = resolve(dictionary.entries.get('DecodeParms'));
  const parameters = dictionaryOf(resolve(asKind(stated, 'array')?.items[0] ?? stated));
  const bytes = inflate(data, budget);
  const predictor = countOf(parameters?.entries.get('Predictor')) ?? 1;
  if (predictor < 10) {
    if (predictor > 1) throw new PdfDamage('A stream is packed in a way that is not read here.');
    return bytes;
  }
  const numberOf = (key: string, otherwise: number) => countOf(parameters?.entries.get(key)) ?? otherwise;
  const bitsPerPixel = numberOf('Colors', 1) * numberOf('BitsPerComponent', 8);
  return undoPredictor(bytes, Math.ceil((bitsPerPixel * numberOf('Columns', 1)) / 8), Math.ceil(bitsPerPixel / 8));
}

function inflate(data: Uint8Array, budget: WorkBudget): Uint8Array {
  if (budget.inflatable <= 0) throw new PdfDamage('The file unpacks to more than is reasonable.');
  try {
    const bytes = inflateSync(data, { maxOutputLength: budget.inflatable, finishFlush: constants.Z_FINISH });
    budget.inflated(bytes.length);
    return bytes;
  } catch (cause) {
    throw new PdfDamage('A stream cannot be unpacked.', { cause });
  }
}

/** Undoes the PNG filters (ISO 32000-2, 7.4.4.4): each row starts with the number of its filter. */
function undoPredictor(bytes: Uint8Array, rowLength: number, pixel: number): Uint8Array {
  if (rowLength === 0 || rowLength > bytes.length) throw new PdfDamage('A stream has rows of no use.');
  const rows = Math.floor(bytes.length / (rowLength + 1));
  const out = new Uint8Array(rows * rowLength);
  const at = (row: number, column: number) => (row < 0 || column < 0 ? 0 : (out[row * rowLength + column] ?? 0));
  for (let row = 0; row < rows; row += 1) {
    const from = row * (rowLength + 1);
    const filter = bytes[from] ?? 0;
    for (let column = 0; column < rowLength; column += 1) {
      const left = column - pixel;
      const guess = predictedByte(filter, at(row, left), at(row - 1, column), at(row - 1, left));
      out[row * rowLength + column] = (bytes[from + 1 + column] ?? 0) + guess;
    }
  }
  return out;
}

function predictedByte(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const estimate = left + above - corner;
      const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value));
      if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
      return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
    default:
      throw new PdfDamage('A stream has a row of an unknown form.');
  }
}
