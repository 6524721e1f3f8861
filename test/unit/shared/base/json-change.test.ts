import { describe, expect, it } from 'vitest';
import { applyChanges, changesBetween } from '#shared/base/json-change.ts';

const CASES: readonly (readonly [string, unknown, unknown])[] = [
  ['a field', { a: 1, b: 2 }, { a: 1, b: 3 }],
  ['a new field', { a: 1 }, { a: 1, b: { c: [] } }],
  ['a field that goes', { a: 1, b: 2 }, { a: 1 }],
  ['a field named like a prototype', { a: 1 }, JSON.parse('{"a":1,"__proto__":{"b":2}}')],
  ['a deep field', { a: { b: { c: 1, d: 2 } } }, { a: { b: { c: 5, d: 2 } } }],
  ['null for an object', { a: { b: 1 } }, { a: null }],
  ['an object for null', { a: null }, { a: { b: 1 } }],
  [
    'a row',
    {
      rows: [
        { id: 'x', t: 1 },
        { id: 'y', t: 2 },
      ],
    },
    {
      rows: [
        { id: 'x', t: 1 },
        { id: 'y', t: 3 },
      ],
    },
  ],
  ['a row at the start', { rows: [{ id: 'x' }] }, { rows: [{ id: 'w' }, { id: 'x' }] }],
  [
    'rows in between',
    { rows: [{ id: 'a' }, { id: 'd' }] },
    { rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }] },
  ],
  ['a row that goes', { rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }, { rows: [{ id: 'a' }, { id: 'c' }] }],
  ['moved rows', { rows: [{ id: 'a' }, { id: 'b' }] }, { rows: [{ id: 'b' }, { id: 'a', t: 1 }] }],
  ['the last row that goes', { rows: [{ id: 'a' }] }, { rows: [] }],
  ['the first row', { rows: [] }, { rows: [{ id: 'a' }] }],
  ['a list without ids', { list: ['a', 'b'] }, { list: ['b', 'a'] }],
  ['rows that share an id', { rows: [{ id: 'a' }, { id: 'a', t: 1 }] }, { rows: [{ id: 'a' }] }],
];

describe('changes between two values', () => {
  it.each(CASES)('of %s lead from the one to the other, both ways', (_name, before, after) => {
    for (const [from, to] of [
      [before, after],
      [after, before],
    ] as const) {
      const sent = structuredClone(changesBetween(from, to));
      expect(applyChanges(from, sent)).toStrictEqual(to);
    }
  });

  it('are none where both say the same', () => {
    expect(changesBetween({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([]);
  });

  it('leave everything else the same object', () => {
    const before = { rule: { answers: { one: { answer: 'yes' } } }, risks: { own: [{ id: 'a', name: 'x' }] } };
    const after = { ...before, rule: { answers: { one: { answer: 'no' } } } };
    const result = applyChanges(before, changesBetween(before, after));
    expect(result.risks).toBe(before.risks);
    expect(changesBetween(before, after)).toEqual([
      { path: ['rule', 'answers', 'one', 'answer'], kind: 'set', value: 'no' },
    ]);
  });
});

describe('changes of two people', () => {
  const start = {
    rows: [
      { id: 'a', t: 1, u: 1 },
      { id: 'b', t: 1, u: 1 },
    ],
    title: 'x',
  };
  const both = (mine: typeof start, theirs: typeof start) =>
    applyChanges(applyChanges(start, changesBetween(start, theirs)), changesBetween(start, mine));

  it('in different fields of one row both stand', () => {
    const mine = { ...start, rows: start.rows.with(0, { id: 'a', t: 2, u: 1 }) };
    const theirs = { ...start, rows: start.rows.with(0, { id: 'a', t: 1, u: 3 }) };
    expect(both(mine, theirs).rows[0]).toEqual({ id: 'a', t: 2, u: 3 });
  });

  it('who each add a row both have theirs', () => {
    const mine = { ...start, rows: [...start.rows, { id: 'm', t: 0, u: 0 }] };
    const theirs = { ...start, rows: [...start.rows, { id: 't', t: 0, u: 0 }] };
    expect(both(mine, theirs).rows.map(({ id }) => id)).toEqual(['a', 'b', 'm', 't']);
  });

  it('of whom one takes away what the other changes lose only that', () => {
    const mine = { ...start, title: 'y', rows: start.rows.with(1, { id: 'b', t: 9, u: 9 }) };
    const theirs = { ...start, rows: start.rows.slice(0, 1) };
    expect(both(mine, theirs)).toEqual({ title: 'y', rows: [{ id: 'a', t: 1, u: 1 }] });
  });
});
