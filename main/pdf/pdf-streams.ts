import { constants, inflateSync } from 'node:zlib';
import { undoPredictor } from './pdf-predictor.ts';
import { asKind, countOf, dictionaryOf, nameOf, PdfDamage, type PdfStream, type PdfValue } from './pdf-values.ts';
import { COST, TooMuchWork, type WorkBudget } from './work-budget.ts';

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
  budget.read(COST.unpacking);
  const bytes = inflate(data, budget);
  const predictor = countOf(parameters?.entries.get('Predictor')) ?? 1;
  if (predictor < 10) {
    if (predictor > 1) throw new PdfDamage('A stream is packed in a way that is not read here.');
    return bytes;
  }
  budget.read(bytes.length);
  const numberOf = (key: string, otherwise: number) => countOf(parameters?.entries.get(key)) ?? otherwise;
  const bitsPerPixel = numberOf('Colors', 1) * numberOf('BitsPerComponent', 8);
  return undoPredictor(bytes, Math.ceil((bitsPerPixel * numberOf('Columns', 1)) / 8), Math.ceil(bitsPerPixel / 8));
}

function inflate(data: Uint8Array, budget: WorkBudget): Uint8Array {
  if (budget.inflatable <= 0) throw new TooMuchWork('The file unpacks to more than is reasonable.');
  try {
    const bytes = inflateSync(data, { maxOutputLength: budget.inflatable, finishFlush: constants.Z_FINISH });
    budget.inflated(bytes.length);
    return bytes;
  } catch (cause) {
    throw new PdfDamage('A stream cannot be unpacked.', { cause });
  }
}
