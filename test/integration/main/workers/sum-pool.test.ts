import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { loadBuiltIn } from '#main/store/built-in.ts';
import { openStore } from '#main/store/open-store.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import type { SumElsewhere } from '#main/store/sum-up.ts';
import { SumPool } from '#main/workers/sum-pool.ts';
import { bundleEntry } from '#test/support/bundle-entry.ts';
import { listedReviews, openForTests, SMALL_TEMPLATE_SHA256, temporaryFolder } from '#test/support/open-data-folder.ts';
import { smallReview } from '#test/support/small-review.ts';

/** More than are summed up in the program itself. */
const COUNT = 90;
const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

function fileOf(number: number, sha256: string): string {
  const document = smallReview({
    id: uuid(number),
    title: `Review ${number}`,
    template: { id: 'small', version: '1.0.0', sha256 },
  });
  return printReviewFile({ document, revision: 1, savedAt: new Date(Date.UTC(2026, 0, 1 + number)).toISOString() });
}

/** A folder with many reviews, two of which cannot be used, and the list that the program itself makes of it. */
async function manyReviews() {
  const open = await openForTests();
  const write = (number: number, text: string) => writeFile(join(open.layout.reviews, `${uuid(number)}.json`), text);
  for (let number = 1; number <= COUNT; number++) await write(number, fileOf(number, SMALL_TEMPLATE_SHA256));
  await write(COUNT + 1, fileOf(COUNT + 1, 'f'.repeat(64)));
  await write(COUNT + 2, fileOf(1, SMALL_TEMPLATE_SHA256).replace('Review 1', 'Review 9'));
  const { reviews, unreadable } = await listedReviews(open.api);
  expect([reviews.length, unreadable.length]).toEqual([COUNT, 2]);
  const builtIn = await loadBuiltIn(nodeFileSystem, open.appFolder);
  const listBy = (sums: SumElsewhere) => openStore(nodeFileSystem, open.layout, builtIn, null, sums).store.list();
  return { ...open, expected: { reviews, unreadable }, listBy };
}

/** What is asked, noted: how much of it was found out elsewhere. */
function noted(sums: SumElsewhere) {
  const found: boolean[] = [];
  const sumUp: SumElsewhere['sumUp'] = async (...asked) => {
    const summary = await sums.sumUp(...asked);
    found.push(summary !== null);
    return summary;
  };
  return { sumUp, found };
}

describe('a long list', () => {
  function pool(file: string) {
    const sums = new SumPool(file, resolve('.'));
    onTestFinished(() => sums.close());
    return sums;
  }

  it('is the same when threads sum it up, with the same words for what cannot be used', async () => {
    const { listBy, expected } = await manyReviews();
    const file = await bundleEntry('main/workers/worker.ts');
    const sums = noted(pool(file));
    expect(await listBy(sums)).toEqual(expected);
    expect(sums.found.length).toBeGreaterThan(30);
    expect(sums.found.filter((found) => !found).length).toBeLessThan(3);
    // Again, by threads that were ended meanwhile.
    const second = pool(file);
    await second.close();
    const none = noted(second);
    expect(await listBy(none)).toEqual(expected);
    expect(none.found).not.toContain(true);
  });

  it('is given up when the program closes, whatever the threads are at', async () => {
    const busy = join(await temporaryFolder(), 'busy.mjs');
    await writeFile(
      busy,
      `import { parentPort } from 'node:worker_threads';
       parentPort.postMessage({ kind: 'ready' });
       parentPort.on('message', () => { for (;;); });`,
    );
    const sums = pool(busy);
    const asked = Array.from({ length: 100 }, (_, index) =>
      sums.sumUp(uuid(index), new Uint8Array(1), () => Promise.resolve(null)),
    );
    await sums.close();
    expect(await Promise.all(asked)).toEqual(asked.map(() => null));
  });

  it('is the same where the threads end, cannot be started, or answer nothing of use', async () => {
    const { listBy, expected } = await manyReviews();
    const folder = await temporaryFolder();
    const threads = {
      'ends.mjs': 'process.exit(3);',
      'ends-at-work.mjs': `import { parentPort } from 'node:worker_threads';
        parentPort.postMessage({ kind: 'ready' });
        parentPort.on('message', () => process.exit(3));`,
      'broken.mjs': `import { parentPort } from 'node:worker_threads';
        parentPort.postMessage({ kind: 'ready' });
        parentPort.on('message', () => parentPort.postMessage({ kind: 'broken', error: new Error('a fault') }));`,
    };
    for (const [name, code] of Object.entries(threads)) {
      await writeFile(join(folder, name), code);
      expect(await listBy(pool(join(folder, name)))).toEqual(expected);
    }
    expect(await listBy(pool(join(folder, 'nowhere.mjs')))).toEqual(expected);
  });

  it('that is short is summed up without threads', async () => {
    const open = await openForTests();
    for (let number = 1; number <= 20; number++) {
      await writeFile(join(open.layout.reviews, `${uuid(number)}.json`), fileOf(number, SMALL_TEMPLATE_SHA256));
    }
    const builtIn = await loadBuiltIn(nodeFileSystem, open.appFolder);
    const sums = noted({ sumUp: () => Promise.reject(new Error('Nothing is asked here')) });
    const { reviews } = await openStore(nodeFileSystem, open.layout, builtIn, null, sums).store.list();
    expect(reviews.length).toBe(20);
    expect(sums.found).toEqual([]);
  });
});
