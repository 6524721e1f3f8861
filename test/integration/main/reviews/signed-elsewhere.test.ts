import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';

function signatureOf(name: string): Signature {
  return {
    id: name.toLowerCase(),
    approver: name.toLowerCase(),
    name,
    role: 'Lead',
    verdict: 'approve',
    comment: '',
    typedName: name,
    drawing: [],
    signedAt: '2026-01-05T06:07:08Z',
    contentSha256: '0'.repeat(64),
  };
}

const [ADA, ZOE, JAN] = ['Ada', 'Zoë', 'Jan'].map(signatureOf) as [Signature, Signature, Signature];

async function listIn(files: FileSystem = nodeFileSystem) {
  const path = join(await temporaryFolder(), 'signed-elsewhere.json');
  return { path, list: new SignedElsewhere(files, path) };
}

describe('the list of signatures that came from elsewhere', () => {
  it('tells them from those that were given here, also to the next start', async () => {
    const { path, list } = await listIn();
    expect(await list.among([ADA, ZOE])).toEqual(new Set());
    await list.note([ADA]);
    expect(await new SignedElsewhere(nodeFileSystem, path).among([ADA, ZOE])).toEqual(new Set([ADA]));
  });

  it('loses none that are noted at once', async () => {
    const { list } = await listIn();
    await Promise.all([list.note([ADA]), list.note([ZOE]), list.note([ADA, JAN])]);
    expect(await list.among([ADA, ZOE, JAN])).toEqual(new Set([ADA, ZOE, JAN]));
  });

  it('is never taken for empty when it is damaged, and stays as it is', async () => {
    const { path, list } = await listIn();
    for (const text of ['["', '{}', '["not a hash"]']) {
      await writeFile(path, text);
      const failure = { failure: { code: 'damaged', message: expect.stringContaining('Put an earlier copy of it') } };
      await expect(list.among([ADA])).rejects.toMatchObject(failure);
      await expect(list.note([ADA])).rejects.toMatchObject(failure);
      expect(await readFile(path, 'utf8')).toBe(text);
    }
  });

  it('is never taken for empty when the disk refuses to read it', async () => {
    const refused = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'open' });
    const { list } = await listIn({ ...nodeFileSystem, open: () => Promise.reject(refused) });
    await expect(list.among([ADA])).rejects.toMatchObject({ failure: { code: 'io' } });
    await expect(list.note([ADA])).rejects.toMatchObject({
      failure: { message: expect.stringContaining('it was not brought in') },
    });
  });
});
