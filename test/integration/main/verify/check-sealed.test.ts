import { describe, expect, it } from 'vitest';
import { contentSha256 } from '#main/files/hash.ts';
import { sealSignOff } from '#main/seal/seal-sign-off.ts';
import { witnessSigner } from '#main/seal/workbook-keys.ts';
import { checkSealed } from '#main/verify/check-sealed.ts';
import { namesOf, newEcKey, newIssuer, personSigner, reviewOf } from '#test/support/attacks/attack-base.ts';
import { oddCertificate, publicOf, SAYS } from '#test/support/attacks/certificates.ts';
import { flipBit } from '#test/support/pdf-forgery.ts';
import { recordFor, sealedRecord, workbookKeys } from '#test/support/sealed-record.ts';

const NAMES = ['Żaneta Nowak', '王小明'];

describe('a sealed record of the data folder', () => {
  it('is sound as it was sealed, and damaged with a bit turned or for another content', async () => {
    const { sealed, review } = await sealedRecord(NAMES);
    const job = { bytes: sealed, document: review, contentSha256: contentSha256(review) };
    const kinds = NAMES.map((name) => ({ name, kind: 'witnessed' }));
    expect(await checkSealed(job)).toMatchObject({ kind: 'sound', signatures: kinds, isBehind: false, notes: [] });
    expect(await checkSealed({ ...job, bytes: flipBit(sealed, sealed.length * 4) })).toEqual({ kind: 'damaged' });
    expect(await checkSealed({ ...job, bytes: sealed.subarray(0, 2_000) })).toEqual({ kind: 'damaged' });
    expect(await checkSealed({ ...job, contentSha256: '0'.repeat(64) })).toEqual({ kind: 'damaged' });
  });

  it('is damaged when a seal is cut off', async () => {
    const { revisions, review } = await sealedRecord(NAMES);
    const [, once] = revisions;
    const job = { document: review, contentSha256: contentSha256(review) };
    expect(await checkSealed({ ...job, bytes: once ?? new Uint8Array() })).toEqual({ kind: 'damaged' });
  });

  it('is whole with a certificate that earlier versions took and that may not sign, and says so', async () => {
    const key = newEcKey();
    const certificate = oddCertificate({
      subject: 'Grace Hopper',
      publicKey: publicOf(key),
      key,
      extensions: [SAYS.authority()],
    });
    const own = { kind: 'own-certificate', certificate, chain: [], key } as const;
    const review = reviewOf(own);
    const [first, second] = review.signOff.signatures;
    if (!first || !second) throw new Error('Two signatures were expected');
    const stranger = personSigner('Żaneta Nowak', newIssuer());
    const pdf = await recordFor({ review, fingerprints: [] });
    const job = { document: review, contentSha256: contentSha256(review) };
    const witness = witnessSigner(workbookKeys(), first.name, first.signedAt);
    const named = await recordFor({ review, fingerprints: namesOf(witness, own) });
    const sealed = await sealSignOff(await sealSignOff(named, first, witness), second, own);
    expect(await checkSealed({ ...job, bytes: sealed })).toMatchObject({
      kind: 'sound',
      notes: [
        expect.stringContaining('The seal of Grace Hopper is whole, but the certificate is that of an authority'),
      ],
    });
    // What a person's key cannot do for a workbook is no such thing.
    const forged = await sealSignOff(await sealSignOff(pdf, first, stranger), second, own);
    expect(await checkSealed({ ...job, bytes: forged })).toEqual({ kind: 'damaged' });
  });
});
