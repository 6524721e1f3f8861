import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CheckedFile } from '#main/files/checked-file.ts';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { copyOf } from '#main/files/twin-file.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { flipBit } from '#test/support/pdf-forgery.ts';
import { removeBoth, writeBoth } from '#test/support/twins.ts';
import { failing, watchedFiles } from '#test/support/watched-files.ts';

const schema = z.strictObject({ names: z.array(z.string()) });
const BEFORE = { names: ['Ada'] };
const NOW = { names: ['Ada', 'Zoë'] };

async function fileIn(files: FileSystem = nodeFileSystem) {
  const root = await temporaryFolder();
  const path = join(root, 'names.json');
  const told: string[] = [];
  const folder = join(root, 'quarantine');
  const options = { schema, limit: 10_000, damaged: 'The names are damaged.' };
  const file = new CheckedFile(files, path, options, { folder, told: (what) => told.push(what) });
  const reader = new CheckedFile(files, path, options);
  return { file, reader, path, folder, told };
}

describe('a file with a checksum and a copy', () => {
  it('is absent until it is written, and then says what was written', async () => {
    const { file, reader } = await fileIn();
    expect(await file.read()).toBeNull();
    await file.write(NOW);
    expect([await file.read(), await reader.read()]).toEqual([NOW, NOW]);
  });

  it('never says anything else, whichever bit of it is turned', async () => {
    const { file, path, folder, told } = await fileIn();
    await file.write(NOW);
    const whole = await readFile(path);
    let harmed = 0;
    for (let bit = 0; bit < whole.byteLength * 8; bit += 7) {
      await writeFile(path, flipBit(whole, bit));
      expect([bit, await file.read()]).toEqual([bit, NOW]);
      // White space and the spelling of a letter may differ; all else was seen and mended.
      if (told.length > harmed) expect(await readFile(path)).toEqual(whole);
      harmed = told.length;
    }
    expect(harmed).toBeGreaterThan((whole.byteLength * 6) / 7);
    expect((await readdir(folder)).length).toBeGreaterThan(0);
  });

  it('is brought back when it is gone, and its damaged form is kept with the reason', async () => {
    const { file, path, folder, told } = await fileIn();
    await file.write(NOW);
    await rm(path);
    expect(await file.read()).toEqual(NOW);
    await writeFile(path, '{"names":');
    expect(await file.read()).toEqual(NOW);
    const kept = (await readdir(folder)).toSorted();
    expect(kept).toEqual([expect.stringMatching(/^names\..*\.json$/), expect.stringMatching(/^names\..*\.json\.txt$/)]);
    expect(await readFile(join(folder, kept[0] ?? ''), 'utf8')).toBe('{"names":');
    expect(told).toEqual([expect.stringContaining('The file was gone.'), expect.stringContaining(kept[0] ?? '')]);
  });

  it('is left as it is by those who only read', async () => {
    const { file, reader, path, folder } = await fileIn();
    await file.write(NOW);
    await writeFile(path, 'scribble');
    expect(await reader.read()).toEqual(NOW);
    expect(await readFile(path, 'utf8')).toBe('scribble');
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('is not taken for an empty one when both are damaged, and is left as it is', async () => {
    const { file, path } = await fileIn();
    await file.write(NOW);
    for (const text of ['', '{}', 'null', '{"content":{"names":[]}}']) {
      await writeBoth(path, text);
      await expect(file.read()).rejects.toMatchObject({
        failure: { code: 'damaged', message: 'The names are damaged.' },
      });
      expect(await readFile(path, 'utf8')).toBe(text);
    }
    const other = JSON.stringify({ content: BEFORE, sha256: '0'.repeat(64) });
    await writeBoth(path, other);
    await expect(file.read()).rejects.toMatchObject({
      failure: { details: ['its content does not match its checksum'] },
    });
  });

  it('of an earlier version, which had no checksum, is read as it is', async () => {
    const { file, path } = await fileIn();
    await writeFile(path, JSON.stringify(BEFORE));
    expect(await file.read()).toEqual(BEFORE);
    await file.write(NOW);
    await removeBoth(path);
    expect(await file.read()).toBeNull();
  });

  it('is not taken in the form without a checksum where a copy shows that it had one', async () => {
    const { file, reader, path, folder, told } = await fileIn();
    await file.write(NOW);
    const whole = await readFile(path);
    const without = JSON.stringify({ names: [] });
    await writeFile(path, without);
    expect(await reader.read()).toEqual(NOW);
    expect(await file.read()).toEqual(NOW);
    expect(await readFile(path)).toEqual(whole);
    expect(await readFile(join(folder, (await readdir(folder)).toSorted()[0] ?? ''), 'utf8')).toBe(without);
    expect(told).toHaveLength(1);
    for (const copy of [without, 'scribble']) {
      await writeFile(path, without);
      await writeFile(copyOf(path), copy);
      await expect(file.read()).rejects.toMatchObject({ failure: { code: 'damaged' } });
    }
  });

  it('is acknowledged only when the copy is written as well', async () => {
    const { file, path } = await fileIn();
    await file.write(BEFORE);
    const full = watchedFiles(({ name, file: written }) => {
      if (name === 'rename' && written !== '') renames++;
      if (renames > 1) failing('rename', 'ENOSPC')({ name, file: written });
    });
    let renames = 0;
    const refused = new CheckedFile(full.files, path, { schema, limit: 10_000, damaged: '' });
    await expect(refused.write(NOW)).rejects.toThrow('ENOSPC');
    expect(await readFile(copyOf(path), 'utf8')).toContain('"Ada"');
    expect(await file.read()).toEqual(NOW);
  });

  it('says what the disk refuses, and takes that for no damage', async () => {
    const { files } = watchedFiles(failing('read', 'EIO'));
    const { path, told, folder } = await fileIn();
    await writeBoth(path, JSON.stringify(BEFORE));
    const file = new CheckedFile(
      files,
      path,
      { schema, limit: 10_000, damaged: '' },
      { folder, told: (what) => told.push(what) },
    );
    await expect(file.read()).rejects.toThrow('EIO');
    expect(told).toEqual([]);
  });
});
