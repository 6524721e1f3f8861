import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { detachedSignature } from '#main/certificates/sign-cms.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { ATTACHED_REVIEW, readAttachedReview } from '#main/pdf/attachment.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { sealPdf } from '#main/seal/seal-pdf.ts';
import { witnessSigner } from '#main/seal/workbook-keys.ts';
import { pageComparer } from '#main/verify/compare-pages.ts';
import { verifyRecord } from '#main/verify/verify-record.ts';
import { type FindingCode, VERIFY_SIZE_LIMIT, type VerifyReport, verifyReportSchema } from '#shared/verify/verify.ts';
import { foreignPdf, rewritten } from '#test/support/foreign-pdf.ts';
import { finding, findingsIn } from '#test/support/forgery-findings.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { throwAwaySigner } from '#test/support/seal.ts';
import { recordFor, sealAll, sealedRecord, seeded, signedReview, workbookKeys } from '#test/support/sealed-record.ts';

const NAMES = ['Żaneta Nowak', '王小明', 'Ольга Иванова', 'Zoë', 'بسمة'];
const comparePages = pageComparer(recordRenderer(process.cwd()));

function codes({ findings }: VerifyReport): readonly FindingCode[] {
  return findings.map(({ code }) => code);
}

async function verdictOf(bytes: Uint8Array): Promise<VerifyReport['verdict']> {
  const report = await verifyRecord(bytes);
  expect(() => verifyReportSchema.parse(report)).not.toThrow();
  return report.verdict;
}

describe('a sealed record', () => {
  it.each([1, 3, 5])('is intact with %d signers, each in order and with what it covers', async (count) => {
    const names = NAMES.slice(0, count);
    const { sealed, keys, review } = await sealedRecord(names);
    const report = await verifyRecord(sealed, { comparePages });
    expect(report.verdict).toBe('intact');
    expect(codes(report)).toEqual(names.map(() => 'signer-unknown'));
    expect(report.checks).toEqual({ data: true, printedHash: true, visibleText: true });
    expect(report.signatures.map(({ name }) => name)).toEqual(names);
    expect(report.signatures.map(({ signedAt }) => signedAt)).toEqual(
      review.signOff.signatures.map(({ signedAt }) => new Date(signedAt).toISOString()),
    );
    expect(report.signatures.map(({ coversDocument }) => coversDocument)).toEqual(
      names.map((_, index) => index === count - 1),
    );
    for (const { kind, state, coversRevision, certificate } of report.signatures) {
      expect([kind, state, coversRevision]).toEqual(['witnessed', 'valid', true]);
      expect(certificate?.keySha256).toBe(keyFingerprint(keys.signingKey));
    }
    expect(report.record?.approvers).toEqual(names.map((name) => ({ name, role: 'Lead', isSealed: true })));
  });

  it('tells the kinds of seals apart, and believes no seal that claims more than its certificate', async () => {
    const review = signedReview(NAMES.slice(0, 2));
    const keys = workbookKeys();
    const own = throwAwaySigner('Ada', 'own-certificate');
    const fingerprints = [keyFingerprint(keys.signingKey), keyFingerprint(own.key)];
    const unsealed = await recordFor({ review, fingerprints });
    const disguised = { ...witnessSigner(keys, NAMES[0] ?? ''), kind: 'own-certificate' as const };
    const revisions = await sealAll(unsealed, review.signOff.signatures, ({ name }) =>
      name === NAMES[0] ? disguised : own,
    );
    const report = await verifyRecord(revisions.at(-1) ?? unsealed);
    expect(report.verdict).toBe('altered');
    expect(report.signatures.map(({ kind }) => kind)).toEqual(['witnessed', 'own-certificate']);
    // Of an own certificate, the certificate says whose it is.
    expect(report.signatures.map(({ name }) => name)).toEqual([NAMES[0], 'Ada']);
    expect(codes(report)).toEqual(expect.arrayContaining(['seal-differs', 'name-differs']));
  });

  it('is altered when its pages say something else than its data', async () => {
    const keys = workbookKeys();
    const data = signedReview(NAMES.slice(0, 1));
    // The same content hash, so that only the wording of the pages can give it away.
    const review = {
      ...data,
      signOff: {
        ...data.signOff,
        approvers: data.signOff.approvers.map((one) => ({ ...one, role: 'Chair of the board' })),
      },
    };
    const unsealed = await recordFor({ review, data, fingerprints: [keyFingerprint(keys.signingKey)] });
    const revisions = await sealAll(unsealed, data.signOff.signatures, ({ name }) => witnessSigner(keys, name));
    const report = await verifyRecord(revisions.at(-1) ?? unsealed, { comparePages });
    expect(report.verdict).toBe('altered');
    expect(findingsIn(report)).toEqual([finding('text-differs')]);
  });

  it('counts for nobody when it is dated outside the time of its certificate', async () => {
    const { sealed, unsealed, review, keys } = await sealedRecord(NAMES.slice(0, 1));
    const [signature] = review.signOff.signatures;
    if (!signature) throw new Error('A signature was expected');
    const early = [{ ...signature, signedAt: '2020-01-01T00:00:00Z' }];
    const [, backdated] = await sealAll(unsealed, early, ({ name }) => witnessSigner(keys, name));
    expect(findingsIn(await verifyRecord(backdated ?? unsealed))).toEqual([
      finding('certificate-unfit', 1, 'was not valid before 2026-01-03.'),
      finding('seal-differs', 1, 'the time'),
    ]);
    expect(findingsIn(await verifyRecord(sealed))).toEqual([]);
  });
});

