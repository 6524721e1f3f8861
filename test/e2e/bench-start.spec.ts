import { isDue } from '#test/support/slice.ts';
import { measureStarts } from '../../scripts/lib/bench/start.js';
import { startAims, startTable } from '../../scripts/lib/bench/start-report.js';
import { ROOT } from '../../scripts/lib/project.js';
import { expect, test } from './host.ts';

if (isDue(1, 2)) {
  test('a short slice of the benchmark of the start measures the built program', { tag: '@loopback' }, async () => {
    const { cases, node } = await measureStarts([ROOT], 2, { rounds: 2 });
    expect(node).toHaveLength(2);
    const [found] = cases;
    if (!found || cases.length > 1) throw new Error('One program was to be measured');
    for (const [round, listens] of found.listens.entries()) {
      expect(listens).toBeGreaterThan(0);
      expect(found.answers[round]).toBeGreaterThan(listens);
      expect(found.lists[round]).toBeGreaterThanOrEqual(found.answers[round] ?? 0);
    }
    expect(found.listens).toHaveLength(2);
    expect(startTable(cases, node)).toHaveLength(2);
    expect(startAims(cases)).toHaveLength(1);
  });
}
