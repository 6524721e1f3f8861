import { X509Certificate } from 'node:crypto';
import { chmod, copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts';
import { copyOf } from '#main/files/twin-file.ts';
import { certificatePem } from '#main/seal/key-export.ts';
import type { KeyProtection } from '#main/seal/key-protection.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { workbookFingerprints } from '#main/verify/known-keys.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { flipBit } from '#test/support/pdf-forgery.ts';
import { removeBoth, writeBoth } from '#test/support/twins.ts';
import { failing, watchedFiles } from '#test/support/watched-files.ts';

const NOW = new Date('2026-03-04T05:06:07Z');

interface Options {
  readonly protection?: KeyProtection;
  readonly files?: FileSystem;
}

function store(folder: string, { protection, files = nodeFileSystem }: Options = {}): KeyStore {
  return new KeyStore(files, folder, { now: () => NOW, ...(protection && { protection: async () => protection }) });
}

async function opened(folder: string, options?: Options) {
  const { keys, origin } = await store(folder, options).open();
  return { fingerprint: keyFingerprint(keys.signingKey), origin, replaced: keys.replaced, keys };
}

/** Fingerprints that count as this workbook's. */
async function knownIn(folder: string): Promise<readonly string[]> {
  return [...(await workbookFingerprints(nodeFileSystem, folder))];
}

/** Turns every byte round; refuses what does not look turned. */
const turning: KeyProtection = {
  name: 'turning',
  protect: async (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)),
  unprotect: async (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)),
};

