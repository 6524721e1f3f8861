import { readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import { listedReviews, openForTests, reopenForTests, SMALL_TEMPLATE_SHA256 } from '#test/support/open-data-folder.ts';
import { restamped } from '#test/support/restamped.ts';
import { smallReview } from '#test/support/small-review.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function fileOf(number: number, title = `Review ${number}`): string {
  const template = { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 };
  const document = smallReview({ id: uuid(number), title, template });
  return printReviewFile({ document, revision: 1, savedAt: new Date(Date.UTC(2026, 0, 1 + number)).toISOString() });
}

/** Files changed a moment ago are read again at the next look; these are old by now. */
function aWhileLater(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
}
afterEach(() => {
  vi.useRealTimers();
});

/** A data folder with some reviews in it. */
async function setUp(count: number, files?: FileSystem) {
  const open = await openForTests(files && { files });
  const path = (number: number) => join(open.layout.reviews, `${uuid(number)}.json`);
  for (let number = 1; number <= count; number++) await writeFile(path(number), fileOf(number));
  return { ...open, path };
}

async function titlesOf(api: Parameters<typeof listedReviews>[0]): Promise<readonly string[]> {
  return (await listedReviews(api)).reviews.map(({ title }) => title);
}

describe('an index is believed as far as it is checked', () => {
  /** Ends the program with an index that says other titles than the files, and starts it again. */
  async function withWrongIndex(open: Awaited<ReturnType<typeof setUp>>) {
    aWhileLater();
    await listedReviews(open.api);
    await open.workbook.close();
    const index = await readFile(open.layout.index, 'utf8');
    await writeFile(open.layout.index, restamped(index.replaceAll('"title":"Review', '"title":"Wrong')));
    return openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
  }

  it('takes what it says where nothing looks different, and finds out soon when that is wrong', async () => {
    const again = await withWrongIndex(await setUp(3));
    expect(await titlesOf(again.api)).toEqual(['Wrong 3', 'Wrong 2', 'Wrong 1']);
    await vi.waitFor(async () => {
      expect(await titlesOf(again.api)).toEqual(['Review 3', 'Review 2', 'Review 1']);
    });
    const third = await reopenForTests(again);
    expect(await titlesOf(third.api)).toEqual(['Review 3', 'Review 2', 'Review 1']);
  });

  it('finds it out too where a file was touched since, which by its hash is the same', async () => {
    const open = await setUp(2);
    const again = await withWrongIndex(open);
    for (const number of [1, 2]) await utimes(open.path(number), new Date(), new Date());
    await vi.waitFor(async () => {
      expect(await titlesOf(again.api)).toEqual(['Review 2', 'Review 1']);
    });
  });

  it('sees a changed file of the same size whose time was set back', async () => {
    const open = await setUp(2);
    const when = new Date('2026-01-01T00:00:00Z');
    await utimes(open.path(1), when, when);
    aWhileLater();
    await listedReviews(open.api);
    const before = await stat(open.path(1));
    await writeFile(open.path(1), fileOf(1, 'Change 1'));
    await utimes(open.path(1), when, when);
    const after = await stat(open.path(1));
    expect([after.size, after.mtimeMs]).toEqual([before.size, before.mtimeMs]);
    expect(await titlesOf(open.api)).toEqual(['Review 2', 'Change 1']);
    const again = await reopenForTests(open);
    expect(await titlesOf(again.api)).toEqual(['Review 2', 'Change 1']);
  });

  it('sees a change within the tick of a coarse clock', async () => {
    const states = new Map<string, Awaited<ReturnType<FileSystem['statEach']>>>();
    // The state that each file had first, whatever becomes of it.
    const files: FileSystem = {
      ...nodeFileSystem,
      statEach: async (folder, names) => {
        const key = names.join();
        const state = states.get(key) ?? (await nodeFileSystem.statEach(folder, names));
        states.set(key, state);
        return state;
      },
    };
    const open = await setUp(1, files);
    expect(await titlesOf(open.api)).toEqual(['Review 1']);
    await writeFile(open.path(1), fileOf(1, 'Change 1'));
    expect(await titlesOf(open.api)).toEqual(['Change 1']);
    // Long after, the same state means the same file.
    aWhileLater();
    await listedReviews(open.api);
    await writeFile(open.path(1), fileOf(1, 'Unseen 1'));
    expect(await titlesOf(open.api)).toEqual(['Change 1']);
  });

  it.each([
    ['of another version', (text: string) => text.replace('"version":7', '"version":6')],
    ['cut off at the end', (text: string) => text.slice(0, -4)],
    ['with a line that is no JSON', (text: string) => restamped(text.replace('"openPoints":', '"openPoints":,'))],
    ['in which one letter is another', (text: string) => text.replace('Review 1', 'Review 3')],
    ['that is no text', () => '\u0000'],
  ])('does without an index %s', async (_, spoil) => {
    const open = await setUp(2);
    aWhileLater();
    await listedReviews(open.api);
    await open.workbook.close();
    await writeFile(open.layout.index, spoil(await readFile(open.layout.index, 'utf8')));
    const { files, calls } = watchedFiles();
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder, files });
    expect(await titlesOf(again.api)).toEqual(['Review 2', 'Review 1']);
    expect(calls.filter(({ name, file }) => name === 'open' && file.startsWith('00000000-'))).toHaveLength(2);
  });
});

describe('a list that fills', () => {
  it('tells what is known, how much is not, and goes on where it was', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const { files } = watchedFiles(async ({ name, file }) => {
      if (name === 'open' && file === `${uuid(1)}.json`) await held;
    });
    const { api, path } = await setUp(12, files);
    await vi.waitFor(async () => {
      expect(await api['review.list']({})).toMatchObject({ reading: 1, reviews: { length: 11 } });
    });
    // What comes during that is not found by going on, but by another look, which does not wait for the slow one.
    await writeFile(path(20), fileOf(20));
    expect(await api['review.list']({ goOn: true })).toMatchObject({ reading: 1, reviews: { length: 11 } });
    await vi.waitFor(async () => {
      expect(await api['review.list']({})).toMatchObject({ reading: 1, reviews: { length: 12 } });
    });
    goOn();
    await vi.waitFor(async () => {
      expect(await api['review.list']({ goOn: true })).toMatchObject({ reading: 0, reviews: { length: 13 } });
    });
  });

  it('shows a changed review as it was until it is read', async () => {
    let isSlow = false;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const { files } = watchedFiles(async ({ name, file }) => {
      if (isSlow && name === 'open' && file === `${uuid(1)}.json`) await held;
    });
    const { api, path } = await setUp(1, files);
    await listedReviews(api);
    isSlow = true;
    await writeFile(path(1), fileOf(1, 'Changed'));
    expect(await api['review.list']({})).toMatchObject({ reading: 1, reviews: [{ title: 'Review 1' }] });
    goOn();
    expect(await titlesOf(api)).toEqual(['Changed']);
  });

  it('is stored when much was read, without waiting for the end of the program', async () => {
    const { api, layout } = await setUp(100);
    await listedReviews(api);
    await vi.waitFor(async () => {
      expect(await readFile(layout.index, 'utf8')).toContain(`${uuid(100)}.json`);
    });
  });

  it('forgets reviews that are gone', async () => {
    const open = await setUp(3);
    aWhileLater();
    await listedReviews(open.api);
    await unlink(open.path(2));
    expect(await titlesOf(open.api)).toEqual(['Review 3', 'Review 1']);
    await open.workbook.close();
    expect(await readFile(open.layout.index, 'utf8')).not.toContain(uuid(2));
  });
});
