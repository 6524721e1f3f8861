import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForTests, reopenForTests } from '#test/support/open-data-folder.ts';
import { writeBoth } from '#test/support/twins.ts';

type Open = Awaited<ReturnType<typeof openForTests>>;
const PASSPHRASE = 'correct horse battery';

const named = ({ exportFolder }: Open, fileName: string) =>
  ({ kind: 'named', folder: exportFolder, fileName, replace: false }) as const;
const base64 = async ({ exportFolder }: Open, name: string) =>
  (await readFile(join(exportFolder, name))).toString('base64');

async function keysOf({ api }: Open) {
  const answer = await api['key.show']({});
  if (answer.kind !== 'keys') throw new Error(JSON.stringify(answer));
  return answer.keys;
}

describe('the keys of a workbook in the app', () => {
  it('are not made by looking, but by the first export', async () => {
    const open = await openForTests();
    expect(await open.api['key.show']({})).toEqual({ kind: 'none' });
    const target = named(open, 'workbook.pem');
    const answer = await open.api['key.exportCertificates']({ which: 'all', target });
    const keys = await keysOf(open);
    expect(answer).toEqual({
      kind: 'exported',
      path: join(open.exportFolder, 'workbook.pem'),
      keySha256: keys.keySha256,
    });
    expect(keys).toMatchObject({ protection: 'permissions', replaced: null, earlier: [], root: keys.authority });
    const pem = await readFile(join(open.exportFolder, 'workbook.pem'), 'utf8');
    expect(pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(pem).not.toContain('PRIVATE');
    await open.api['key.exportCertificates']({ which: 'root', target: named(open, 'root.cer') });
    const root = new X509Certificate(await readFile(join(open.exportFolder, 'root.cer')));
    expect(root.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(keys.root.sha256);
  });

  it('come under an authority, and go on under it after a restart', async () => {
    const open = await openForTests();
    const { api } = open;
    await api['key.request']({ target: named(open, 'r.csr') });
    await api['authority.make']({ name: 'Board', passphrase: PASSPHRASE, target: named(open, 'board.p12') });
    expect((await stat(join(open.exportFolder, 'board.p12'))).mode & 0o777).toBe(0o600);
    const issued = await api['authority.issue']({
      authority: await base64(open, 'board.p12'),
      passphrase: PASSPHRASE,
      request: await base64(open, 'r.csr'),
      target: named(open, 'issued.pem'),
    });
    const before = await keysOf(open);
    expect(issued).toMatchObject({ kind: 'exported', keySha256: before.authority.keySha256 });
    const adopted = await api['key.adopt']({ file: await base64(open, 'issued.pem') });
    expect(adopted).toMatchObject({ kind: 'keys', keys: { keySha256: before.keySha256, root: { subject: 'Board' } } });
    const again = await reopenForTests(open);
    expect((await keysOf(again)).root.subject).toBe('Board');
    expect(open.log.entries.join('\n')).not.toContain(PASSPHRASE);
    for (const name of await readdir(open.layout.root, { recursive: true })) {
      const path = join(open.layout.root, name);
      if ((await stat(path)).isFile()) expect(await readFile(path, 'latin1')).not.toContain(PASSPHRASE);
    }
  });

  it('say for good that they took the place of damaged ones', async () => {
    const open = await openForTests();
    await open.api['key.exportCertificates']({ which: 'all', target: named(open, 'a.pem') });
    const first = await keysOf(open);
    await open.workbook.close();
    await writeBoth(first.file, 'scribble');
    for (const _ of [1, 2]) {
      const again = await openForTests({ dataFolder: open.layout.root, appFolder: open.appFolder });
      const keys = await keysOf(again);
      expect(keys.keySha256).not.toBe(first.keySha256);
      expect(keys).toMatchObject({ replaced: { reason: 'damaged' }, earlier: [{ keySha256: first.keySha256 }] });
      await again.workbook.close();
    }
  });

  it('refuse what does not fit, and stay as they are', async () => {
    const open = await openForTests();
    const { api } = open;
    const short = await api['key.export']({ passphrase: 'short', target: named(open, 'k.p12') });
    expect(short).toMatchObject({ kind: 'failed', message: expect.stringContaining('12 characters') });
    const keys = await keysOf(open);
    expect(await api['key.adopt']({ file: Buffer.from('no').toString('base64') })).toMatchObject({ kind: 'failed' });
    expect(await api['key.restore']({ file: '', passphrase: '' })).toMatchObject({ kind: 'failed' });
    expect(await keysOf(open)).toEqual(keys);
    expect(await readdir(open.exportFolder)).toEqual([]);
  });

  it('are changed one after the other', async () => {
    const open = await openForTests();
    await open.api['key.export']({ passphrase: PASSPHRASE, target: named(open, 'k.p12') });
    const file = await base64(open, 'k.p12');
    const restore = () => open.api['key.restore']({ file, passphrase: PASSPHRASE });
    const answers = await Promise.all([restore(), restore(), open.api['key.show']({})]);
    expect(answers.map(({ kind }) => kind)).toEqual(['keys', 'keys', 'keys']);
    await open.workbook.close();
    expect(await restore()).toMatchObject({ kind: 'failed' });
  });
});
