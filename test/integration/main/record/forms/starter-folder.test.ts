import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { exportStarter, placedLines } from '#main/record/forms/starter-folder.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';
import { watchedFiles } from '#test/support/watched-files.ts';

const review = smallReview({ commitments: { commitments: { 'no-unwrap': { made: true } } } });
const PATHS = ['Cargo.toml', 'clippy.toml', 'crates/first/Cargo.toml', 'crates/first/src/lib.rs'];

describe('exportStarter', () => {
  it('writes into a folder that it makes, and finds its own files again', async () => {
    const folder = join(await temporaryFolder(), 'new', 'repository');
    const first = await exportStarter(nodeFileSystem, folder, review, rustTemplate);
    expect(first).toEqual(PATHS.map((path) => ({ path, standing: 'written' })));
    expect(await readFile(join(folder, 'clippy.toml'), 'utf8')).toContain('allow-unwrap-in-tests = true');
    const again = await exportStarter(nodeFileSystem, folder, review, rustTemplate);
    expect(again.map(({ standing }) => standing)).toEqual(PATHS.map(() => 'same'));
    expect((await readdir(folder)).toSorted()).toEqual(['Cargo.toml', 'clippy.toml', 'crates']);
  });

  it('leaves every file as it is that is there already, and says which', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'Cargo.toml'), 'theirs');
    await mkdir(join(folder, 'clippy.toml'));
    const placed = await exportStarter(nodeFileSystem, folder, review, rustTemplate);
    expect(placedLines(placed).slice(0, 3)).toEqual([
      'Cargo.toml: left as it was, because it was there already',
      'clippy.toml: left as it was, because it was there already',
      'crates/first/Cargo.toml: written',
    ]);
    expect(await readFile(join(folder, 'Cargo.toml'), 'utf8')).toBe('theirs');
  });

  it('leaves a file that somebody makes while it writes', async () => {
    const folder = await temporaryFolder();
    let isMade = false;
    const { files } = watchedFiles(async ({ name }) => {
      if (name !== 'write' || isMade) return;
      isMade = true;
      await writeFile(join(folder, 'Cargo.toml'), 'theirs');
    });
    await expect(exportStarter(files, folder, review, rustTemplate)).rejects.toThrow('made by somebody else');
    expect(await readFile(join(folder, 'Cargo.toml'), 'utf8')).toBe('theirs');
    expect(await readdir(folder)).toEqual(['Cargo.toml']);
  });

  it('says so when nothing follows from the review', async () => {
    const folder = await temporaryFolder();
    await expect(exportStarter(nodeFileSystem, folder, smallReview(), rustTemplate)).rejects.toThrow('no commitment');
    expect(await readdir(folder)).toEqual([]);
  });
});
