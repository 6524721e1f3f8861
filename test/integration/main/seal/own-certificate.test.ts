import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FailureError } from '#main/files/failure.ts';
import { readOwnCertificate } from '#main/seal/own-certificate.ts';
import { sealPdf } from '#main/seal/seal-pdf.ts';
import { ENCRYPTIONS, pkcs12ByOpenSsl } from '#test/support/certificates.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { check, unsealedRecord } from '#test/support/seal.ts';
import { dueToday } from '#test/support/slice.ts';

const PASSPHRASE = 'zażółć gęślą 日本';

type Options = Partial<Parameters<typeof pkcs12ByOpenSsl>[0]>;

async function p12(options: Options = {}): Promise<Buffer> {
  const folder = await temporaryFolder();
  return pkcs12ByOpenSsl({ folder, commonName: 'Żaneta', passphrase: PASSPHRASE, ...options });
}

async function failureOf(work: Promise<unknown>): Promise<FailureError['failure']> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`Expected a failure, got ${String(error)}`);
  return error.failure;
}

describe('an own certificate', () => {
  it.each([
    ['Żaneta', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
    ['王小明', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
    ['Ольга', ['-newkey', 'rsa:2048']],
  ])('of %s seals a record', async (commonName, newKey) => {
    const signer = await readOwnCertificate(await p12({ commonName, newKey }), PASSPHRASE, new Date());
    expect(signer.kind).toBe('own-certificate');
    expect(signer.chain.map((der) => new X509Certificate(der).subject)).toEqual(['CN=Issuer']);
    const sealed = await sealPdf(await unsealedRecord(), {
      signer,
      name: commonName,
      reason: 'Approved',
      signedAt: new Date().toISOString(),
    });
    const report = check(await temporaryFolder(), sealed, 'pdfsig');
    expect(report).toContain(`Signer Certificate Common Name: ${commonName}`);
    expect(report).toContain('Signature is Valid.');
    expect(report).toContain('- Total document signed');
  });

  it('is taken when signing is among its purposes', async () => {
    const file = await p12({
      extensions: ['keyUsage=digitalSignature', 'extendedKeyUsage=serverAuth,emailProtection'],
    });
    expect((await readOwnCertificate(file, PASSPHRASE, new Date())).kind).toBe('own-certificate');
  });

  it('says that the passphrase is wrong', async () => {
    const failure = await failureOf(readOwnCertificate(await p12(), 'another one', new Date()));
    expect(failure).toMatchObject({ code: 'invalid', message: expect.stringContaining('passphrase') });
  });

  it.each(['tripleDes', 'rc2'] as const)('says how to export one under an old encryption (%s) anew', async (name) => {
    const file = await p12({ encryption: ENCRYPTIONS[name] });
    const failure = await failureOf(readOwnCertificate(file, PASSPHRASE, new Date()));
    expect(failure).toMatchObject({ code: 'unsupported', message: expect.stringContaining('old encryption') });
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'old.p12'), file);
    const recipe = failure.details.join('\n').match(/openssl pkcs12 -legacy .*/)?.[0] ?? '';
    // With the passphrases that it would ask for.
    const command = recipe.replaceAll('openssl pkcs12', 'openssl pkcs12 -passin env:P -passout env:P');
    execFileSync('sh', ['-c', command], { cwd: folder, env: { ...process.env, P: PASSPHRASE } });
    const anew = await readFile(join(folder, 'new.p12'));
    expect((await readOwnCertificate(anew, PASSPHRASE, new Date())).chain).toHaveLength(1);
  });

  it('refuses one that is out of date, not for signatures, or of a kind of key that viewers do not know', async () => {
    const file = await p12({ days: 1 });
    const later = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000);
    expect((await failureOf(readOwnCertificate(file, PASSPHRASE, later))).message).toContain('expired on');
    // Who signed while it was valid may seal with it when it is not any more.
    expect((await readOwnCertificate(file, PASSPHRASE, () => new Date())).kind).toBe('own-certificate');
    expect((await failureOf(readOwnCertificate(file, PASSPHRASE, () => later))).message).toContain('expired on');
    const earlier = new Date(Date.now() - 24 * 60 * 60 * 1000);
    expect((await failureOf(readOwnCertificate(file, PASSPHRASE, earlier))).message).toContain('not valid before');
    const authority = await p12({ extensions: ['basicConstraints=critical,CA:TRUE'] });
    expect((await failureOf(readOwnCertificate(authority, PASSPHRASE, new Date()))).message).toContain('CA:FALSE');
    const forCalls = await p12({ extensions: ['keyUsage=critical,keyAgreement'] });
    expect((await failureOf(readOwnCertificate(forCalls, PASSPHRASE, new Date()))).message).toContain('not for sign');
    const server = await p12({ extensions: ['extendedKeyUsage=critical,serverAuth'] });
    expect((await failureOf(readOwnCertificate(server, PASSPHRASE, new Date()))).message).toContain('not for sign');
    const short = await p12({ newKey: ['-newkey', 'rsa:1024'] });
    expect((await failureOf(readOwnCertificate(short, PASSPHRASE, new Date()))).code).toBe('unsupported');
    const edwards = await p12({ newKey: ['-newkey', 'ed25519'] });
    expect((await failureOf(readOwnCertificate(edwards, PASSPHRASE, new Date()))).code).toBe('unsupported');
  });

  it('refuses a curve that is spelled out instead of named', async () => {
    const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-pkeyopt', 'ec_param_enc:explicit'];
    const failure = await failureOf(readOwnCertificate(await p12({ newKey }), PASSPHRASE, new Date()));
    expect(failure).toMatchObject({ code: 'unsupported', message: expect.stringContaining('instead of naming it') });
  });

  it('refuses a certificate that passes for a workbook', async () => {
    const file = await p12({ commonName: 'Groundwork workbook 00C0FFEE (witness) for Eve' });
    expect((await failureOf(readOwnCertificate(file, PASSPHRASE, new Date()))).message).toContain('not to a person');
  });

  it('says that another file is no certificate', async () => {
    const whole = await p12();
    for (const bytes of [Buffer.from(''), Buffer.from('%PDF-1.7'), whole.subarray(0, 400), Buffer.alloc(2 ** 21)]) {
      const failure = await failureOf(readOwnCertificate(bytes, PASSPHRASE, new Date()));
      expect(failure.message).toContain('not a certificate file');
    }
  });

  it('survives any single damaged byte', async () => {
    const whole = await p12();
    const places = Array.from({ length: Math.ceil(whole.byteLength / 7) }, (_, index) => 7 * index);
    // All of them with `npm run test:attacks`.
    for (const at of dueToday(places, 3)) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0x10;
      await readOwnCertificate(broken, PASSPHRASE, new Date()).catch((error: unknown) => {
        if (!(error instanceof FailureError)) throw new Error(`Byte ${at}`, { cause: error });
      });
    }
  });
});
