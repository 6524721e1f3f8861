import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { TrashRetention } from '#main/reviews/trash-retention.ts';
import { loadBuiltIn } from '#main/store/built-in.ts';
import { openStore } from '#main/store/open-store.ts';
import { loadSettings } from '#main/store/settings.ts';
import { createForTests, logForTests, openForTests } from '#test/support/open-data-folder.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Two reviews in the trash, one of which cannot be read, and a clock that the test moves. */
async function setUp() {
  const open = await openForTests();
  const { document } = await createForTests(open, 'Thrown away');
  await open.api['review.trash']({ id: document.id });
  await writeFile(join(open.layout.trash, '00000000-0000-4000-8000-000000000001.json'), 'damaged');
  await open.workbook.close();
  const { layout } = open;
  const settings = await loadSettings(nodeFileSystem, layout.settings, {
    folder: layout.quarantine,
    told: () => undefined,
  });
  const { store } = openStore(nodeFileSystem, layout, await loadBuiltIn(nodeFileSystem, open.appFolder));
  const clock = { now: Date.now() };
  const log = logForTests();
  const retention = new TrashRetention({ store, settings, log, now: () => new Date(clock.now) });
  const choose = (trashDays: 30 | 90 | null) =>
    settings.update((data) => Object.assign(data, { trashDays, trashLookedAt: null }));
  const inTrash = async () => (await readdir(layout.trash)).length;
  const pass = async (time: number) => {
    // Groundwork runs all the while, and looks each day.
    for (const end = clock.now + time; clock.now < end; ) {
      clock.now = Math.min(end, clock.now + DAY);
      await retention.look();
    }
  };
  return { retention, settings, clock, log, choose, inTrash, pass };
}

it('keeps what is in the trash for good unless somebody chose otherwise', async () => {
  const { inTrash, pass } = await setUp();
  await pass(1000 * DAY);
  expect(await inTrash()).toBe(2);
});

it('deletes what has lain there for longer, tells it, and leaves what cannot be read', async () => {
  const { settings, log, choose, inTrash, pass } = await setUp();
  await choose(30);
  await pass(29 * DAY);
  expect(await inTrash()).toBe(2);
  await pass(2 * DAY);
  expect(await inTrash()).toBe(1);
  expect(settings.data.trashDeleted).toMatchObject({ titles: ['Thrown away'] });
  expect(log.entries.join()).toContain('Deleted for good after 30 days');
});

it('deletes nothing at the first look, nor by a clock that jumped', async () => {
  const { retention, choose, inTrash, clock } = await setUp();
  await choose(30);
  clock.now += 400 * DAY;
  await retention.look();
  expect(await inTrash()).toBe(2);
  // Ahead by years, and back again: whoever has set the clock right has lost nothing.
  clock.now += 400 * DAY;
  await retention.look();
  clock.now -= 795 * DAY;
  await retention.look();
  clock.now += HOUR;
  await retention.look();
  expect(await inTrash()).toBe(2);
  clock.now += 29 * DAY;
  await retention.look();
  expect(await inTrash()).toBe(1);
});
