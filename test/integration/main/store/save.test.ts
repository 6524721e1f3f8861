import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import { createForTests, openedReview, openForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { failing, systemError, watchedFiles } from '#test/support/watched-files.ts';

const EDITOR = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const OTHER_EDITOR = '16fd2706-8baf-433b-82eb-8c7fada847da';

/** A file system whose disk cannot let two files change names. */
function without(files: FileSystem): FileSystem {
  return { ...nodeFileSystem, open: files.open, rename: files.rename, link: files.link, swap: async () => false };
}

async function setUp(files = watchedFiles().files) {
  const dataFolder = join(await temporaryFolder(), 'data');
  const open = await openForTests({ dataFolder, files });
  const review = await createForTests(open);
  const path = join(open.layout.reviews, `${review.document.id}.json`);
  const save = (title: string, baseRevision: number, editor?: string) =>
    open.api['review.save']({ baseRevision, document: { ...review.document, title }, ...(editor && { editor }) });
  const onDisk = async () => parseStoredReview(await readFile(path));
  return { ...open, review, path, save, onDisk };
}

describe('saving', () => {
  it('answers only when the new revision is on disk', async () => {
    const { save, onDisk, review } = await setUp();
    const answer = await save('Changed', 1);
    expect(answer).toMatchObject({ kind: 'saved', revision: 2 });
    const stored = await onDisk();
    expect(stored).toMatchObject({ revision: 2, document: { title: 'Changed', id: review.document.id } });
    expect(answer).toMatchObject({ savedAt: stored.savedAt });
  });

  it('refuses a change to an older revision and leaves the newer file', async () => {
    const { save, onDisk } = await setUp();
    await save('First', 1);
    expect(await save('Second', 1)).toMatchObject({ kind: 'stale', revision: 2 });
    expect((await onDisk()).document.title).toBe('First');
  });

  it('lets only one of two editors win that save the same revision at the same moment', async () => {
    const { save, onDisk } = await setUp();
    const answers = await Promise.all([save('Mine', 1, EDITOR), save('Theirs', 1, OTHER_EDITOR)]);
    expect(answers).toMatchObject([
      { kind: 'saved', revision: 2 },
      { kind: 'stale', revision: 2 },
    ]);
    expect((await onDisk()).document.title).toBe('Mine');
  });

  it('takes the latest of the saves of one editor that wait behind a running one', async () => {
    const written: string[] = [];
    let reached = () => {};
    const running = new Promise<void>((resolve) => (reached = resolve));
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let hold = false;
    const { files } = watchedFiles(async ({ name, file }) => {
      if (!hold || name !== 'sync' || !file.endsWith('.tmp')) return;
      written.push(file);
      reached();
      await held;
    });
    const { save, onDisk } = await setUp(files);
    hold = true;
    const first = save('First', 1, EDITOR);
    await running;
    const replaced = save('Second', 1, EDITOR);
    const latest = save('Third', 1, EDITOR);
    goOn();
    expect(await first).toMatchObject({ kind: 'saved', revision: 2 });
    expect(await replaced).toMatchObject({ kind: 'saved', revision: 3 });
    expect(await latest).toEqual(await replaced);
    expect(await onDisk()).toMatchObject({ revision: 3, document: { title: 'Third' } });
    expect(written).toHaveLength(2);
  });

  it('knows a save that was sent twice after a lost answer', async () => {
    const { save, onDisk } = await setUp();
    const first = await save('Changed', 1);
    expect(await save('Changed', 1)).toEqual(first);
    expect((await onDisk()).revision).toBe(2);
  });

  it('takes the next save of an editor whose last one failed after the file was in place', async () => {
    let broken = false;
    const { files } = watchedFiles(({ name, file }) => {
      if (broken && name === 'sync' && file === 'reviews') throw systemError('EIO');
    });
    const { save, onDisk } = await setUp(files);
    broken = true;
    expect(await save('Not acknowledged', 1, EDITOR)).toMatchObject({ kind: 'failed', code: 'io' });
    broken = false;
    expect(await save('Next', 1, EDITOR)).toMatchObject({ kind: 'saved' });
    expect((await onDisk()).document.title).toBe('Next');
  });

  it('does not overwrite a file that somebody else changed between two saves', async () => {
    const { save, onDisk, path } = await setUp();
    const stored = await onDisk();
    const theirs = { ...stored, revision: 2, document: { ...stored.document, title: 'Theirs' } };
    await writeFile(path, printReviewFile(theirs));
    expect(await save('Mine', 1, EDITOR)).toMatchObject({ kind: 'stale', revision: 2 });
    expect((await onDisk()).document.title).toBe('Theirs');
  });

  it.each([
    ['swap', 'at the last moment of all'],
    ['rename', 'at the last moment, on a disk that cannot let files change names'],
  ])('meets a file of somebody else before its %s, %s', async (last) => {
    let interfere: (() => Promise<void>) | null = null;
    const watched = watchedFiles(async ({ name, file }) => {
      if (name === last && file.endsWith('.tmp')) await interfere?.();
    });
    const files = last === 'swap' ? watched.files : without(watched.files);
    const { save, onDisk, path, layout, review } = await setUp(files);
    const stored = await onDisk();
    interfere = async () => {
      interfere = null;
      await rm(path);
      await writeFile(path, printReviewFile({ ...stored, document: { ...stored.document, title: 'Theirs' } }));
    };
    const answer = await save('Mine', 1, EDITOR);
    if (last === 'swap') {
      expect(answer).toMatchObject({ kind: 'stale', revision: 1 });
      expect((await onDisk()).document.title).toBe('Theirs');
    } else {
      // Nothing can be done about it there: what was seen is kept.
      expect(answer).toMatchObject({ kind: 'saved' });
      expect(await readdir(join(layout.generations, review.document.id))).toHaveLength(1);
    }
    expect((await readdir(layout.reviews)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps the file of somebody else as an earlier version when it cannot be put back', async () => {
    let interfere: (() => Promise<void>) | null = null;
    let swaps = 0;
    const { files } = watchedFiles(async ({ name }) => {
      if (name !== 'swap' || !interfere) return;
      if (++swaps > 1) throw systemError('EIO');
      await interfere();
    });
    const { save, onDisk, path, layout, review } = await setUp(files);
    const stored = await onDisk();
    interfere = async () => {
      await rm(path);
      await writeFile(path, printReviewFile({ ...stored, document: { ...stored.document, title: 'Theirs' } }));
    };
    await save('Mine', 1, EDITOR);
    const folder = join(layout.generations, review.document.id);
    const kept = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    expect(kept.some((text) => text.includes('Theirs'))).toBe(true);
  });

  it('does not overwrite a file of somebody else that has the same number', async () => {
    const { save, onDisk, path } = await setUp();
    const stored = await onDisk();
    await writeFile(path, printReviewFile({ ...stored, document: { ...stored.document, title: 'Theirs' } }));
    expect(await save('Mine', 1, EDITOR)).toMatchObject({ kind: 'stale', revision: 1 });
    expect((await onDisk()).document.title).toBe('Theirs');
  });

  it('does not overwrite a file that somebody else changed right before the rename', async () => {
    let interfere: (() => Promise<void>) | null = null;
    const { files } = watchedFiles(async ({ name, file }) => {
      if (name === 'sync' && file.endsWith('.tmp')) await interfere?.();
    });
    const { save, onDisk, path } = await setUp(files);
    const stored = await onDisk();
    interfere = () =>
      writeFile(path, printReviewFile({ ...stored, revision: 2, document: { ...stored.document, title: 'Theirs' } }));
    expect(await save('Mine', 1)).toMatchObject({ kind: 'stale', revision: 2 });
    expect((await onDisk()).document.title).toBe('Theirs');
  });

  it('refuses another template and an unknown review', async () => {
    const { api, review, onDisk } = await setUp();
    const template = { ...review.document.template, sha256: 'f'.repeat(64) };
    expect(await api['review.save']({ baseRevision: 1, document: { ...review.document, template } })).toMatchObject({
      kind: 'failed',
      code: 'invalid',
    });
    const id = OTHER_EDITOR;
    expect(await api['review.save']({ baseRevision: 1, document: { ...review.document, id } })).toMatchObject({
      kind: 'failed',
      code: 'not-found',
    });
    expect((await onDisk()).revision).toBe(1);
  });

  it('refuses to write a review that it could not read again', async () => {
    const { api, review, onDisk } = await setUp();
    const statement = 'x'.repeat(20_000);
    const rows = Array.from({ length: 400 }, (_, index) => ({
      id: `c${index}`,
      tone: 'good' as const,
      text: statement,
    }));
    const decision = { ...review.document.decision, consequences: rows };
    expect(await api['review.save']({ baseRevision: 1, document: { ...review.document, decision } })).toMatchObject({
      kind: 'failed',
      code: 'too-large',
    });
    expect((await onDisk()).revision).toBe(1);
  });

  it.each([
    ['write', 'ENOSPC', 'disk-full', /full.*Free some space/],
    ['sync', 'EDQUOT', 'disk-full', /full/],
    ['open', 'EROFS', 'read-only', /permissions/],
    ['open', 'EACCES', 'read-only', /permissions/],
    ['swap', 'EPERM', 'read-only', /permissions/],
    ['sync', 'EIO', 'io', /disk reported an error \(EIO\)/],
    ['open', 'EMFILE', 'io', /too many files/],
    ['swap', 'EBUSY', 'io', /another program/],
  ])('says what to do when %s fails with %s', async (name, error, code, message) => {
    let meddle = failing('nothing', '');
    const { files } = watchedFiles((call) => meddle(call));
    const { save, onDisk, log } = await setUp(files);
    meddle = failing(name, error, '.tmp');
    const answer = await save('Changed', 1);
    expect(answer).toMatchObject({ kind: 'failed', code, details: [] });
    expect(answer).toHaveProperty('message', expect.stringMatching(message));
    expect(log.entries.join()).toContain(error);
    meddle = failing('nothing', '');
    expect((await onDisk()).revision).toBe(1);
    expect(await save('Changed', 1)).toMatchObject({ kind: 'saved', revision: 2 });
  });

  it('finishes what is under way before it closes, and takes nothing after', async () => {
    const { save, workbook, onDisk } = await setUp();
    const saving = save('Last words', 1);
    await workbook.close();
    expect((await onDisk()).document.title).toBe('Last words');
    expect(await saving).toMatchObject({ kind: 'saved' });
    expect(await save('Too late', 2)).toMatchObject({ kind: 'failed', message: expect.stringContaining('closing') });
    expect((await onDisk()).document.title).toBe('Last words');
  });
});

describe('creating', () => {
  it('fills in what was asked and keeps the template beside the review', async () => {
    const { api, layout, review } = await setUp();
    expect(review).toMatchObject({
      revision: 1,
      document: { title: 'A review', component: 'Parser', candidate: 'New', current: 'Old' },
      template: { id: 'small' },
    });
    const kept = await readFile(join(layout.templates, `${review.document.template.sha256}.json`), 'utf8');
    expect(JSON.parse(kept)).toEqual(review.template);
    expect((await openedReview({ api }, review.document.id)).contentSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a template it does not have', async () => {
    const { api } = await setUp();
    const input = { title: 'T', component: '', candidate: '', current: '' };
    expect(await api['review.create']({ ...input, templateSha256: '0'.repeat(64) })).toMatchObject({
      kind: 'failed',
      code: 'not-found',
    });
  });
});
