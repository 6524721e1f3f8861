import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from '#main/certificates/certificate-facts.ts';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { authorityPkcs12, issueCertificate, newAuthority, readAuthority } from '#main/seal/authority.ts';
import { printRequest, withIssued } from '#main/seal/certificate-request.ts';
import { certificatePem, keysPkcs12, readKeysPkcs12, trustedCertificate } from '#main/seal/key-export.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { sealPdf } from '#main/seal/seal-pdf.ts';
import { newWorkbookKeys, type WorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { check, unsealedRecord } from '#test/support/seal.ts';
import { signaturesOf } from '#test/support/sealed-bytes.ts';
import { tool } from '#test/support/tools.ts';

const NOW = new Date();
const PASSPHRASE = 'zażółć gęślą 日本 𠮷';
const BOARD = newAuthority('Architecture Board ÄÖ', NOW);

const pem = (der: Uint8Array) => new X509Certificate(der).toString();
const issued = (keys: WorkbookKeys, authority = BOARD) =>
  issueCertificate(Buffer.from(printRequest(keys)), authority, NOW).pem;

async function certified(): Promise<WorkbookKeys> {
  const keys = newWorkbookKeys(NOW);
  return withIssued(keys, Buffer.from(issued(keys)), NOW);
}

/** A company's own authority, made by OpenSSL, and what it issues on a request. */
function byOpenSsl(
  folder: string,
  request: string,
  extension = 'basicConstraints=critical,CA:TRUE,pathlen:0',
  more = '',
) {
  const file = (name: string) => join(folder, name);
  writeFileSync(file('request.csr'), request);
  tool(
    'openssl',
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/O=Company/CN=Company root', '-days', '3650'],
    ...['-keyout', file('company.key'), '-out', file('company.pem')],
  );
  writeFileSync(file('extensions'), `${extension}\nkeyUsage=critical,keyCertSign,cRLSign\n${more}\n`);
  tool(
    'openssl',
    ...['x509', '-req', '-in', file('request.csr'), '-CA', file('company.pem'), '-CAkey', file('company.key')],
    ...['-days', '365', '-extfile', file('extensions'), '-out', file('issued.pem')],
  );
  return { issued: readFileSync(file('issued.pem'), 'utf8'), root: readFileSync(file('company.pem'), 'utf8') };
}

describe('a workbook under an organisation’s authority', () => {
  it('asks with a request that OpenSSL takes', async () => {
    const folder = await temporaryFolder();
    const keys = newWorkbookKeys(NOW);
    writeFileSync(join(folder, 'r.csr'), printRequest(keys));
    const printed = tool('openssl', 'req', '-in', join(folder, 'r.csr'), '-noout', '-verify', '-subject').toString();
    expect(printed).toContain('Groundwork authority');
  });

  it('makes seals that OpenSSL accepts knowing only the root, and pdfsig finds valid', async () => {
    const folder = await temporaryFolder();
    const file = (name: string) => join(folder, name);
    const keys = await certified();
    let pdf = await unsealedRecord();
    for (const name of ['Żaneta Nowak', '王小明']) {
      const signer = witnessSigner(keys, name);
      pdf = await sealPdf(pdf, { signer, name, reason: 'Approved.', signedAt: NOW.toISOString() });
    }
    expect(check(folder, pdf, 'pdfsig').match(/Signature is Valid\./g)).toHaveLength(2);
    writeFileSync(file('root.pem'), pem(BOARD.certificate));
    writeFileSync(file('other.pem'), pem(newAuthority('Somebody else', NOW).certificate));
    for (const { cms, covered } of signaturesOf(pdf)) {
      writeFileSync(file('seal.der'), cms);
      writeFileSync(file('signed'), covered);
      const accept = (root: string) =>
        tool(
          'openssl',
          ...['cms', '-verify', '-inform', 'DER', '-in', file('seal.der'), '-content', file('signed'), '-binary'],
          ...['-CAfile', file(root), '-no-CApath', '-no-CAstore', '-purpose', 'any', '-out', file('out')],
        );
      expect(() => accept('root.pem')).not.toThrow();
      expect(() => accept('other.pem')).toThrow(/self.signed certificate/);
    }
    const { signatures } = await verifyRecord(pdf, {
      known: new Set(fingerprintsOf(BOARD.certificate)),
      knownOnly: true,
    });
    expect(signatures.map(({ isKnown, state }) => [isKnown, state])).toEqual([
      [true, 'valid'],
      [true, 'valid'],
    ]);
  });

  it('is trusted by pdfsig as soon as the root is', async () => {
    const folder = await temporaryFolder();
    const signer = witnessSigner(await certified(), 'Ada');
    const seal = { signer, name: 'Ada', reason: 'Approved.', signedAt: NOW.toISOString() };
    const pdf = await sealPdf(await unsealedRecord(), seal);
    const report = () => check(folder, pdf, 'pdfsig', '-nssdir', `sql:${folder}`);
    tool('certutil', '-N', '-d', `sql:${folder}`, '--empty-password');
    expect(report()).toContain("Certificate issuer isn't Trusted");
    writeFileSync(join(folder, 'root.cer'), BOARD.certificate);
    tool('certutil', '-A', '-d', `sql:${folder}`, '-n', 'board', '-t', 'C,C,C', '-i', join(folder, 'root.cer'));
    expect(report()).toContain('Certificate is Trusted');
  });

  it('has certificates that OpenSSL chains to the root', async () => {
    const folder = await temporaryFolder();
    const file = (name: string) => join(folder, name);
    const keys = await certified();
    writeFileSync(file('root.pem'), pem(trustedCertificate(keys)));
    expect(pem(trustedCertificate(keys))).toBe(pem(BOARD.certificate));
    writeFileSync(file('between.pem'), pem(keys.authority.certificate));
    writeFileSync(file('seal.pem'), pem(witnessSigner(keys, 'Ada').certificate));
    const chain = ['-x509_strict', '-CAfile', file('root.pem'), '-no-CApath', '-no-CAstore'];
    const verify = (...more: readonly string[]) => tool('openssl', 'verify', ...chain, ...more, file('seal.pem'));
    expect(verify('-untrusted', file('between.pem')).toString()).toContain('OK');
    expect(() => verify()).toThrow('unable to get local issuer');
  });

  it('keeps its key and its place under the root when it is opened again, and when it is exported', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const store = new KeyStore(nodeFileSystem, folder, { now: () => NOW });
    const before = (await store.open()).keys;
    await store.adopt(Buffer.from(issued(before)));
    const { keys } = await new KeyStore(nodeFileSystem, folder, { now: () => NOW }).open();
    expect(keyFingerprint(keys.signingKey)).toBe(keyFingerprint(before.signingKey));
    expect(certificatePem(keys)).toBe(certificatePem((await store.open()).keys));
    expect(certificatePem(keys).match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(await store.facts()).toMatchObject({ root: { subject: 'Architecture Board ÄÖ' } });
    const restored = await readKeysPkcs12(await keysPkcs12(keys, PASSPHRASE), PASSPHRASE);
    expect(certificatePem(restored)).toBe(certificatePem(keys));
  });

  it('takes a certificate that a company’s own authority issued', async () => {
    const folder = await temporaryFolder();
    const keys = newWorkbookKeys(NOW);
    const company = byOpenSsl(folder, printRequest(keys));
    const adopted = await withIssued(keys, Buffer.from(company.root + company.issued), new Date());
    expect(pem(trustedCertificate(adopted))).toBe(company.root);
    const signer = witnessSigner(adopted, 'Ada');
    const pdf = await sealPdf(await unsealedRecord(), {
      signer,
      name: 'Ada',
      reason: 'Approved.',
      signedAt: NOW.toISOString(),
    });
    expect(check(folder, pdf, 'pdfsig')).toContain('Signature is Valid.');
    writeFileSync(join(folder, 'seal.pem'), pem(signer.certificate));
    const chain = ['-CAfile', join(folder, 'company.pem'), '-untrusted', join(folder, 'issued.pem')];
    expect(tool('openssl', 'verify', ...chain, join(folder, 'seal.pem')).toString()).toContain('OK');
    expect((await verifyRecord(pdf)).signatures).toMatchObject([{ state: 'valid', kind: 'witnessed' }]);
  });
});

describe('a certificate that does not fit is refused:', () => {
  const keys = newWorkbookKeys(NOW);
  const own = issued(keys);
  it.each([
    ['no certificate', () => 'hello', 'not a certificate'],
    ['one of another workbook', () => issued(newWorkbookKeys(NOW)), 'another workbook'],
    [
      'one without its issuer',
      () => own.slice(0, own.indexOf('-----END CERTIFICATE-----') + 26),
      'lacks the certificate',
    ],
    ['its own one', () => certificatePem(keys), 'lacks the certificate'],
    ['one of a workbook’s authority', () => issued(keys, newWorkbookKeys(NOW).authority), 'may not stand above'],
    [
      'one whose issuer did not issue it',
      () =>
        own.slice(0, own.indexOf('-----END CERTIFICATE-----') + 26) +
        pem(newAuthority('Architecture Board ÄÖ', NOW).certificate),
      'lacks the certificate',
    ],
  ])('%s', async (_, text, message) => {
    await expect(withIssued(keys, Buffer.from(text()), NOW)).rejects.toThrow(message);
  });

  it.each([
    ['a root whose signature is damaged', 'root is damaged', (der: Buffer) => der.length - 1],
    ['a root with an end that is no date', 'unusual way', (der: Buffer) => der.indexOf('99991231') + 4],
  ])('refuses %s', async (_, message, at) => {
    const keys = newWorkbookKeys(NOW);
    const root = Buffer.from(BOARD.certificate);
    root.writeUInt8((root[at(root)] ?? 0) ^ 0b100_0000, at(root));
    const [own = ''] = issued(keys).split(/(?<=-----END CERTIFICATE-----\n)/);
    await expect(withIssued(keys, Buffer.from(own + pem(root)), NOW)).rejects.toMatchObject({
      failure: { message: expect.stringContaining(message) },
    });
  });

  it('one that would make the file of the keys too large to be read again', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const store = new KeyStore(nodeFileSystem, folder, { now: () => new Date() });
    const before = (await store.open()).keys;
    const address = `https://example.org/${'a'.repeat(60_000)}`;
    const extension = `basicConstraints=critical,CA:TRUE,pathlen:0\ncertificatePolicies=1.2.3.4,@policy`;
    const large = byOpenSsl(
      await temporaryFolder(),
      printRequest(before),
      extension,
      `\n[policy]\npolicyIdentifier=1.2.3.4\nCPS.1=${address}`,
    );
    await expect(store.adopt(Buffer.from(large.issued + large.root))).rejects.toThrow('too large');
    const { keys, origin } = await new KeyStore(nodeFileSystem, folder, { now: () => NOW }).open();
    expect([certificatePem(keys), origin]).toEqual([certificatePem(before), 'kept']);
  });

  it('one that is no authority’s, or has expired', async () => {
    const folder = await temporaryFolder();
    const person = byOpenSsl(folder, printRequest(keys), 'basicConstraints=critical,CA:FALSE');
    await expect(withIssued(keys, Buffer.from(person.issued + person.root), NOW)).rejects.toThrow('cannot stand above');
    const fit = byOpenSsl(folder, printRequest(keys));
    const later = new Date(NOW.getTime() + 400 * 24 * 60 * 60 * 1000);
    await expect(withIssued(keys, Buffer.from(fit.issued + fit.root), later)).rejects.toThrow('expired');
  });
});

