import { readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { printReviewFile } from '#main/store/review-file.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SearchResult } from '#shared/search/result.ts';
import { openForTests, reopenForTests, SMALL_TEMPLATE_SHA256 } from '#test/support/open-data-folder.ts';
import { restamped } from '#test/support/restamped.ts';
import { smallReview } from '#test/support/small-review.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function fileOf(number: number, parts: Partial<ReviewDocument> = {}): string {
  const template = { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 };
  const document = smallReview({ id: uuid(number), title: `Review ${number}`, template, ...parts });
  return printReviewFile({ document, revision: 1, savedAt: new Date(Date.UTC(2026, 0, 1 + number)).toISOString() });
}

/** Files changed a moment ago are read again at the next look; these are old by now. */
function aWhileLater(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
}
afterEach(() => {
  vi.useRealTimers();
});

async function setUp(count: number, parts: (number: number) => Partial<ReviewDocument> = () => ({}), open?: Open) {
  const opened = open ?? (await openForTests());
  const path = (number: number) => join(opened.layout.reviews, `${uuid(number)}.json`);
  await Promise.all(Array.from({ length: count }, (_, n) => writeFile(path(n + 1), fileOf(n + 1, parts(n + 1)))));
  aWhileLater();
  return { ...opened, path };
}

/** Searches until every review was searched, as the window does. */
async function search({ api }: Pick<Open, 'api'>, text: string, most = 100): Promise<SearchResult> {
  await api['review.list']({});
  for (;;) {
    const answer = await api['review.search']({ text, most });
    if (answer.kind === 'failed') throw new Error(answer.message);
    if (answer.reading === 0) return answer;
  }
}

const titles = ({ reviews }: SearchResult) => reviews.map(({ title }) => title);

describe('a search over all reviews', () => {
  it('finds words in any text, with the place and a stretch of it, and counts what it does not show', async () => {
    const open = await setUp(12, (number) => ({
      component: `Component ${number}`,
      decision: { ...smallReview().decision, statement: number % 2 ? `We keep Zürich’s gateway, no. ${number}` : '' },
    }));
    const found = await search(open, 'GATEWAY zurich', 2);
    expect(found).toMatchObject({ total: 6, reading: 0 });
    expect(titles(found)).toEqual(['Review 11', 'Review 9']);
    const [passage] = found.reviews[0]?.passages ?? [];
    expect(passage).toMatchObject({ part: 'decision', place: 'decision.statement' });
    expect(passage?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Zürich', 'gateway']);
    expect(titles(await search(open, '"component 7"'))).toEqual(['Review 7']);
    expect((await search(open, 'nowhere')).total).toBe(0);
  });

  it('puts what does not hold any more behind the rest, and the archive last', async () => {
    const open = await setUp(3, (number) => ({
      current: 'needle',
      ...(number === 3 && { filing: { tags: [], archivedAt: '2026-01-01T00:00:00Z' } }),
      ...(number === 2 && { deprecated: { at: '2026-01-01T00:00:00Z', by: 'Ada', reason: 'It is over' } }),
    }));
    const found = await search(open, 'needle');
    expect(titles(found)).toEqual(['Review 1', 'Review 2', 'Review 3']);
    expect(found.reviews.map(({ isArchived }) => isArchived)).toEqual([false, false, true]);
  });

  it('follows what is saved, deleted and changed by others', async () => {
    const open = await setUp(2, () => ({ current: 'before' }));
    expect((await search(open, 'before')).total).toBe(2);
    const opened = await open.api['review.open']({ id: uuid(1) });
    if (opened.kind !== 'opened') throw new Error('It is there');
    await open.api['review.save']({
      document: { ...opened.document, current: 'saved' },
      baseRevision: opened.revision,
    });
    expect(titles(await search(open, 'saved'))).toEqual(['Review 1']);
    await writeFile(open.path(2), fileOf(2, { current: 'outside' }));
    expect(titles(await search(open, 'outside'))).toEqual(['Review 2']);
    await unlink(open.path(2));
    expect((await search(open, 'outside')).total).toBe(0);
    expect((await search(open, 'before')).total).toBe(0);
  });
});

describe('the stored texts are believed as far as they are checked', () => {
  async function storedTexts() {
    const open = await setUp(3, () => ({ current: 'true words' }));
    await search(open, 'true');
    await open.workbook.close();
    return open;
  }
  const opensOf = (calls: ReturnType<typeof watchedFiles>['calls']) =>
    calls.filter(({ name, file }) => name === 'open' && file.startsWith('00000000-')).length;

  it('are used after a restart, without a file being read again but a few to see whether they are true', async () => {
    const open = await setUp(30, () => ({ current: 'true words' }));
    await search(open, 'true');
    const { files, calls } = watchedFiles();
    await open.workbook.close();
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder, files });
    expect((await search(again, 'true')).total).toBe(30);
    // The list reads a sample of its own, one by one, at the same time.
    expect(opensOf(calls)).toBeLessThanOrEqual(8 + 30);
    expect(opensOf(calls)).toBeGreaterThan(0);
  });

  it('none of them is, where one says what its file does not say', async () => {
    const open = await storedTexts();
    const stored = await readFile(open.layout.texts, 'utf8');
    expect(stored).toContain('true words');
    await writeFile(open.layout.texts, restamped(stored.replaceAll('true words', 'false words')));
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    expect((await search(again, 'false')).total).toBe(0);
    expect((await search(again, 'true')).total).toBe(3);
    await again.workbook.close();
    expect(await readFile(open.layout.texts, 'utf8')).not.toContain('false words');
  });

  it('one of a file that was changed since is made anew', async () => {
    const open = await storedTexts();
    await writeFile(open.path(2), fileOf(2, { current: 'other words' }));
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    expect(titles(await search(again, 'true'))).toEqual(['Review 3', 'Review 1']);
    expect(titles(await search(again, 'other'))).toEqual(['Review 2']);
  });

  it.each([
    ['of another version', (text: string) => text.replace('"version":2', '"version":1')],
    ['in which one letter is another', (text: string) => text.replace('true words', 'true wards')],
    ['cut off', (text: string) => text.slice(0, -3)],
    ['that is none', () => 'no index'],
  ])('does without a file %s', async (_, spoil) => {
    const open = await storedTexts();
    await writeFile(open.layout.texts, spoil(await readFile(open.layout.texts, 'utf8')));
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    expect((await search(again, 'true')).total).toBe(3);
  });

  it('a deleted review is in the file no more', async () => {
    const open = await storedTexts();
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    await search(again, 'true');
    for (const number of [1, 2, 3]) await unlink(open.path(number));
    await search(again, 'true');
    await again.workbook.close();
    expect(await readFile(open.layout.texts, 'utf8')).not.toContain('true words');
  });

  it('what is deleted for good is in no file any more, also where nobody searches again', async () => {
    const open = await storedTexts();
    const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    await again.api['review.trash']({ id: uuid(1) });
    expect(await again.api['trash.delete']({ file: `${uuid(1)}.json` })).toEqual({ kind: 'deleted' });
    await expect(stat(open.layout.texts)).rejects.toThrow('ENOENT');
    expect((await search(again, 'true')).total).toBe(2);
  });

  it('nothing is stored where nobody searched', async () => {
    const open = await setUp(1);
    await open.api['review.list']({});
    const again = await reopenForTests(open);
    await expect(stat(again.layout.texts)).rejects.toThrow('ENOENT');
  });
});