describe('the keys of a workbook', () => {
  it('are made at first use, for their owner alone, and kept', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const first = await opened(folder);
    expect([first.origin, first.replaced]).toEqual(['made', null]);
    expect((await stat(join(folder, 'plain.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const second = await opened(folder);
    expect(second.origin).toBe('kept');
    expect(second.fingerprint).toBe(first.fingerprint);
  });

  it('are written durably before anybody gets them', async () => {
    const { files, calls } = watchedFiles();
    await opened(join(await temporaryFolder(), 'keys'), { files });
    const names = calls
      .filter(({ name }) => ['open', 'write', 'sync', 'rename'].includes(name))
      .map(({ name }) => name);
    const write = ['open', 'write', 'sync', 'rename', 'open', 'sync'];
    const folder = ['open', 'sync'];
    // Neither file nor copy is there; then the keys, their copy and their certificates.
    expect(names).toEqual([...folder, 'open', 'open', ...write, ...write, ...write]);
  });

  it('are the same for callers at the same time, and only the first hears that they are new', async () => {
    const keys = store(await temporaryFolder());
    const [left, right] = await Promise.all([keys.open(), keys.open()]);
    expect(left.keys).toBe(right.keys);
    expect([left.origin, right.origin].toSorted()).toEqual(['kept', 'made']);
  });

  it('come with certificates that OpenSSL would chain: workbook under authority', async () => {
    const { keys } = await opened(await temporaryFolder());
    const certificate = new X509Certificate(keys.certificate);
    const authority = new X509Certificate(keys.authority.certificate);
    expect(certificate.subject).toMatch(/^O=Groundwork\nCN=Groundwork workbook [0-9A-F]{8} \(witness\)$/);
    expect(certificate.checkIssued(authority) && certificate.verify(authority.publicKey)).toBe(true);
    expect(authority.ca).toBe(true);
    expect(certificate.ca).toBe(false);
  });

  it('close themselves to others after a careless copy', async () => {
    const folder = await temporaryFolder();
    const { fingerprint } = await opened(folder);
    await chmod(join(folder, 'plain.json'), 0o644);
    expect((await opened(folder)).fingerprint).toBe(fingerprint);
    expect((await stat(join(folder, 'plain.json'))).mode & 0o777).toBe(0o600);
  });

  it('whose file others could read are told of once by a sealing, and by the page until somebody decides', async () => {
    const folder = await temporaryFolder();
    await opened(folder);
    expect((await store(folder).facts())?.exposedAt).toBeNull();
    await chmod(copyOf(join(folder, 'plain.json')), 0o640);
    // Not forgotten when the program ends before anybody saw it.
    await opened(folder);
    const keys = store(folder);
    expect(await keys.untoldExposure()).toBe(NOW.toISOString());
    await keys.exposureTold();
    const next = store(folder);
    expect(await next.untoldExposure()).toBeNull();
    expect((await next.facts())?.exposedAt).toBe(NOW.toISOString());
    await next.keepExposed();
    expect((await store(folder).facts())?.exposedAt).toBeNull();
    // Once more, and new keys this time.
    await chmod(join(folder, 'plain.json'), 0o644);
    const last = store(folder);
    expect((await last.facts())?.exposedAt).not.toBeNull();
    await last.renew(null, 'Read by others');
    expect((await last.facts())?.exposedAt).toBeNull();
    expect(await last.untoldExposure()).toBeNull();
  });

  it('are replaced when they are lost, and that is said', async () => {
    const folder = await temporaryFolder();
    const first = await opened(folder);
    await removeBoth(join(folder, 'plain.json'));
    const second = await opened(folder);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(second.origin).toBe('replaced');
    // Its own file says so from then on, and the earlier certificates stay.
    const third = await opened(folder);
    expect([third.origin, third.replaced]).toEqual(['kept', { reason: 'lost', keptAs: null }]);
    expect(await knownIn(folder)).toEqual(expect.arrayContaining([first.fingerprint, third.fingerprint]));
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 300)],
    ['empty', () => ''],
    ['not JSON', () => 'hello'],
    ['with another key', (text: string) => text.replace(/"secret": ".{40}/, `"secret": "${'A'.repeat(40)}`)],
    ['with another format', (text: string) => text.replace('groundwork-keys', 'other-keys')],
    ['huge', (text: string) => text.padEnd(2 ** 20)],
  ])('are replaced when their file and its copy are %s, and the file is kept', async (_, harm) => {
    const folder = await temporaryFolder();
    const first = await opened(folder);
    const harmed = harm(await readFile(join(folder, 'plain.json'), 'utf8'));
    await writeBoth(join(folder, 'plain.json'), harmed);
    const second = await opened(folder);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    const aside = 'plain-damaged-20260304T050607000Z.json';
    expect([second.origin, second.replaced]).toEqual(['replaced', { reason: 'damaged', keptAs: aside }]);
    expect(await knownIn(folder)).toEqual(expect.arrayContaining([first.fingerprint, second.fingerprint]));
    expect(await readFile(join(folder, aside), 'utf8')).toBe(harmed);
  });

  it.each([
    ['cut short', async (path: string) => writeFile(path, (await readFile(path, 'utf8')).slice(0, 300))],
    ['gone', (path: string) => rm(path)],
  ])('come back from their copy when their file is %s', async (_, harm) => {
    const folder = await temporaryFolder();
    const { fingerprint } = await opened(folder);
    const path = join(folder, 'plain.json');
    const whole = await readFile(path, 'utf8');
    await harm(path);
    const again = await opened(folder);
    expect([again.fingerprint, again.origin, again.replaced]).toEqual([fingerprint, 'kept', null]);
    expect(await readFile(path, 'utf8')).toBe(whole);
  });

  it('come back from their copy when it is the number of their form that was damaged', async () => {
    const folder = await temporaryFolder();
    const { fingerprint } = await opened(folder);
    const path = join(folder, 'plain.json');
    const whole = await readFile(path, 'utf8');
    const newer = whole.replace('"formatVersion": 3', '"formatVersion": 7');
    await writeFile(path, newer);
    const again = await opened(folder);
    expect([again.fingerprint, again.origin]).toEqual([fingerprint, 'kept']);
    expect(await readFile(path, 'utf8')).toBe(whole);
    await writeBoth(path, newer);
    await expect(store(folder).open()).rejects.toMatchObject({ failure: { code: 'newer-format' } });
  });

  it('are never taken from a file with a turned bit', async () => {
    const folder = await temporaryFolder();
    const { fingerprint } = await opened(folder);
    const path = join(folder, 'plain.json');
    const whole = await readFile(path);
    for (let bit = 3; bit < whole.byteLength * 8; bit += 101) {
      await writeFile(path, flipBit(whole, bit));
      const again = await opened(folder);
      expect([bit, again.fingerprint, again.replaced]).toEqual([bit, fingerprint, null]);
    }
  });

  it('get a copy, and their files are closed to others, where an earlier version left them', async () => {
    const folder = await temporaryFolder();
    await opened(folder);
    const path = join(folder, 'plain.json');
    await rm(copyOf(path));
    await opened(folder);
    expect(await readFile(copyOf(path), 'utf8')).toBe(await readFile(path, 'utf8'));
    await chmod(copyOf(path), 0o644);
    await opened(folder);
    expect((await stat(copyOf(path))).mode & 0o777).toBe(0o600);
  });

  it('are replaced when the certificate is of another key', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
    await opened(folder);
    await opened(other);
    const read = async (from: string) => readFile(join(from, 'plain.json'), 'utf8');
    const certificate = /"certificate": ".*?"/;
    const foreign = certificate.exec(await read(other))?.[0] ?? '';
    await writeBoth(join(folder, 'plain.json'), (await read(folder)).replace(certificate, foreign));
    expect((await opened(folder)).replaced).toMatchObject({ reason: 'damaged' });
  });

  it('stay as they are when the disk refuses to read or write them', async () => {
    const folder = await temporaryFolder();
    const { fingerprint } = await opened(folder);
    const { files } = watchedFiles(failing('open', 'EACCES', 'plain.json'));
    await expect(opened(folder, { files })).rejects.toThrow(FailureError);
    expect((await opened(folder)).fingerprint).toBe(fingerprint);

    const empty = await temporaryFolder();
    const full = watchedFiles(failing('write', 'ENOSPC'));
    await expect(opened(empty, { files: full.files })).rejects.toThrow('disk');
    expect(await readdir(empty)).toEqual([]);
  });

  it('are tried again after a failure', async () => {
    let full = true;
    const { files } = watchedFiles((call) => {
      if (full) failing('write', 'ENOSPC')(call);
    });
    const keys = store(await temporaryFolder(), { files });
    await expect(keys.open()).rejects.toThrow('disk');
    full = false;
    expect((await keys.open()).origin).toBe('made');
  });

  it('of the first format are read as they are', async () => {
    const folder = await temporaryFolder();
    const { fingerprint } = await opened(folder);
    const text = await readFile(join(folder, 'plain.json'), 'utf8');
    const { issuerCertificates: _, replaced: __, sha256: ___, ...first } = JSON.parse(text);
    await removeBoth(join(folder, 'plain.json'));
    await writeFile(join(folder, 'plain.json'), JSON.stringify({ ...first, formatVersion: 1 }));
    const again = await opened(folder);
    expect([again.fingerprint, again.origin]).toEqual([fingerprint, 'kept']);
  });

  it('of a newer program are left alone', async () => {
    const folder = await temporaryFolder();
    await opened(folder);
    const text = (await readFile(join(folder, 'plain.json'), 'utf8')).replace(
      '"formatVersion": 3',
      '"formatVersion": 4',
    );
    await writeBoth(join(folder, 'plain.json'), text);
    await expect(opened(folder)).rejects.toThrow('newer Groundwork');
    expect(await readFile(join(folder, 'plain.json'), 'utf8')).toBe(text);
  });
});

describe('keys under a protection', () => {
  it('show nothing of the private key on disk', async () => {
    const folder = await temporaryFolder();
    const { keys, fingerprint } = await opened(folder, { protection: turning });
    const file = await readFile(join(folder, 'turning.json'), 'latin1');
    const secret = Buffer.from(/"secret": "(.*?)"/.exec(file)?.[1] ?? '', 'base64');
    const privateKey = keys.signingKey.export({ format: 'der', type: 'pkcs8' });
    for (const bytes of [Buffer.from(file, 'latin1'), secret]) {
      expect(bytes.includes(privateKey)).toBe(false);
      expect(bytes.includes(privateKey.toString('base64'))).toBe(false);
    }
    expect((await opened(folder, { protection: turning })).fingerprint).toBe(fingerprint);
  });

  it('are left as they are by a host that cannot open them, which gets its own and says so', async () => {
    const folder = await temporaryFolder();
    const protectedKeys = await opened(folder, { protection: turning });
    const plain = await opened(folder);
    expect(plain.replaced).toMatchObject({ reason: 'elsewhere' });
    expect(plain.fingerprint).not.toBe(protectedKeys.fingerprint);
    expect((await opened(folder)).fingerprint).toBe(plain.fingerprint);
    expect((await opened(folder, { protection: turning })).fingerprint).toBe(protectedKeys.fingerprint);
  });

  it('take over those that only permissions guarded, whose file then goes', async () => {
    const folder = await temporaryFolder();
    const { fingerprint } = await opened(folder);
    const moved = await opened(folder, { protection: turning });
    expect([moved.fingerprint, moved.origin, moved.replaced]).toEqual([fingerprint, 'kept', null]);
    expect((await readdir(folder)).toSorted()).toEqual(['turning.json', 'turning.json.copy', 'turning.pem']);
    expect((await opened(folder, { protection: turning })).fingerprint).toBe(fingerprint);
    expect(await knownIn(folder)).toContain(fingerprint);
  });

  it('take nothing over that is damaged, nor when they are there already, and lose nothing to a full disk', async () => {
    const damaged = await temporaryFolder();
    await opened(damaged);
    await writeBoth(join(damaged, 'plain.json'), '{}');
    const made = await opened(damaged, { protection: turning });
    expect(made.replaced).toMatchObject({ reason: 'elsewhere' });
    expect(await readdir(damaged)).toContain('plain.json');

    const both = await temporaryFolder();
    const own = await opened(both, { protection: turning });
    const other = await opened(both);
    expect((await opened(both, { protection: turning })).fingerprint).toBe(own.fingerprint);
    expect((await opened(both)).fingerprint).toBe(other.fingerprint);

    const full = await temporaryFolder();
    const { fingerprint } = await opened(full);
    const { files } = watchedFiles(failing('write', 'ENOSPC'));
    await expect(opened(full, { protection: turning, files })).rejects.toThrow(FailureError);
    expect((await opened(full)).fingerprint).toBe(fingerprint);
  });

  it('are replaced when the platform cannot open them any more', async () => {
    const folder = await temporaryFolder();
    await opened(folder, { protection: turning });
    const locked: KeyProtection = { ...turning, unprotect: () => Promise.reject(new Error('no such key')) };
    expect((await opened(folder, { protection: locked })).replaced).toMatchObject({ reason: 'damaged' });
  });

  it('are not taken from a file of another protection', async () => {
    const folder = await temporaryFolder();
    await opened(folder, { protection: turning });
    await copyFile(join(folder, 'turning.json'), join(folder, 'plain.json'));
    expect((await opened(folder)).replaced).toMatchObject({ reason: 'damaged' });
  });
});

it('the certificates lie beside the key as PEM', async () => {
  const folder = await temporaryFolder();
  const { keys } = await opened(folder);
  const pem = await readFile(join(folder, 'plain.pem'), 'utf8');
  expect(pem).toBe(certificatePem(keys));
  expect(pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  expect(pem).not.toContain('PRIVATE');
});
