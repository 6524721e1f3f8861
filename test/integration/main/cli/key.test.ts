import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import type { KeyProtection } from '#main/seal/key-protection.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { commandLine } from '#test/support/command-line.ts';
import { openForTests } from '#test/support/open-data-folder.ts';
import { writeBoth } from '#test/support/twins.ts';

const PASSPHRASE = 'correct horse battery';

async function line(passphrase = PASSPHRASE) {
  const { run, workingFolder } = await commandLine(passphrase);
  const key = (...argv: string[]) => run('key', ...argv);
  const file = (name: string) => join(workingFolder, name);
  const shown = async (data: string) => JSON.parse((await key('show', '--json', '--data', data)).out)[0];
  return { key, file, shown, workingFolder };
}

describe('groundwork key', () => {
  it('puts a workbook under an authority, with nothing secret leaving either computer', async () => {
    const { key, file, shown } = await line();
    // The board makes its authority; the laptop asks; the board issues; the laptop takes it.
    const made = await key('authority', '--name', 'Architecture Board', '--out', 'board.p12');
    expect([made.status, made.out]).toEqual([0, '']);
    const asked = await key('request', '--out', 'laptop.csr', '--data', 'laptop');
    const before = await shown('laptop');
    const issued = await key('issue', 'laptop.csr', '--authority', 'board.p12', '--out', 'laptop.pem');
    // What two people compare on the phone.
    expect(/: (.*)/.exec(issued.err)?.[1]).toBe(/: (.*)/.exec(asked.err)?.[1]);
    const adopted = await key('adopt', 'laptop.pem', '--data', 'laptop');
    expect(adopted).toMatchObject({ status: 0, out: expect.stringContaining('To trust: Architecture Board') });
    const after = await shown('laptop');
    expect([after.keySha256, after.authority.keySha256]).toEqual([before.keySha256, before.authority.keySha256]);
    expect(made.err).toContain(after.root.keySha256.slice(0, 4).toUpperCase());

    await key('certificate', '--root', '--out', 'root.cer', '--data', 'laptop');
    await key('certificate', '--out', 'all.pem', '--data', 'laptop');
    const root = new X509Certificate(await readFile(file('root.cer')));
    expect([root.subject, root.ca]).toEqual(['O=Architecture Board\nCN=Architecture Board', true]);
    const all = await readFile(file('all.pem'), 'utf8');
    expect(all.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    for (const name of ['laptop.csr', 'laptop.pem', 'all.pem']) {
      expect(await readFile(file(name), 'utf8')).not.toContain('PRIVATE');
    }
    expect((await stat(file('board.p12'))).mode & 0o777).toBe(0o600);
  });

  it('exports the keys and brings them back elsewhere, as the same workbook', async () => {
    const { key, file, shown } = await line();
    expect(await key('export', '--out', 'keys.p12', '--data', 'old')).toMatchObject({ status: 0, out: '' });
    expect((await stat(file('keys.p12'))).mode & 0o777).toBe(0o600);
    expect(await key('restore', 'keys.p12', '--data', 'new')).toMatchObject({ status: 0 });
    const [old, restored] = [await shown('old'), await shown('new')];
    expect([restored.keySha256, restored.root]).toEqual([old.keySha256, old.root]);
    const wrong = await line('another passphrase');
    await writeFile(wrong.file('keys.p12'), await readFile(file('keys.p12')));
    expect(await wrong.key('restore', 'keys.p12', '--data', 'new')).toMatchObject({
      status: 1,
      err: expect.stringContaining('passphrase does not open'),
    });
    expect(await readdir(wrong.workingFolder)).not.toContain('new');
  });

  it('shows the keys without making, holding or unlocking anything', async () => {
    const { key, workingFolder } = await line();
    expect(await key('show', '--data', 'none')).toMatchObject({
      status: 1,
      err: expect.stringContaining('no keys yet'),
    });
    expect(await readdir(workingFolder)).toEqual([]);
    const open = await openForTests();
    const { exportFolder: folder, layout } = open;
    await open.api['key.exportCertificates']({
      which: 'all',
      target: { kind: 'named', folder, fileName: 'a.pem', replace: false },
    });
    const { out, status } = await key('show', '--data', layout.root);
    expect(status).toBe(0);
    expect(out).toContain(join(layout.keys, 'plain.json'));
    expect(out).toContain('guarded by the permissions of the file');
    expect(await key('export', '--out', 'x.p12', '--data', layout.root)).toMatchObject({ status: 1 });
  });

  it('says when it had to make new keys in place of damaged ones', async () => {
    const { key, file, shown } = await line();
    const first = await key('certificate', '--out', 'first.pem', '--data', 'data');
    expect(first).toMatchObject({ status: 0, err: '' });
    const before = await shown('data');
    await writeBoth(file('data/keys/plain.json'), 'not a key');
    expect(await key('show', '--data', 'data')).toMatchObject({
      status: 1,
      err: expect.stringContaining('The file of the keys cannot be read. Put a copy of it back'),
    });
    const again = await key('certificate', '--out', 'again.pem', '--data', 'data');
    expect(again).toMatchObject({
      status: 0,
      err: expect.stringContaining('could not be read, so a new one was made'),
    });
    expect((await shown('data')).keySha256).not.toBe(before.keySha256);
    expect(await key('request', '--out', 'a.csr', '--data', 'data')).toMatchObject({
      err: expect.not.stringContaining('a new one'),
    });
  });

  it('leaves keys alone that only the system’s keychain opens', async () => {
    const { key, file } = await line();
    const reversed = async (bytes: Uint8Array) => Uint8Array.from(bytes).reverse();
    const keychain: KeyProtection = { name: 'safe-storage', protect: reversed, unprotect: reversed };
    const folder = file('data/keys');
    const store = new KeyStore(nodeFileSystem, folder, { now: () => new Date(), protection: async () => keychain });
    await store.open();
    expect((await key('show', '--data', 'data')).out).toContain('encrypted by the system’s keychain');
    const refused = await key('export', '--out', 'keys.p12', '--data', 'data');
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('Open “Keys” there') });
    expect((await readdir(folder)).toSorted()).toEqual([
      'safe-storage.json',
      'safe-storage.json.copy',
      'safe-storage.pem',
    ]);
  });

  it('says what is wrong, and writes nothing then', async () => {
    const { key, workingFolder } = await line();
    await key('authority', '--name', 'Board', '--out', 'board.p12');
    await key('request', '--out', 'a.csr', '--data', 'a');
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [[], 2, 'Say what to do'],
      [['sing'], 2, 'There is no “key sing”'],
      [['export'], 2, '--out OUT'],
      [['authority', '--out', 'x.p12'], 2, '--name NAME'],
      [['issue', 'a.csr', '--out', 'x.pem'], 2, '--authority'],
      [['issue', 'board.p12', '--authority', 'board.p12', '--out', 'x.pem'], 1, 'not a request'],
      [['issue', 'a.csr', '--authority', 'a.csr', '--out', 'x.pem'], 1, 'not a certificate file'],
      [['adopt', 'a.csr', '--data', 'a'], 1, 'not a certificate'],
      [['adopt', 'none.pem', '--data', 'a'], 1, 'There is no file none.pem'],
      [['restore', 'board.p12', '--data', 'a'], 1, 'keys of a workbook'],
      [['authority', '--name', 'Board', '--out', 'board.p12'], 1, 'already there'],
    ];
    for (const [argv, status, message] of cases) {
      expect(await key(...argv)).toMatchObject({ status, err: expect.stringContaining(message) });
    }
    expect((await readdir(workingFolder)).toSorted()).toEqual(['a', 'a.csr', 'board.p12']);
    const short = await line('too short');
    expect(await short.key('export', '--out', 'x.p12', '--data', 'b')).toMatchObject({ status: 1 });
  });
});
