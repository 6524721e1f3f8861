import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBackup } from '#main/store/backup-read.ts';
import { createForTests, openForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { filesWith, systemError } from '#test/support/watched-files.ts';

/** A backup of one review, and where it lies. */
async function aBackup() {
  const open = await openForTests();
  await createForTests(open);
  const folder = await temporaryFolder();
  await open.api['backup.choose']({ folder });
  expect(await open.api['backup.make']({})).toMatchObject({ kind: 'made' });
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

it('says that the disk did not give a file, and not that the backup is damaged', async () => {
  const path = await aBackup();
  let isBroken = false;
  const files = filesWith(async ({ name }, proceed, args) => {
    if (isBroken && name === 'read') throw systemError('EIO');
    return proceed(args);
  });
  const backup = await openBackup(files, path);
  const [first] = backup.files;
  isBroken = true;
  await expect(backup.read(first ?? expect.fail('It holds a file'))).rejects.toMatchObject({
    failure: {
      code: 'io',
      message: expect.stringContaining('The backup could not be read: the disk reported an error'),
    },
  });
  await backup.close();
  await expect(openBackup(files, path)).rejects.toMatchObject({ failure: { code: 'io' } });
});

it('reads on where the system gives less than it was asked for', async () => {
  const path = await aBackup();
  const files = filesWith(async ({ name }, proceed, args) => {
    if (name !== 'read') return proceed(args);
    const [bytes, offset, length, position] = args as readonly [Uint8Array, number, number, number];
    return proceed([bytes, offset, Math.min(length, 7), position]);
  });
  const backup = await openBackup(files, path);
  for (const file of backup.files) expect((await backup.read(file)).byteLength).toBeGreaterThan(0);
  await backup.close();
});
