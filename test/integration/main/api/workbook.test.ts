import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '#main/api/workbook.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import {
  appFolderForTests,
  createForTests,
  logForTests,
  openForTests,
  platformForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { systemError, watchedFiles } from '#test/support/watched-files.ts';

async function open(
  parts: { readonly dataFolder?: string; readonly appFolder?: string; readonly files?: FileSystem } = {},
) {
  const dataFolder = parts.dataFolder ?? join(await temporaryFolder(), 'data');
  const appFolder = parts.appFolder ?? (await appFolderForTests());
  const log = logForTests();
  const opened = await openWorkbook({
    dataFolder,
    appFolder,
    platform: platformForTests(dataFolder),
    log,
    ...(parts.files && { files: parts.files }),
  });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return { workbook: opened.workbook, dataFolder, appFolder };
}

describe('a workbook that is still loading', () => {
  it('takes a save that comes before, and has it on disk before it closes', async () => {
    const first = await openForTests();
    const { document } = await createForTests(first);
    await first.workbook.close();
    const { workbook, dataFolder } = await open({ dataFolder: first.layout.root, appFolder: first.appFolder });
    const input = { baseRevision: 1, document: { ...document, title: 'Early' } };
    const answer = workbook.answer(JSON.stringify({ method: 'review.save', input }));
    await workbook.close();
    const file = join(dataLayout(dataFolder).reviews, `${document.id}.json`);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ document: { title: 'Early' }, revision: 2 });
    expect(await answer).toMatchObject({ ok: true, value: { kind: 'saved', revision: 2 } });
  });

  it('frees its folder when it is closed before it was asked anything, and loads nothing any more', async () => {
    const { workbook, dataFolder, appFolder } = await open();
    await workbook.close();
    await expect(workbook.load()).rejects.toThrow('closed');
    const again = await open({ dataFolder, appFolder });
    await again.workbook.close();
  });
});

describe('a workbook that could not save', () => {
  it('knows which reviews are not on disk as they were sent, until they are', async () => {
    const first = await openForTests();
    const { document } = await createForTests(first);
    await first.workbook.close();
    let isFull = false;
    const { files } = watchedFiles(({ name }) => {
      if (isFull && name === 'write') throw systemError('ENOSPC');
    });
    const { workbook } = await open({ dataFolder: first.layout.root, appFolder: first.appFolder, files });
    expect(workbook.refused()).toEqual([]);
    const input = { baseRevision: 1, document: { ...document, title: 'Gateway' } };
    const save = (sent = input.document) =>
      workbook.answer(JSON.stringify({ method: 'review.save', input: { ...input, document: sent } }));
    isFull = true;
    expect(await save()).toMatchObject({ value: { kind: 'failed' } });
    expect(workbook.refused()).toEqual(['Gateway']);
    isFull = false;
    expect(await save()).toMatchObject({ value: { kind: 'saved' } });
    expect(workbook.refused()).toEqual([]);
    // Out of date: what the window has is kept as a copy.
    expect(await save({ ...input.document, title: 'Mine' })).toMatchObject({ value: { kind: 'stale' } });
    expect(workbook.refused()).toEqual(['Mine']);
    const text = await readFile(join(first.layout.reviews, `${document.id}.json`), 'utf8');
    const imported = await workbook.answer(JSON.stringify({ method: 'review.import', input: { text } }));
    expect(imported).toMatchObject({ value: { kind: 'imported', beside: document.id } });
    expect(workbook.refused()).toEqual([]);
    await workbook.close();
  });
});
