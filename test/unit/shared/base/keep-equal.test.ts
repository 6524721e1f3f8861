import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepEqual } from '#shared/base/keep-equal.ts';

describe('what came again', () => {
  it('is the object of before where all of it says the same', () => {
    const before = { rows: [{ id: 'a', words: ['one', 'two'] }], note: null };
    expect(keepEqual(before, structuredClone(before))).toBe(before);
  });

  it('keeps the pieces that say the same when another one does not', () => {
    const before = { rows: [{ id: 'a' }, { id: 'b' }], totals: { done: 1 } };
    const now = keepEqual(before, { rows: [{ id: 'a' }, { id: 'c' }], totals: { done: 1 } });
    expect(now).toEqual({ rows: [{ id: 'a' }, { id: 'c' }], totals: { done: 1 } });
    expect(now.totals).toBe(before.totals);
    expect(now.rows[0]).toBe(before.rows[0]);
    expect(now.rows).not.toBe(before.rows);
  });

  it.each([
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: 1, b: undefined }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [{ 0: 1 }, [1]],
    [0, -0],
    [{}, new Map()],
  ])('is new where %j became %j', (before, now) => {
    expect(keepEqual<unknown>(before, now)).not.toBe(before);
    expect(keepEqual<unknown>(before, now)).toStrictEqual(now);
  });

  it('always says what came', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        expect(keepEqual(before, now)).toStrictEqual(now);
      }),
    );
  });
});
