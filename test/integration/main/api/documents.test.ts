import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { Arrivals } from '#main/reviews/arrivals.ts';
import { writeBackup } from '#main/store/backup-write.ts';
import { reviewPath } from '#main/store/data-folder.ts';
import { RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { createForTests, openForTests, reopenForTests, temporaryFolder } from '#test/support/open-data-folder.ts';

async function open() {
  const arrivals = new Arrivals();
  return { arrivals, ...(await openForTests({ arrivals })) };
}

describe('what the system asks to be shown', () => {
  it('is taken once, in order, with the bytes of a file from elsewhere', async () => {
    const { arrivals, api } = await open();
    const file = join(await temporaryFolder(), 'Über uns.groundwork');
    await writeFile(file, 'ä');
    const id = randomUUID();
    arrivals.add([
      { kind: 'file', path: file },
      { kind: 'review', id },
    ]);
    const bytes = Buffer.from('ä').toString('base64');
    expect(await api['arrival.take']({})).toEqual({ kind: 'file', name: 'Über uns.groundwork', bytes });
    expect(await api['arrival.take']({})).toEqual({ kind: 'review', id });
    expect(await api['arrival.take']({})).toEqual({ kind: 'none' });
  });

  it('is the review itself where the file is one of the data folder', async () => {
    const opened = await open();
    const { document } = await createForTests(opened);
    opened.arrivals.add([{ kind: 'file', path: reviewPath(opened.layout, document.id) }]);
    expect(await opened.api['arrival.take']({})).toEqual({ kind: 'review', id: document.id });
  });

  it('is looked at and restored where it is a backup, whatever it is called', async () => {
    const from = await openForTests();
    await createForTests(from, 'Backed up');
    const file = join(await temporaryFolder(), 'bundle.groundwork');
    await writeBackup(nodeFileSystem, from.layout.root, file, { only: null, keys: null, madeAt: new Date() });
    const { arrivals, api } = await open();
    arrivals.add([{ kind: 'file', path: file }]);
    const taken = await api['arrival.take']({});
    expect(taken).toMatchObject({ kind: 'backup', name: 'bundle.groundwork' });
    const name = taken.kind === 'backup' ? taken.file : '';
    // The page learns no path.
    expect(name).not.toContain('bundle');
    expect(await api['backup.look']({ file: name })).toMatchObject({ added: [{ title: 'Backed up' }] });
    expect(await api['backup.restore']({ file: name, replace: false })).toMatchObject({ kind: 'restored' });
    expect(await api['backup.look']({ file: `${randomUUID()}.zip` })).toMatchObject({ code: 'not-found' });
  });

  it('is refused in words where it cannot be read, and the next one comes all the same', async () => {
    const { arrivals, api } = await open();
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a.groundwork'));
    await writeFile(join(folder, 'large.pdf'), Buffer.alloc(RECORD_SIZE_LIMIT + 1));
    const id = randomUUID();
    const files = ['gone.groundwork', 'a.groundwork', 'large.pdf'];
    arrivals.add([
      ...files.map((name) => ({ kind: 'file', path: join(folder, name) }) as const),
      { kind: 'review', id },
    ]);
    for (const [index, code] of ['not-found', 'invalid', 'too-large'].entries()) {
      const answer = await api['arrival.take']({});
      expect(answer).toMatchObject({ kind: 'failed', code, message: expect.stringContaining(files[index] ?? '') });
    }
    expect(await api['arrival.take']({})).toEqual({ kind: 'review', id });
  });

  it('is bounded', async () => {
    const arrivals = new Arrivals();
    arrivals.add(Array.from({ length: 1_000 }, () => ({ kind: 'review', id: randomUUID() }) as const));
    let taken = 0;
    while (arrivals.take()) taken += 1;
    expect(taken).toBe(50);
  });
});

describe('an exported review that is opened again', () => {
  it('is not brought in twice, and one that differs is a review of its own', async () => {
    const opened = await open();
    const { api, exportFolder } = opened;
    const { document, revision } = await createForTests(opened);
    const target = { kind: 'named', folder: exportFolder, fileName: 'a.groundwork', replace: false } as const;
    const { id } = document;
    const exported = await api['record.export']({ id, revision, form: 'json', target });
    opened.arrivals.add([{ kind: 'file', path: exported.kind === 'exported' ? exported.path : '' }]);
    const taken = await api['arrival.take']({});
    const text = Buffer.from(taken.kind === 'file' ? taken.bytes : '', 'base64').toString();
    expect(await api['review.import']({ text, ifNew: true })).toMatchObject({ id, standing: 'here' });
    await api['review.save']({ baseRevision: revision, document: { ...document, title: 'Another' } });
    const beside = await api['review.import']({ text, ifNew: true });
    expect(beside).toMatchObject({ standing: 'beside' });
    expect(beside.kind === 'imported' && beside.id).not.toBe(id);
  });
});

describe('the reviews that were opened last', () => {
  it('are remembered from one run to the next, the latest first, and shown where the system has a place', async () => {
    const showRecent = vi.fn();
    const opened = await openForTests({ platform: { showRecent } });
    const first = await createForTests(opened, 'First');
    const second = await createForTests(opened, 'Second');
    await opened.api['review.open']({ id: first.document.id });
    const titles = async ({ api }: Pick<typeof opened, 'api'>) => {
      const answer = await api['review.recent']({});
      return answer.kind === 'recent' ? answer.reviews.map(({ title }) => title) : [];
    };
    expect(await titles(opened)).toEqual(['First', 'Second']);
    expect(showRecent.mock.lastCall?.[0]).toMatchObject([{ title: 'First' }, { title: 'Second' }]);
    await opened.api['review.trash']({ id: first.document.id });
    expect(await titles(opened)).toEqual(['Second']);
    const again = await reopenForTests(opened);
    expect(await titles(again)).toEqual(['Second']);
    expect(second.document.title).toBe('Second');
  });

  it('are ten at most', async () => {
    const opened = await openForTests();
    for (let index = 0; index < 12; index += 1) await createForTests(opened, `Review ${index}`);
    const answer = await opened.api['review.recent']({});
    expect(answer.kind === 'recent' && answer.reviews.map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, (_, index) => `Review ${11 - index}`),
    );
  });
});

describe('the file of a review', () => {
  it('is shown in the file manager, and said to be gone when it is', async () => {
    const opened = await openForTests();
    const { document } = await createForTests(opened);
    expect(await opened.api['review.reveal']({ id: document.id })).toEqual({ kind: 'revealed' });
    expect(opened.platform.asked).toEqual([`reveal ${reviewPath(opened.layout, document.id)}`]);
    expect(await opened.api['review.reveal']({ id: randomUUID() })).toMatchObject({ code: 'not-found' });
  });
});
