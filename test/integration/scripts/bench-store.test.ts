import { describe, expect, it } from 'vitest';
import { measureStores } from '../../../scripts/lib/bench/store.js';
import { listTable, saveTable, storeAims } from '../../../scripts/lib/bench/store-report.js';
import { ROOT } from '../../../scripts/lib/project.js';

describe('a short slice of the benchmark of the store', () => {
  it('saves and lists, in processes of their own, and says what that took', async () => {
    const [found, ...others] = await measureStores([ROOT], 3, { rounds: 2 });
    expect(others).toEqual([]);
    if (!found) throw new Error('Nothing was measured');
    expect(found).toMatchObject({ program: ROOT, count: 3, oneFile: { length: 2 } });
    expect(found.size).toBeGreaterThan(30_000);
    const { saves, unknown, known, reading } = found;
    expect([saves.save.length, saves.raw.length, known.again.length]).toEqual([2, 2, 2]);
    const times = [...saves.save, ...saves.raw, ...found.oneFile, unknown.first, unknown.whole, known.whole];
    for (const time of [...times, reading.stall]) expect(time).toBeGreaterThan(0);
    expect(unknown.whole).toBeGreaterThanOrEqual(unknown.first);
    expect(saveTable([found])[1]).toContain('×');
    expect(listTable([found])).toHaveLength(2);
    expect(storeAims([found])).toHaveLength(2);
  });
});
