import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rootCertificate, signingCertificate } from '#main/certificates/certificate.ts';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { printPkcs12 } from '#main/certificates/pkcs12-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { authorityPkcs12, newAuthority } from '#main/seal/authority.ts';
import { certificatePem, keysPkcs12, readKeysPkcs12 } from '#main/seal/key-export.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { readOwnCertificate } from '#main/seal/own-certificate.ts';
import { sealPdf } from '#main/seal/seal-pdf.ts';
import { newWorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { pkcs12ByOpenSsl } from '#test/support/certificates.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { check, unsealedRecord } from '#test/support/seal.ts';
import { signaturesOf } from '#test/support/sealed-bytes.ts';
import { tool } from '#test/support/tools.ts';
import { failing, watchedFiles } from '#test/support/watched-files.ts';

const NOW = new Date('2026-03-04T05:06:07Z');
const PASSPHRASE = 'zażółć gęślą 日本 𠮷';

/** Keys that were exported. The file is made once: what makes guessing a passphrase slow makes each file slow. */
const exported = newWorkbookKeys(NOW);
let made: Promise<Uint8Array> | null = null;
function exportedFile(): Promise<Uint8Array> {
  made ??= keysPkcs12(exported, PASSPHRASE);
  return made;
}

/** What OpenSSL finds in a PKCS#12 file. @throws when the passphrase or the integrity code is wrong. */
function byOpenSsl(folder: string, file: Uint8Array, passphrase: string): string {
  writeFileSync(join(folder, 'keys.p12'), file);
  const options = ['-in', join(folder, 'keys.p12'), '-nodes', '-passin', `pass:${passphrase}`];
  return tool('openssl', 'pkcs12', ...options).toString();
}

describe('exported keys', () => {
  it('open with OpenSSL and the passphrase, and hold key, certificate and authority', async () => {
    const folder = await temporaryFolder();
    const keys = exported;
    const printed = byOpenSsl(folder, await exportedFile(), PASSPHRASE);
    const held = printed.match(/-----BEGIN PRIVATE KEY-----[\s\S]*?-----END PRIVATE KEY-----/g) ?? [];
    const fingerprints = held.map((key) => keyFingerprint(createPrivateKey(key)));
    expect(fingerprints).toEqual([keys.signingKey, keys.authority.key].map(keyFingerprint));
    const certificates = printed.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----\n/g) ?? [];
    expect(certificates.join('')).toBe(certificatePem(keys));
    expect(printed).toContain('friendlyName: Groundwork workbook');
  });

  it('stay closed to another passphrase, and need one that is long enough', async () => {
    const folder = await temporaryFolder();
    const file = await exportedFile();
    expect(() => byOpenSsl(folder, file, `${PASSPHRASE} `)).toThrow('invalid password');
    await expect(keysPkcs12(newWorkbookKeys(NOW), 'too short')).rejects.toThrow('at least 12 characters');
  });

  it('come back on another computer, where the earlier ones are kept', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const store = new KeyStore(nodeFileSystem, folder, { now: () => NOW });
    const before = (await store.open()).keys;
    await store.restore(await readKeysPkcs12(await exportedFile(), PASSPHRASE));
    expect(keyFingerprint((await store.open()).keys.signingKey)).toBe(keyFingerprint(exported.signingKey));
    const again = new KeyStore(nodeFileSystem, folder, { now: () => NOW });
    const facts = await again.facts();
    const keptAs = 'plain-earlier-20260304T050607000Z.json';
    expect(facts).toMatchObject({
      keySha256: keyFingerprint(exported.signingKey),
      createdAt: exported.createdAt,
      replaced: { reason: 'restored', keptAs },
      earlier: [{ keySha256: keyFingerprint(before.signingKey) }],
    });
    expect(certificatePem((await again.open()).keys)).toBe(certificatePem(exported));
    await rename(join(folder, keptAs), join(folder, 'plain.json'));
    const back = await new KeyStore(nodeFileSystem, folder, { now: () => NOW }).open();
    expect(keyFingerprint(back.keys.signingKey)).toBe(keyFingerprint(before.signingKey));
  });

  it('of the same workbook replace nothing, but what was there is kept', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const store = new KeyStore(nodeFileSystem, folder, { now: () => NOW });
    await store.restore((await store.open()).keys);
    expect(await store.facts()).toMatchObject({ replaced: null, earlier: [] });
    expect(await readdir(folder)).toContain('plain-earlier-20260304T050607000Z.json');
  });

  it('are put back into an empty folder without making others first', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const store = new KeyStore(nodeFileSystem, folder, { now: () => NOW });
    expect(await store.facts()).toBeNull();
    await store.restore(await readKeysPkcs12(await exportedFile(), PASSPHRASE));
    expect(await store.facts()).toMatchObject({ replaced: null, earlier: [] });
  });

  it('stay the ones in use when the disk is full', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const before = (await new KeyStore(nodeFileSystem, folder, { now: () => NOW }).open()).keys;
    const full = new KeyStore(watchedFiles(failing('write', 'ENOSPC')).files, folder, { now: () => NOW });
    await expect(full.restore(newWorkbookKeys(NOW))).rejects.toThrow('disk');
    const { keys, origin } = await new KeyStore(nodeFileSystem, folder, { now: () => NOW }).open();
    expect([keyFingerprint(keys.signingKey), origin]).toEqual([keyFingerprint(before.signingKey), 'kept']);
  });

  it('are not read from a file of anything else', async () => {
    const folder = await temporaryFolder();
    const personal = pkcs12ByOpenSsl({ folder, commonName: 'Ada', passphrase: PASSPHRASE });
    await expect(readKeysPkcs12(personal, PASSPHRASE)).rejects.toThrow('keys of a workbook');
    const authority = await authorityPkcs12(newAuthority('Board', NOW), PASSPHRASE);
    await expect(readKeysPkcs12(authority, PASSPHRASE)).rejects.toThrow('keys of a workbook');
    const [rsa, rsaRoot] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    if (!rsa || !rsaRoot) throw new Error('No keys');
    const certificate = rootCertificate({ commonName: 'Company' }, rsaRoot, NOW);
    const issuer = { certificate, key: rsaRoot };
    const person = signingCertificate({ commonName: 'Ada' }, createPublicKey(rsa), issuer, { notBefore: NOW });
    const pairs = [
      { key: rsa, certificate: person, friendlyName: 'Ada' },
      { ...issuer, friendlyName: 'Company' },
    ];
    const company = await printPkcs12({ pairs, issuers: [] }, PASSPHRASE);
    await expect(readKeysPkcs12(company, PASSPHRASE)).rejects.toThrow('keys of a workbook');
    await expect(readKeysPkcs12(await exportedFile(), 'wrong')).rejects.toThrow('passphrase');
  });

  it('with a damaged certificate are refused with what to do', async () => {
    const keys = newWorkbookKeys(NOW);
    const certificate = Buffer.from(keys.certificate);
    // A number with needless zeros in front, which only OpenSSL does not take.
    const serial = certificate.indexOf(Buffer.of(2, 16)) + 2;
    certificate.fill(0, serial, serial + 2);
    const pairs = [{ key: keys.signingKey, certificate, friendlyName: 'damaged' }];
    const file = await printPkcs12({ pairs, issuers: [] }, PASSPHRASE);
    for (const read of [readKeysPkcs12, readOwnCertificate]) {
      await expect(read(file, PASSPHRASE, NOW)).rejects.toMatchObject({
        failure: { code: 'invalid', message: expect.stringContaining('anew') },
      });
    }
  });

  it('of a workbook do not pass for a person’s own certificate', async () => {
    const file = await exportedFile();
    await expect(readOwnCertificate(file, PASSPHRASE, NOW)).rejects.toThrow('not to a person');
  });
});

