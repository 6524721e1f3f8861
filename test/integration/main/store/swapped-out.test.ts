import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import { createForTests, openForTests, reopenForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { filesWith, systemError } from '#test/support/watched-files.ts';

const THEIRS = 'the same with another title';

/**
 * A save after one of whose calls the disk takes nothing more, as when the program ends there; then the next start.
 * @param last the call, and how many there were of it
 * @param others what another program writes before the change of names
 */
async function endedAfter([last, count]: readonly [name: string, count: number], others?: string) {
  let [isSaving, isDead, calls] = [false, false, 0];
  let meddle: () => Promise<void> = async () => undefined;
  const files = filesWith(async ({ name }, proceed, args) => {
    if (isDead) throw systemError('EIO');
    if (isSaving && name === 'swap') await meddle();
    const result = await proceed(args);
    isDead = isSaving && name === last && ++calls === count;
    return result;
  });
  const open = await openForTests({ dataFolder: join(await temporaryFolder(), 'data'), files });
  const { document } = await createForTests(open, 'As created');
  const path = join(open.layout.reviews, `${document.id}.json`);
  const before = await readFile(path);
  const stored = parseStoredReview(before);
  const theirs =
    others === THEIRS ? printReviewFile({ ...stored, document: { ...document, title: 'Theirs' } }) : others;
  meddle = async () => {
    if (theirs === undefined) return;
    await rm(path);
    await writeFile(path, theirs);
  };
  isSaving = true;
  const answer = await open.api['review.save']({ baseRevision: 1, document: { ...document, title: 'Mine' } });
  isSaving = false;
  expect(isDead).toBe(true);
  const names = await readdir(open.layout.reviews);
  await reopenForTests(open);
  const folder = join(open.layout.generations, document.id);
  const versions = await readdir(folder).catch(() => []);
  return {
    answer,
    names: names.filter((name) => name.endsWith('.tmp')),
    left: (await readdir(open.layout.reviews)).filter((name) => name.endsWith('.tmp')),
    before: before.toString(),
    theirs,
    now: await readFile(path, 'utf8'),
    versions: await Promise.all(versions.map((name) => readFile(join(folder, name), 'utf8'))),
  };
}

describe('a program that ends within a save', () => {
  it.each([THEIRS, 'a page of a proxy server', ''])(
    'right after the file of another program changed names with the new one keeps that as an earlier version: %j',
    async (others) => {
      const { answer, names, left, theirs, now, versions } = await endedAfter(['swap', 1], others);
      expect(answer).toMatchObject({ kind: 'failed' });
      expect(names).toHaveLength(2);
      expect(now).toContain('"Mine"');
      expect(versions).toEqual([theirs]);
      expect(left).toEqual([]);
    },
  );

  it('keeps the version before as well, and once', async () => {
    const swapped = await endedAfter(['swap', 1]);
    expect(swapped.versions).toEqual([swapped.before]);
    const { names, left, versions, before } = await endedAfter(['link', 2]);
    expect({ names: names.length, left, versions }).toEqual({ names: 2, left: [], versions: [before] });
  });

  it('before they changed names keeps nothing of what was never in place', async () => {
    const { names, left, before, now, versions } = await endedAfter(['link', 1]);
    expect(names).toHaveLength(2);
    expect({ left, versions, now }).toEqual({ left: [], versions: [], now: before });
  });
});