describe('an authority', () => {
  it('comes back from its file with the passphrase alone', async () => {
    const file = await authorityPkcs12(BOARD, PASSPHRASE);
    const read = await readAuthority(file, PASSPHRASE, NOW);
    expect(pem(read.certificate)).toBe(pem(BOARD.certificate));
    await expect(readAuthority(file, 'wrong', NOW)).rejects.toThrow('passphrase');
    await expect(authorityPkcs12(BOARD, 'too short')).rejects.toThrow('at least 12 characters');
  });

  it('is not taken from a file of anything else', async () => {
    const keys = newWorkbookKeys(NOW);
    await expect(readAuthority(await keysPkcs12(keys, PASSPHRASE), PASSPHRASE, NOW)).rejects.toThrow('an authority');
    // A workbook's authority may issue for seals only, not for other authorities.
    await expect(readAuthority(await authorityPkcs12(keys.authority, PASSPHRASE), PASSPHRASE, NOW)).rejects.toThrow(
      'an authority',
    );
  });

  it('names a workbook by its key, whatever its request states', async () => {
    const folder = await temporaryFolder();
    const file = (name: string) => join(folder, name);
    tool(
      'openssl',
      ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=The Board'],
      ...['-keyout', file('k'), '-out', file('r.csr')],
    );
    const [certificate = ''] = issueCertificate(readFileSync(file('r.csr')), BOARD, NOW).pem.split(
      /(?<=END CERTIFICATE-----\n)/,
    );
    const { subject, raw } = new X509Certificate(certificate);
    const key = createHash('sha256').update(new X509Certificate(raw).publicKey.export({ format: 'der', type: 'spki' }));
    expect(subject).toBe(`O=Groundwork\nCN=Groundwork authority ${key.digest('hex').slice(0, 8).toUpperCase()}`);
  });

  it('issues nothing on a request that its sender did not sign, or on anything else', async () => {
    const request = printRequest(newWorkbookKeys(NOW));
    const lines = request.split('\n');
    const middle = Buffer.from(lines.slice(1, -2).join(''), 'base64');
    middle[middle.length - 5] = (middle[middle.length - 5] ?? 0) ^ 1;
    for (const bytes of [middle, Buffer.from('hello'), Buffer.from(pem(BOARD.certificate))]) {
      expect(() => issueCertificate(bytes, BOARD, NOW)).toThrow('not a request of a workbook');
    }
  });
});