describe('any other PDF', () => {
  it.each([true, false])('is unsigned, packed: %s', async (packed) => {
    const report = await verifyRecord(await foreignPdf({ packed }));
    expect(report.verdict).toBe('unsigned');
    expect(codes(report)).toEqual(['no-signature', 'not-a-record']);
  });

  it('is read as qpdf rewrites it: linearized, packed, encrypted', async () => {
    const folder = await temporaryFolder();
    const pdf = await foreignPdf();
    expect(await verdictOf(rewritten(folder, pdf, '--linearize'))).toBe('unsigned');
    expect(await verdictOf(rewritten(folder, pdf, '--object-streams=generate'))).toBe('unsigned');
    const lengths = [['40', '--allow-weak-crypto'], ['128', '--allow-weak-crypto'], ['128', '--use-aes=y'], ['256']];
    for (const [bits = '', ...options] of lengths) {
      const weak = options.filter((option) => option === '--allow-weak-crypto');
      const aes = options.filter((option) => option === '--use-aes=y');
      const encrypt = (user: string) => rewritten(folder, pdf, ...weak, '--encrypt', user, 'owner', bits, ...aes, '--');
      expect(codes(await verifyRecord(encrypt('')))).toEqual(['no-signature', 'not-a-record']);
      const locked = await verifyRecord(encrypt('secret'));
      expect(codes(locked)).toEqual(['encrypted']);
      expect(locked.verdict).toBe('unreadable');
    }
  });

  it('is whole when somebody signed it, and intact only where the key is known', async () => {
    const signer = throwAwaySigner('A notary');
    const options = { signer, name: 'A notary', reason: 'Seen', signedAt: '2026-02-01T00:00:00Z' };
    const ours = await sealPdf(await foreignPdf({ packed: false }), options);
    const claimed = await verifyRecord(ours);
    expect(claimed.verdict).toBe('altered');
    expect(findingsIn(claimed)).toEqual([
      finding('seal-shape', 1, 'It states other things than a seal does.'),
      finding('data-missing'),
    ]);

    const theirs = await asAnotherProgram(ours, signer);
    const report = await verifyRecord(theirs);
    expect(report.verdict).toBe('unsigned');
    expect(codes(report)).toEqual(['signer-unknown', 'not-a-record', 'keys-not-named']);
    const trusted = await verifyRecord(theirs, { known: new Set([keyFingerprint(signer.key)]), knownOnly: true });
    expect(trusted.verdict).toBe('intact');
    expect(codes(trusted)).toEqual(['not-a-record']);
    expect(report.signatures[0]).toMatchObject({ kind: 'other', state: 'valid', coversDocument: true });
  });
});

/** Two ways in which a CMS may be written that are not the canonical one. Both start with a header of four bytes. */
const OTHER_FORMS: readonly (readonly [string, (der: Buffer) => Buffer])[] = [
  // As NSS does it, and with it pdfsig and Okular.
  ['without its length', (der) => Buffer.concat([Buffer.from('3080', 'hex'), der.subarray(4), Buffer.alloc(2)])],
  ['with a longer length', (der) => Buffer.concat([Buffer.from('308300', 'hex'), der.subarray(2)])],
];

describe('a signature written in another form', () => {
  it.each(OTHER_FORMS)('%s, is read, and changed where Groundwork wrote it', async (_, change) => {
    const signer = throwAwaySigner('A notary');
    const options = { signer, name: 'A notary', reason: 'Seen', signedAt: '2026-02-01T00:00:00Z' };
    const ours = await sealPdf(await foreignPdf({ packed: false }), options);
    const report = await verifyRecord(rewrittenSignature(await asAnotherProgram(ours, signer), change));
    expect(report.signatures.map(({ state }) => state)).toEqual(['valid']);
    expect(codes(report)).toEqual(['signer-unknown', 'not-a-record', 'keys-not-named']);

    const { sealed } = await sealedRecord(NAMES.slice(0, 1));
    const changed = await verifyRecord(rewrittenSignature(sealed, change));
    expect(changed.verdict).toBe('altered');
    expect(findingsIn(changed)).toEqual([finding('signature-broken', 1)]);
  });
});

