import { readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '#main/files/hash.ts';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import {
  createForTests,
  listedReviews,
  openedReview,
  openForTests,
  reopenForTests,
  SMALL_TEMPLATE_SHA256,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { smallReview } from '#test/support/small-review.ts';
import { removeBoth, writeBoth } from '#test/support/twins.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function fileOf(number: number, title = `Review ${number}`): string {
  const template = { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 };
  const document = smallReview({ id: uuid(number), title, template });
  const savedAt = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  return printReviewFile({ document, revision: 1, savedAt });
}

/** Files changed a moment ago are read again at the next look; these are old by now. */
function aWhileLater(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
}
afterEach(() => {
  vi.useRealTimers();
});

describe('the list of 1,000 reviews', () => {
  it('reads each file once, then only what changed, also after a restart', async () => {
    const dataFolder = join(await temporaryFolder(), 'data');
    const watched = watchedFiles();
    const first = await openForTests({ dataFolder, files: watched.files });
    const { reviews: folder, index } = first.layout;
    const opens = () =>
      watched.calls.filter(({ name, file }) => name === 'open' && file.startsWith('00000000-')).length;
    await Promise.all(Array.from({ length: 1000 }, (_, n) => writeFile(join(folder, `${uuid(n)}.json`), fileOf(n))));
    aWhileLater();

    const { reviews, unreadable } = await listedReviews(first.api);
    expect(unreadable).toEqual([]);
    expect(reviews).toHaveLength(1000);
    expect(reviews[0]).toMatchObject({ id: uuid(999), title: 'Review 999' });
    expect(opens()).toBe(1000);
    await listedReviews(first.api);
    expect(opens()).toBe(1000);

    await writeFile(join(folder, `${uuid(7)}.json`), fileOf(7, 'Changed outside'));
    aWhileLater();
    const again = await listedReviews(first.api);
    expect(again.reviews.find(({ id }) => id === uuid(7))?.title).toBe('Changed outside');
    expect(opens()).toBe(1001);
    await first.workbook.close();

    const second = await openForTests({ dataFolder, appFolder: first.appFolder, files: watched.files });
    expect((await listedReviews(second.api)).reviews).toEqual(again.reviews);
    expect(opens()).toBe(1001);
    await second.workbook.close();

    await writeFile(index, '{"version":1,"entries":');
    const third = await openForTests({ dataFolder, appFolder: first.appFolder, files: watched.files });
    expect((await listedReviews(third.api)).reviews).toEqual(again.reviews);
    expect(opens()).toBe(2001);
  });
});

describe('a data folder with other things in it', () => {
  async function withFile(name: string, content: string | Uint8Array) {
    const open = await openForTests();
    const good = await createForTests(open, 'Good');
    const path = join(open.layout.reviews, name);
    await writeFile(path, content);
    return { ...open, good, path, list: await listedReviews(open.api) };
  }

  const valid: unknown = JSON.parse(fileOf(1));
  const changed = (parts: object): string => JSON.stringify({ ...(valid as object), ...parts });
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  it.each([
    ['cut off', fileOf(1).slice(0, -40), 'damaged'],
    ['empty', '', 'damaged'],
    ['null', 'null', 'damaged'],
    ['one flipped bit', fileOf(1).replace('Review 1', 'Review 0'), 'damaged'],
    ['no checksum', changed({ sha256: null }), 'damaged'],
    ['a newer format', changed({ schemaVersion: 3, entirely: 'new' }), 'newer-format'],
    ['deep nesting', deep, 'damaged'],
    ['another file’s content', fileOf(2), 'damaged'],
    ['a key of the object prototype', fileOf(1).replace('"rule": {', '"rule": { "__proto__": {},'), 'damaged'],
    ['bytes that are not UTF-8', Buffer.concat([Buffer.from(fileOf(1).slice(0, 40)), Buffer.from([0xff])]), 'damaged'],
    ['too many bytes', ' '.repeat(8 * 1024 * 1024) + fileOf(1), 'too-large'],
  ])('reports a file with %s, shows the others and leaves it as it is', async (_, content, code) => {
    const { api, good, path, list } = await withFile(`${uuid(1)}.json`, content);
    expect(list.reviews.map(({ id }) => id)).toEqual([good.document.id]);
    expect(list.unreadable).toEqual([{ file: `${uuid(1)}.json`, reason: expect.stringMatching(/\w/) }]);
    expect(await api['review.open']({ id: uuid(1) })).toMatchObject({ kind: 'failed', code });
    const document = smallReview({ id: uuid(1), template: good.document.template });
    expect(await api['review.save']({ baseRevision: 1, document })).toMatchObject({ kind: 'failed', code });
    expect((await readFile(path)).equals(Buffer.from(content))).toBe(true);
  });

  it('names a file that is not called as a review is', async () => {
    const { list } = await withFile('my review (conflicted copy).json', fileOf(1));
    expect(list.unreadable).toEqual([
      { file: 'my review (conflicted copy).json', reason: expect.stringContaining('import it') },
    ]);
  });

  it('overlooks files of other kinds', async () => {
    const { list, good } = await withFile('notes.txt', 'mine');
    expect(list).toMatchObject({ unreadable: [], reviews: [{ id: good.document.id }] });
  });

  it('keeps an own __proto__ key out even where the checksum is right', async () => {
    const document = JSON.parse(fileOf(1)).document;
    const canonical = JSON.stringify(document).replace('"rule":{', '"rule":{"__proto__":{"x":1},');
    const { api } = await withFile(
      `${uuid(1)}.json`,
      `{"format":"groundwork-review","schemaVersion":1,"revision":1,"savedAt":"2026-01-01T00:00:00Z","sha256":"${sha256(canonical)}","document":${canonical}}`,
    );
    expect(await api['review.open']({ id: uuid(1) })).toMatchObject({ kind: 'failed', code: 'damaged' });
  });

  it('says when the template of a review is gone or damaged', async () => {
    const open = await openForTests();
    const { template, ...review } = await createForTests(open);
    const other = { ...template, id: 'other' };
    const imported = await open.api['review.import']({
      text: JSON.stringify({
        format: 'groundwork-review',
        schemaVersion: 1,
        document: { title: 'Other', component: review.document.component },
        template: other,
      }),
    });
    if (imported.kind !== 'imported') throw new Error(imported.message);
    const { document } = await openedReview(open, imported.id);
    const path = join(open.layout.templates, `${document.template.sha256}.json`);
    const again = await reopenForTests(open);
    expect((await openedReview(again, imported.id)).template.id).toBe('other');
    await again.workbook.close();

    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"other"', '"ocher"'));
    const mended = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    expect((await openedReview(mended, imported.id)).template.id).toBe('other');
    await mended.workbook.close();
    await writeBoth(path, text.replace('"other"', '"ocher"'));
    const damaged = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
    expect(await damaged.api['review.open']({ id: imported.id })).toMatchObject({ kind: 'failed', code: 'damaged' });
    await removeBoth(path);
    const answer = await damaged.api['review.open']({ id: imported.id });
    expect(answer).toMatchObject({ code: 'damaged', message: expect.stringContaining('missing') });
    const list = await listedReviews(damaged.api);
    expect(list.reviews.map(({ id }) => id)).toEqual([review.document.id]);
    expect(list.unreadable).toMatchObject([
      { file: `${imported.id}.json`, reason: expect.stringContaining('template') },
    ]);
  });
});

describe('a folder that cannot be listed', () => {
  it.each(['reviews', 'templates'] as const)(
    'is told with what to do, and listed again afterwards: %s',
    async (place) => {
      const open = await openForTests();
      await createForTests(open);
      const folder = open.layout[place];
      const list = place === 'reviews' ? open.api['review.list'] : open.api['template.list'];
      await rename(folder, `${folder}-away`);
      expect(await list({})).toMatchObject({ kind: 'failed', code: 'folder-missing' });
      await writeFile(folder, '');
      expect(await list({})).toMatchObject({
        kind: 'failed',
        code: 'folder-missing',
        message: expect.stringContaining(`${folder} could not be listed: a file is where a folder should be`),
      });
      await unlink(folder);
      await rename(`${folder}-away`, folder);
      expect(await list({})).toMatchObject({ kind: 'list', unreadable: [] });
    },
  );
});

describe('a data folder that is gone, as with a disk taken out', () => {
  it('is said so of a review in it, and not that the review may be in the trash', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    const { id } = document;
    const gone = { kind: 'failed', code: 'folder-missing', message: expect.stringContaining('cannot be reached') };
    await rename(open.layout.reviews, `${open.layout.reviews}-away`);
    expect(await open.api['review.open']({ id })).toMatchObject(gone);
    expect(await open.api['review.trash']({ id })).toMatchObject(gone);
    await rename(`${open.layout.reviews}-away`, open.layout.reviews);
    expect(await open.api['review.open']({ id })).toMatchObject({ kind: 'opened' });
    await open.api['review.trash']({ id });
    expect(await open.api['review.open']({ id })).toMatchObject({ code: 'not-found' });
  });
});