describe('the authority of a workbook', () => {
  it('cannot vouch for a web site', async () => {
    const folder = await temporaryFolder();
    const file = (name: string) => join(folder, name);
    const { authority } = newWorkbookKeys(NOW);
    writeFileSync(file('root.pem'), new X509Certificate(authority.certificate).toString());
    writeFileSync(file('root.key'), authority.key.export({ format: 'pem', type: 'pkcs8' }));
    const openssl = (...options: readonly string[]) => tool('openssl', ...options);
    const issue = (subject: string, ...rest: string[]) =>
      openssl(
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', subject],
        ...['-CA', file('root.pem'), '-CAkey', file('root.key'), '-keyout', file('k'), '-out', file('c.pem')],
        ...['-addext', 'basicConstraints=critical,CA:FALSE', ...rest],
      );
    issue('/CN=Somebody');
    expect(() => openssl('verify', '-CAfile', file('root.pem'), file('c.pem'))).not.toThrow();
    for (const name of ['DNS:example.org', 'email:a@example.org', 'IP:192.0.2.1', 'IP:2001:db8::1']) {
      issue('/CN=Somebody', '-addext', `subjectAltName=${name}`);
      expect(() => openssl('verify', '-CAfile', file('root.pem'), file('c.pem'))).toThrow('subtree violation');
    }
  });
});

describe('the signer of a witnessed sign-off', () => {
  it('names the workbook and the person in whatever viewer', async () => {
    const folder = await temporaryFolder();
    let pdf = await unsealedRecord();
    const keys = newWorkbookKeys(NOW);
    for (const name of ['Żaneta Nowak', '王小明', 'Ольга', 'Wolfgang Amadeus Maria von Hohenzollern-Sigmaringen']) {
      const signer = witnessSigner(keys, name);
      pdf = await sealPdf(pdf, { signer, name, reason: 'Approved.', signedAt: NOW.toISOString() });
    }
    const report = check(folder, pdf, 'pdfsig');
    expect(report.match(/Signature is Valid\./g)).toHaveLength(4);
    const names = [...report.matchAll(/Common Name: (.*)/g)].map(([, name = '']) => name);
    expect(names[0]).toMatch(/^Groundwork workbook [0-9A-F]{8} \(witness\) for Żaneta Nowak$/);
    expect(names[1]).toContain('for 王小明');
    expect(names[3]).toMatch(/for Wolfgang Amadeus Mar…$/);
    expect(names.every((name) => [...name].length <= 64)).toBe(true);
    expect(report).toContain('Wolfgang Amadeus Maria von Hohenzollern-Sigmaringen');
    expect(new Set(signaturesOf(pdf).map(({ cms }) => cms.includes(Buffer.from(keys.authority.certificate))))).toEqual(
      new Set([true]),
    );
  });
});
