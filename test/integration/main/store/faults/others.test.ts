import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bundleEntry } from '#test/support/bundle-entry.ts';
import { runClocks } from '#test/support/faults/clock-run.ts';
import { runImports } from '#test/support/faults/import-run.ts';
import { runKills } from '#test/support/faults/kill-run.ts';
import { claimOf, planOf, rowOf, rowsOf, withRows } from '#test/support/faults/reliability-page.ts';
import { allRuns } from '#test/support/faults/runs.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { ofToday } from '#test/support/slice.ts';

it('a killed program has lost nothing that it acknowledged', async () => {
  const writer = await bundleEntry('test/support/faults/writer.ts');
  const folder = await temporaryFolder();
  expect((await runKills({ count: 4, seed: ofToday(), folder, writer: [writer] })).wrong).toEqual([]);
});

it('a harmed import is refused with a word, or taken and then whole', async () => {
  const { wrong, counts } = await runImports({ count: 60, seed: ofToday(), folder: await temporaryFolder() });
  expect(wrong).toEqual([]);
  expect(counts.refused).toBeGreaterThan(0);
});

it('a clock that jumps makes nothing old', async () => {
  expect((await runClocks({ count: 8, seed: ofToday(), folder: await temporaryFolder() })).wrong).toEqual([]);
  const folder = await temporaryFolder();
  expect((await runClocks({ count: 8, seed: 1, folder, isControl: true })).wrong).not.toEqual([]);
});

describe('the page of figures', () => {
  const outcome = { kind: '', tried: 1234, wrong: [], counts: { refused: 12 } };
  const control = { ...outcome, tried: 20, wrong: ['one'] };
  const runs = allRuns('');
  const [first, second] = runs;
  const at = { seed: 7, row: null, version: '1.0.0', on: new Date('2026-11-30T00:00:00Z') };

  it('keeps the lines of other runs, and is read as it was written', async () => {
    if (!first || !second) throw new Error('There are several runs');
    const page = await readFile('docs/reliability.md', 'utf8');
    const once = withRows(page, [rowOf(first, outcome, control, at)], runs);
    const rest = [rowOf(second, outcome, control, at), rowOf(first, { ...outcome, tried: 5 }, control, at)];
    const twice = withRows(once, rest, runs);
    const rows = rowsOf(twice);
    expect(rows).toEqual(expect.arrayContaining([rowOf(second, outcome, control, at)]));
    expect(rows.find(({ what }) => what === first.title)?.tried).toBe(5);
    expect(withRows(twice, [], runs)).toBe(twice);
  });

  it('says once what a whole run tries more, and says nothing where nothing is missing', () => {
    if (!first || !second) throw new Error('There are several runs');
    const rowFor = (run: typeof first, tried: number, counts = {}) =>
      rowOf(run, { ...outcome, tried, counts }, control, at);
    const empty = 'Before\n<!-- figures: written by npm run test:faults -->\n<!-- end of figures -->\nAfter\n';
    const short = withRows(empty, [rowFor(first, first.whole - 1), rowFor(second, second.whole)], runs);
    const sentence = 'A whole run tries more than stands here: 10,000 programs killed at work.';
    expect(withRows(short, [], runs).split(sentence)).toHaveLength(2);
    expect(withRows(short, [rowFor(first, first.whole)], runs)).not.toContain('A whole run');
    // Or as often as there are cases.
    expect(withRows(short, [rowFor(first, 12, { cases: 12 })], runs)).not.toContain('A whole run');
  });

  it('adds what another seed found to the figures of the same version, and begins anew where that would not be true', () => {
    if (!first) throw new Error('There are several runs');
    const counts = { refused: 1_200, cases: 40_000 };
    const row = rowOf(first, { ...outcome, counts }, control, at);
    expect(planOf(first, undefined, at)).toEqual({ seed: 7, count: first.whole, row: null });
    const next = planOf(first, row, { version: '1.0.0' });
    expect(next).toEqual({ seed: 8, count: first.whole - 1_234, row });
    const sum = rowOf(first, { ...outcome, counts }, control, { ...at, ...next });
    expect(sum).toMatchObject({
      tried: 2_468,
      counts: 'refused: 2,400, cases: 40,000',
      control: '2 of 40',
      seeds: [7, 8],
    });
    const anew = { seed: 1, count: first.whole, row: null };
    expect(planOf(first, row, { version: '1.0.1' })).toEqual(anew);
    expect(planOf(first, { ...row, wrong: 1 }, { version: '1.0.0' })).toEqual(anew);
    expect(planOf(first, { ...row, tried: first.whole }, { version: '1.0.0' })).toEqual(anew);
    expect(planOf(first, sum, { version: '1.0.0', seed: 8, count: 5 })).toEqual({ seed: 8, count: 5, row: null });
    // All there is, once more.
    const all = { ...outcome, tried: 12, counts: { cases: 12 } };
    expect(rowOf(first, all, control, { ...at, row }).tried).toBe(12);
  });

  it('says nothing twice', async () => {
    const lines = (await readFile('docs/reliability.md', 'utf8')).split('\n').filter((line) => line.length > 40);
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });

  it('says what the README claims, word for word', async () => {
    const rows = rowsOf(await readFile('docs/reliability.md', 'utf8'));
    expect(await readFile('README.md', 'utf8')).toContain(`\n${claimOf(rows, allRuns(''))}\n`);
    expect(rows.every(({ wrong, control: caught }) => wrong === 0 && !caught.startsWith('0 '))).toBe(true);
  });
});
