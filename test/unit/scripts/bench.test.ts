import { describe, expect, it } from 'vitest';
import { recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';
import { contentOf } from '../../../scripts/lib/bench/content.js';
import { measure, ROUNDS } from '../../../scripts/lib/bench/measure.js';
import { aimLines, caseTable, otherTable } from '../../../scripts/lib/bench/report.js';

const KB = 1024;
const GOOD = {
  pages: 12,
  time: 400,
  first: 900,
  size: 150 * KB,
  stall: 20,
  work: 19,
  memory: 200,
  checking: { stall: 50, work: 18, memory: 200 },
};
const ALL_MET = [
  { ...GOOD, wanted: 10, signers: 0 },
  { ...GOOD, wanted: 10, signers: 5 },
  { ...GOOD, wanted: 100, signers: 5, pages: 101, time: 2000, size: 600 * KB },
];

const metOf = (lines: readonly string[]) => lines.map((line) => line.startsWith('met '));

describe('the report of the benchmark', () => {
  it('says of each aim whether it is met', () => {
    expect(metOf(aimLines(ALL_MET))).toEqual([true, true, true, true, true, true]);
    const missed = ALL_MET.map((result) => ({ ...result, time: 2001, size: 600 * KB + 1, stall: 50.1 }));
    expect(metOf(aimLines(missed))).toEqual([false, false, false, false, false, true]);
    expect(aimLines(missed).at(-2)).toMatch(/^not met .*50 ms/);
    const checked = { ...GOOD, wanted: 10, signers: 0, checking: { ...GOOD.checking, stall: 50.1 } };
    expect(metOf(aimLines([checked])).at(-1)).toBe(false);
  });

  it('takes the longest stall of all cases, also of those without an aim of their own', () => {
    const [first, ...others] = ALL_MET;
    expect(metOf(aimLines([{ ...GOOD, ...first, wanted: 10, signers: 0, stall: 51 }, ...others])).at(-2)).toBe(false);
  });

  it('sets the cases below each other, and others beside the record without signers', () => {
    const [head, row] = caseTable(ALL_MET);
    expect(head).toMatch(
      /pages +signers +time +first time +size +peak memory +longest stall +own work +checking: stall +own work/,
    );
    expect(row).toMatch(/12 +0 +400 ms +900 ms +150 KB +200 MB +20 ms +19 ms +50 ms +18 ms/);
    expect(caseTable([{ ...GOOD, wanted: 10, signers: 0, work: null }])[1]).toMatch(/20 ms +– +50 ms +18 ms$/);
    const others = [{ wanted: 10, name: 'pdfmake', time: 600, size: 75 * KB }];
    expect(otherTable(ALL_MET, others)[1]).toMatch(/10 pages +pdfmake +×1\.50 +×0\.50/);
  });
});

it('a measurement counts no first round and takes the middle one', async () => {
  let rounds = 0;
  const { time, bytes } = await measure(async () => Uint8Array.of(++rounds));
  expect(rounds).toBe(ROUNDS + 1);
  expect([...bytes]).toEqual([rounds]);
  expect(time).toBeGreaterThanOrEqual(0);
});

it('other printers get every section, table and text of a record', () => {
  const record = recordOf(smallReview(), smallTemplate);
  const parts = contentOf(record);
  const titles = parts.flatMap((part) => (part.kind === 'heading' && part.level === 2 ? [part.text] : []));
  expect(titles).toEqual(record.sections.map(({ title }) => title));
  const tables = record.sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'table' || kind === 'fields'),
  );
  expect(parts.filter(({ kind }) => kind === 'table')).toHaveLength(tables.length);
});
