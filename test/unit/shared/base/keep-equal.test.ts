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

  it('keeps one object one, wherever it stands, and takes another item as it came', () => {
    const item = (id: string) => ({ id, sources: ['book'] });
    const [yes, no] = [item('yes'), item('no')];
    const before = { ends: [item('no'), item('yes'), item('yes')], settled: null as unknown };
    const now = keepEqual(before, { ends: [yes, yes, no], settled: no });
    expect(now.ends[0]).toBe(yes);
    expect(now.ends[1]).toBe(yes);
    expect(now.settled).toBe(now.ends[2]);
  });

  it('keeps apart and together what was so, whatever it is', () => {
    const parts = fc.array(fc.record({ id: fc.constantFrom('a', 'b'), list: fc.array(fc.constantFrom(1, 2)) }), {
      minLength: 1,
      maxLength: 4,
    });
    const picks = fc.array(fc.nat(3), { maxLength: 8 });
    fc.assert(
      fc.property(parts, picks, parts, picks, (old, oldPicks, fresh, freshPicks) => {
        const pick = (from: readonly unknown[], places: readonly number[]) =>
          places.map((at) => from[at % from.length]);
        const now = pick(fresh, freshPicks);
        const kept = keepEqual(pick(old, oldPicks), now);
        for (const [left, one] of now.entries()) {
          for (const [right, other] of now.entries()) if (one === other) expect(kept[left]).toBe(kept[right]);
        }
      }),
    );
  });

  it('always says what came', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        expect(keepEqual(before, now)).toStrictEqual(now);
      }),
    );
  });
});
