import { describe, expect, it } from 'vitest';
import { undoPredictor } from '#main/pdf/pdf-predictor.ts';
import { PdfDamage } from '#main/pdf/pdf-values.ts';

/** Two rows of four bytes, two bytes to a pixel; both under one filter. */
const rows = (filter: number) => Uint8Array.from([filter, 10, 20, 30, 40, filter, 1, 2, 3, 250]);

describe('undoPredictor', () => {
  // By hand, from the definitions of PNG (ISO/IEC 15948, 9.2).
  it.each([
    [0, [10, 20, 30, 40, 1, 2, 3, 250]],
    [1, [10, 20, 40, 60, 1, 2, 4, 252]],
    [2, [10, 20, 30, 40, 11, 22, 33, 34]],
    [3, [10, 20, 35, 50, 6, 12, 23, 25]],
    [4, [10, 20, 40, 60, 11, 22, 43, 54]],
  ])('undoes filter %i', (filter, expected) => {
    expect([...undoPredictor(rows(filter), 4, 2)]).toEqual(expected);
  });

  it('refuses filters and rows that there are none of', () => {
    expect(() => undoPredictor(rows(5), 4, 2)).toThrow(PdfDamage);
    expect(() => undoPredictor(rows(0), 0, 2)).toThrow(PdfDamage);
    expect(() => undoPredictor(rows(0), 40, 2)).toThrow(PdfDamage);
  });
});
