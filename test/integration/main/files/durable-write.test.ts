import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, sweepTemporaries, TEMPORARY_NAME, writeDurably } from '#main/files/durable-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { failing, systemError, watchedFiles } from '#test/support/watched-files.ts';

const bytes = Buffer.from('{"new":true}\n');

describe('writeDurably', () => {
  it('writes, checks, syncs, renames and then syncs the folder, in this order', async () => {
    const folder = await temporaryFolder();
    const { files, calls } = watchedFiles();
    await writeDurably(files, join(folder, 'a.json'), bytes);
    const folderName = calls.at(-1)?.file;
    expect(calls.map(({ name, file }) => `${name} ${TEMPORARY_NAME.test(file) ? 'temporary' : file}`)).toEqual([
      'open temporary',
      'write temporary',
      'stat temporary',
      'sync temporary',
      'close temporary',
      'rename temporary',
      `open ${folderName}`,
      `sync ${folderName}`,
      `close ${folderName}`,
    ]);
    expect(await readFile(join(folder, 'a.json'))).toEqual(bytes);
    expect((await stat(join(folder, 'a.json'))).mode & 0o777).toBe(0o600);
  });

  it('goes on where the system takes only part of the bytes', async () => {
    const folder = await temporaryFolder();
    const large = Buffer.alloc(100_000, 'x');
    const files = {
      ...nodeFileSystem,
      open: async (...args: Parameters<typeof nodeFileSystem.open>) => {
        const handle = await nodeFileSystem.open(...args);
        const write = handle.write.bind(handle) as (b: Uint8Array, o: number, l: number, p: number) => Promise<unknown>;
        const short = (b: Uint8Array, o: number, length: number, p: number) => write(b, o, Math.min(length, 7_001), p);
        return Object.assign(handle, { write: short });
      },
    };
    await writeDurably(files as typeof nodeFileSystem, join(folder, 'a.json'), large);
    expect(await readFile(join(folder, 'a.json'))).toEqual(large);
  });

  it.each(['write', 'stat', 'sync', 'close', 'rename'])(
    'keeps the old file and leaves no other when %s fails',
    async (name) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'a.json'), 'old');
      const { files } = watchedFiles(failing(name, 'ENOSPC', '.tmp'));
      await expect(writeDurably(files, join(folder, 'a.json'), bytes)).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(await readdir(folder)).toEqual(['a.json']);
      expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old');
    },
  );

  it('tells the first error even where cleaning up fails as well', async () => {
    const folder = await temporaryFolder();
    const { files } = watchedFiles(({ name }) => {
      if (name === 'sync') throw systemError('EIO');
      if (name === 'unlink') throw systemError('EROFS');
    });
    await expect(writeDurably(files, join(folder, 'a.json'), bytes)).rejects.toMatchObject({ code: 'EIO' });
  });

  it('does not acknowledge a file whose folder could not be synced', async () => {
    const folder = await temporaryFolder();
    const { files } = watchedFiles(({ name, file }) => {
      if (name === 'sync' && !file.endsWith('.tmp')) throw systemError('EIO');
    });
    await expect(writeDurably(files, join(folder, 'a.json'), bytes)).rejects.toMatchObject({ code: 'EIO' });
  });

  it('accepts a folder on a disk that knows no fsync of folders', async () => {
    const folder = await temporaryFolder();
    const { files } = watchedFiles(({ name, file }) => {
      if (name === 'sync' && !file.endsWith('.tmp')) throw systemError('EINVAL');
    });
    await writeDurably(files, join(folder, 'a.json'), bytes);
    expect(await readFile(join(folder, 'a.json'))).toEqual(bytes);
  });

  it('takes a fresh temporary name each time, so that nothing can be planted there', async () => {
    const folder = await temporaryFolder();
    const { files, calls } = watchedFiles();
    await writeDurably(files, join(folder, 'a.json'), bytes);
    await writeDurably(files, join(folder, 'a.json'), bytes);
    const names = calls.filter(({ name, file }) => name === 'open' && TEMPORARY_NAME.test(file));
    expect(new Set(names.map(({ file }) => file)).size).toBe(2);
  });

  it('leaves the old file when the last look refuses', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.json'), 'old');
    const refuse = () => Promise.reject(new Error('changed'));
    await expect(writeDurably(nodeFileSystem, join(folder, 'a.json'), bytes, { place: refuse })).rejects.toThrow(
      'changed',
    );
    expect(await readdir(folder)).toEqual(['a.json']);
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old');
  });
});

describe('makeFolder', () => {
  it('syncs every folder that got a new entry, and only then', async () => {
    const folder = await temporaryFolder();
    const { files, calls } = watchedFiles();
    const synced = () => calls.splice(0).flatMap(({ name, file }) => (name === 'sync' ? [file] : []));
    await makeFolder(files, join(folder, 'a/b/c'));
    expect(synced()).toEqual(['b', 'a', basename(folder)]);
    expect((await stat(join(folder, 'a/b/c'))).mode & 0o777).toBe(0o700);
    await makeFolder(files, join(folder, 'a/b/c'));
    expect(synced()).toEqual([]);
  });
});

describe('sweepTemporaries', () => {
  it('removes unfinished writes only', async () => {
    const folder = await temporaryFolder();
    const unfinished = '.groundwork-0f8fad5b-d9cb-469f-a165-70867728950e.tmp';
    for (const name of [unfinished, '.groundwork-notes.tmp', 'mine.tmp', 'a.json']) {
      await writeFile(join(folder, name), 'x');
    }
    await sweepTemporaries(nodeFileSystem, folder);
    expect(await readdir(folder)).toEqual(['.groundwork-notes.tmp', 'a.json', 'mine.tmp']);
  });
});