function rewrittenSignature(pdf: Uint8Array, change: (der: Buffer) => Buffer): Uint8Array {
  const bytes = Buffer.from(pdf);
  const { gap, end } = roomOf(bytes);
  const room = Buffer.from(bytes.toString('latin1', gap + 1, end - 1), 'hex');
  const der = room.subarray(0, 4 + room.readUInt16BE(2));
  const hex = change(der).toString('hex');
  bytes.write(hex.padEnd(end - gap - 2, '0'), gap + 1, 'latin1');
  return bytes;
}

/** Where the signature of a file that has one begins and ends, brackets included. */
function roomOf(bytes: Buffer): { readonly gap: number; readonly end: number } {
  const range = /\/ByteRange \[0 (\d+) (\d+) \d+\]/.exec(bytes.toString('latin1'));
  return { gap: Number(range?.[1]), end: Number(range?.[2]) };
}

/** The same seal without the keys that say that Groundwork made it, signed anew. */
async function asAnotherProgram(sealed: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const bytes = Buffer.from(Buffer.from(sealed).toString('latin1').replaceAll('/GWRK_', '/OTHR_'), 'latin1');
  const { gap, end } = roomOf(bytes);
  const digest = createHash('sha256').update(bytes.subarray(0, gap)).update(bytes.subarray(end)).digest();
  const cms = Buffer.from(await detachedSignature(digest, signer)).toString('hex');
  bytes.write(cms.padEnd(end - gap - 2, '0'), gap + 1, 'latin1');
  return bytes;
}

describe('anything at all', () => {
  it('is called unreadable when it is no PDF', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), Buffer.from('{"a":1}'), Buffer.alloc(5000, 7)]) {
      expect(codes(await verifyRecord(bytes))).toEqual(['not-a-pdf']);
    }
    expect(await verdictOf(Buffer.from('%PDF-1.7\n%%EOF\n'))).toBe('unreadable');
    expect(codes(await verifyRecord(new Uint8Array(VERIFY_SIZE_LIMIT + 1)))).toEqual(['too-large']);
  });

  it('is never intact when it is cut off or mixed up, and never trips the checker up', {
    timeout: 180_000,
  }, async () => {
    const { sealed } = await sealedRecord(NAMES.slice(0, 2));
    const random = seeded(11);
    for (let round = 0; round < 40; round += 1) {
      expect(await verdictOf(sealed.subarray(0, random(sealed.length)))).not.toBe('intact');
    }
    for (let round = 0; round < 120; round += 1) {
      const mixed = Uint8Array.from(sealed);
      const [from, to] = [random(mixed.length), random(mixed.length)];
      mixed.copyWithin(to, from, from + 1 + random(3000));
      if (Buffer.compare(mixed, sealed) !== 0) expect(await verdictOf(mixed)).not.toBe('intact');
    }
  });

  it('checks a large file, and ends soon when its pages share one large stream', async () => {
    const document = await PDFDocument.create();
    const content = document.context.register(document.context.stream(Buffer.alloc(30 * 1024 * 1024, 'q Q ')));
    for (let number = 0; number < 200; number += 1) document.addPage().node.set(PDFName.of('Contents'), content);
    const { unsealed } = await sealedRecord(NAMES.slice(0, 1));
    const attached = readAttachedReview(unsealed);
    if (attached.kind !== 'found') throw new Error(attached.reason);
    await document.attach(attached.bytes, ATTACHED_REVIEW);
    const bytes = await document.save({ useObjectStreams: false });
    expect(findingsIn(await verifyRecord(bytes))).toEqual([
      finding('no-signature'),
      finding('hash-not-printed'),
      finding('approver-missing', null, NAMES[0]),
    ]);
  });

  it('ends soon, however a file asks for more', async () => {
    const trailer = (at: number, extra = '') => `trailer\n<< /Size 9 /Root 1 0 R ${extra}>>\nstartxref\n${at}\n%%EOF\n`;
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    const head = '%PDF-1.7\n';
    const packed = `1 0 obj\n<< /Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`;
    const hostile: readonly Uint8Array[] = [
      Buffer.from(`${head}xref\n0 1\n0000000000 65535 f \n${trailer(9, '/Prev 9 ')}`),
      Buffer.from(
        `${head}1 0 obj\n${'['.repeat(100_000)}\nendobj\nxref\n1 1\n0000000009 00000 n \n${trailer(100_025)}`,
      ),
      Buffer.from(`${head}xref\n0 999999999\n${trailer(9)}`),
      Buffer.from(`${head}1 0 obj\n1 0 R\nendobj\nxref\n1 1\n0000000009 00000 n \n${trailer(30)}`),
      Buffer.concat([Buffer.from(head + packed), bomb, Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n')]),
      Buffer.from(`${head}${'('.repeat(2_000_000)}startxref\n9\n%%EOF\n`),
      Buffer.from(`${head}xref\n1 1\n0000000009 00000 n \n${trailer(9)}`.repeat(300)),
    ];
    for (const bytes of hostile) expect(await verdictOf(bytes)).toBe('unreadable');
  });
});
