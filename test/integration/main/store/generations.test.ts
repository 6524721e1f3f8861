import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStoredReview } from '#main/store/review-file.ts';
import {
  createForTests,
  listedReviews,
  openedReview,
  openForTests,
  reopenForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { failing, type Meddle, systemError, watchedFiles } from '#test/support/watched-files.ts';

/** A review that was saved with each of the titles, one after the other. */
async function savedAs(titles: readonly string[], meddle: { current: Meddle } = { current: () => undefined }) {
  const { files, calls } = watchedFiles((call) => meddle.current(call));
  const open = await openForTests({ dataFolder: join(await temporaryFolder(), 'data'), files });
  const review = await createForTests(open, 'As created');
  const { id } = review.document;
  const path = join(open.layout.reviews, `${id}.json`);
  const save = (title: string, baseRevision: number) =>
    open.api['review.save']({ baseRevision, document: { ...review.document, title } });
  for (const [index, title] of titles.entries()) {
    expect(await save(title, index + 1)).toMatchObject({ kind: 'saved' });
    // Two saves of one millisecond would be one version.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { ...open, id, path, save, calls, review };
}

async function titlesOf({ api, id }: Pick<Awaited<ReturnType<typeof savedAs>>, 'api' | 'id'>) {
  const listed = await api['version.list']({ id });
  if (listed.kind !== 'listed') throw new Error(listed.message);
  const opened = await Promise.all(listed.versions.map(({ name }) => api['version.open']({ id, version: name })));
  return opened.map((version) => (version.kind === 'version' ? version.document.title : version.message));
}

describe('earlier versions', () => {
  it('are kept of what a save replaces, the first of all and the last of each ten minutes', async () => {
    const open = await savedAs(['First', 'Second', 'Third']);
    expect(await titlesOf(open)).toEqual(['Second', 'As created']);
    expect((await openedReview(open, open.id)).document.title).toBe('Third');
  });

  it('are the very file that was replaced, readable by its owner only', async () => {
    const { layout, id, path, save } = await savedAs(['First']);
    const before = await stat(path);
    await save('Second', 2);
    const [name = ''] = (await readdir(join(layout.generations, id))).toSorted().reverse();
    const kept = await stat(join(layout.generations, id, name));
    expect(kept.ino).toBe(before.ino);
    expect(kept.mode & 0o777).toBe(0o600);
  });

  it('are copies where the file system knows no second name for a file', async () => {
    const open = await savedAs(['First', 'Second'], { current: failing('link', 'EPERM') });
    expect(await titlesOf(open)).toEqual(['First', 'As created']);
  });

  it('are no reason to refuse a save', async () => {
    const meddle: { current: Meddle } = { current: () => undefined };
    const open = await savedAs(['First'], meddle);
    let wasRefused = false;
    let [links, refused] = [0, 0];
    // Neither a second name nor a copy; the first second name is that of the new file.
    meddle.current = ({ name }) => {
      if (!(name === 'link' && ++links > 1) && !(wasRefused && name === 'open')) return;
      wasRefused = name === 'link';
      refused++;
      throw systemError('EIO');
    };
    expect(await open.save('Second', 2)).toMatchObject({ kind: 'saved', revision: 3 });
    expect(refused).toBe(2);
    expect((await openedReview(open, open.id)).document.title).toBe('Second');
  });

  it('come back as reviews of their own', async () => {
    const open = await savedAs(['First', 'Second']);
    const listed = await open.api['version.list']({ id: open.id });
    const version = listed.kind === 'listed' ? (listed.versions[0]?.name ?? '') : '';
    const restored = await open.api['version.restore']({ id: open.id, version });
    expect(restored).toMatchObject({ kind: 'imported', title: expect.stringContaining('First') });
    expect((await openedReview(open, open.id)).document.title).toBe('Second');
  });

  it.each(['', '../x.json', '20260101T000000000Z.json', '20260101T000000000Z.json/..'])(
    'are asked for by their names only: %j',
    async (version) => {
      const { api, id } = await savedAs(['First']);
      expect(await api['version.open']({ id, version })).toMatchObject({ kind: 'failed', code: 'not-found' });
    },
  );

  it('that hold another review than their folder says are damaged', async () => {
    const open = await savedAs(['First']);
    const other = await savedAs(['Other']);
    const [name = ''] = await readdir(join(open.layout.generations, open.id));
    await writeFile(join(open.layout.generations, open.id, name), await readFile(other.path));
    expect(await open.api['version.open']({ id: open.id, version: name })).toMatchObject({ code: 'damaged' });
    await writeFile(join(open.layout.trash, `${open.id}.json`), await readFile(other.path));
    expect(await open.api['trash.list']({})).toMatchObject({ reviews: [], unreadable: [{ file: `${open.id}.json` }] });
  });

  it('go with the review when it is deleted for good, and not before', async () => {
    const { api, id, layout } = await savedAs(['First', 'Second']);
    await api['review.trash']({ id });
    expect(await readdir(join(layout.generations, id))).not.toEqual([]);
    expect(await api['trash.delete']({ file: `${id}.json` })).toEqual({ kind: 'deleted' });
    expect(await readdir(join(layout.generations, id))).toEqual([]);
  });
});

describe('a damaged review', () => {
  const DAMAGE: readonly (readonly [string, (path: string) => Promise<void>])[] = [
    ['cut short', (path) => truncate(path, 200)],
    ['empty', (path) => truncate(path, 0)],
    [
      'with a changed letter',
      async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('Parser', 'Purser')),
    ],
    ['of noise', (path) => writeFile(path, Buffer.alloc(4000, 0xff))],
    [
      'of another review',
      async (path) => writeFile(path, (await readFile(path, 'utf8')).replaceAll(/[0-9a-f]{8}-/g, '00000000-')),
    ],
  ];

  it.each(DAMAGE)(
    '%s is brought back from its newest whole version, and the damaged file is kept',
    async (_how, damage) => {
      const first = await savedAs(['First', 'Second', 'Third']);
      await damage(first.path);
      const damaged = await readFile(first.path);
      const open = { ...(await reopenForTests(first)), id: first.id };
      expect((await listedReviews(open.api)).unreadable.map(({ file }) => file)).toEqual([basename(first.path)]);
      const mended = await open.api['review.mend']({ id: first.id });
      expect(mended).toMatchObject({ kind: 'mended', title: 'Second' });
      if (mended.kind !== 'mended') return;
      expect(await readFile(mended.quarantined)).toEqual(damaged);
      expect(await readFile(`${mended.quarantined}.txt`, 'utf8')).toMatch(/^2\d{3}-.*\S/);
      expect((await openedReview(open, first.id)).document.title).toBe('Second');
      expect((await listedReviews(open.api)).unreadable).toEqual([]);
      expect(open.log.entries.join('\n')).toContain(mended.quarantined);
      // And it can be worked on.
      const again = await openedReview(open, first.id);
      const saved = await open.api['review.save']({ baseRevision: again.revision, document: again.document });
      expect(saved).toMatchObject({ kind: 'saved' });
    },
  );

  it('is brought back from an older version where the newest is damaged as well', async () => {
    const first = await savedAs(['First', 'Second']);
    // Of an earlier hour.
    const [name = ''] = await readdir(join(first.layout.generations, first.id));
    const folder = join(first.layout.generations, first.id);
    await writeFile(join(folder, '20260101T000000000Z.json'), await readFile(join(folder, name)));
    await truncate(join(folder, name), 10);
    await truncate(first.path, 10);
    expect(await first.api['review.mend']({ id: first.id })).toMatchObject({ kind: 'mended', title: 'First' });
  });

  it('is left as it is where there is no version, where nothing is damaged, and where a newer Groundwork wrote it', async () => {
    const { api, path, layout, id } = await savedAs([]);
    expect(await api['review.mend']({ id })).toEqual({ kind: 'left' });
    await truncate(path, 10);
    expect(await api['review.mend']({ id })).toEqual({ kind: 'left' });
    expect((await stat(path)).size).toBe(10);

    const newer = await savedAs(['First']);
    await writeFile(newer.path, '{"format":"groundwork-review","schemaVersion":999}');
    expect(await newer.api['review.mend']({ id: newer.id })).toEqual({ kind: 'left' });
    expect(await readdir(layout.root)).not.toContain('quarantine');
  });

  it('is as it was when the disk refuses in the middle', async () => {
    const meddle: { current: Meddle } = { current: () => undefined };
    const { api, path, id } = await savedAs(['First', 'Second'], meddle);
    await truncate(path, 200);
    for (const call of ['open', 'write', 'sync', 'rename']) {
      meddle.current = failing(call, 'ENOSPC');
      expect(await api['review.mend']({ id })).toMatchObject({ kind: 'failed', code: 'disk-full' });
      meddle.current = () => undefined;
      expect((await stat(path)).size).toBe(200);
    }
    expect(await api['review.mend']({ id })).toMatchObject({ kind: 'mended', title: 'First' });
    expect(parseStoredReview(await readFile(path)).document.title).toBe('First');
  });
});