describe('trash, restore and duplicate', () => {
  it('moves a review away and back with its revision', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open);
    await open.api['review.save']({ baseRevision: 1, document: { ...document, title: 'Changed' } });
    const { id } = document;
    const path = join(open.layout.reviews, `${id}.json`);
    const bytes = await readFile(path);

    expect(await open.api['review.trash']({ id })).toEqual({ kind: 'trashed' });
    expect((await listedReviews(open.api)).reviews).toEqual([]);
    expect(await open.api['review.open']({ id })).toMatchObject({ kind: 'failed', code: 'not-found' });
    expect(await open.api['review.save']({ baseRevision: 2, document })).toMatchObject({ code: 'not-found' });
    expect(await open.api['review.trash']({ id })).toMatchObject({ kind: 'failed', code: 'not-found' });

    expect(await open.api['review.restore']({ id })).toEqual({ kind: 'restored' });
    expect(await readFile(path)).toEqual(bytes);
    expect(await openedReview(open, id)).toMatchObject({ revision: 2, document: { title: 'Changed' } });
    expect(await open.api['review.restore']({ id })).toMatchObject({ kind: 'failed', code: 'not-found' });
  });

  it('overwrites neither the review on the list nor the one in the trash', async () => {
    const open = await openForTests();
    const { document } = await createForTests(open, 'Older');
    const { id } = document;
    const path = join(open.layout.reviews, `${id}.json`);
    const file = await readFile(path);
    await open.api['review.trash']({ id });
    const stored = parseStoredReview(file);
    const newer = printReviewFile({ ...stored, document: { ...stored.document, title: 'Newer' } });
    await open.api['review.import']({ text: newer });

    expect(await open.api['review.restore']({ id })).toMatchObject({ kind: 'failed', code: 'name-taken' });
    expect((await openedReview(open, id)).document.title).toBe('Newer');
    await open.api['review.trash']({ id });
    const trashed = await Promise.all(
      (await readdir(open.layout.trash)).map(async (name) =>
        parseStoredReview(await readFile(join(open.layout.trash, name))),
      ),
    );
    expect(trashed.map((review) => review.document.title).toSorted()).toEqual(['Newer', 'Older']);
    await open.api['review.restore']({ id });
    expect((await openedReview(open, id)).document.title).toBe('Newer');
  });

  it('copies a review without its signatures', async () => {
    const open = await openForTests();
    const { document, contentSha256 } = await createForTests(open, `${'long '.repeat(98)}12345678🦀`);
    const signOff = {
      approvers: [{ id: 'a', name: 'Ada', role: 'Lead' }],
      signatures: [
        {
          id: 's',
          approver: 'a',
          name: 'Ada',
          role: 'Lead',
          verdict: 'approve' as const,
          comment: '',
          typedName: 'Ada',
          drawing: [],
          signedAt: '2026-01-01T00:00:00Z',
          contentSha256,
        },
      ],
    };
    await open.api['review.save']({ baseRevision: 1, document: { ...document, signOff } });
    const copied = await open.api['review.duplicate']({ id: document.id });
    if (copied.kind !== 'imported') throw new Error(copied.message);
    const copy = await openedReview(open, copied.id);
    expect(copy.document).toMatchObject({
      component: 'Parser',
      signOff: { approvers: signOff.approvers, signatures: [] },
      template: document.template,
    });
    expect(copy).toMatchObject({ revision: 1 });
    expect(copy.document.id).not.toBe(document.id);
    expect(copy.document.title).toMatch(/ \(copy\)$/);
    expect(copy.document.title.length).toBeLessThanOrEqual(500);
    expect(copy.document.title.isWellFormed()).toBe(true);
    expect((await openedReview(open, document.id)).document.signOff.signatures).toHaveLength(1);
  });
});
