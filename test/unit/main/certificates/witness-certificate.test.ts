import { Certificate } from 'pkijs';
import { expect, it } from 'vitest';
import { signingCertificate } from '#main/certificates/certificate.ts';
import { isOfWorkbook } from '#main/certificates/workbook-mark.ts';
import { witnessSigner } from '#main/seal/workbook-keys.ts';
import { newEcKey, newIssuer } from '#test/support/attacks/attack-base.ts';
import { publicOf } from '#test/support/attacks/certificates.ts';
import { workbookKeys } from '#test/support/sealed-record.ts';

/** `noRevAvail` of RFC 9608: without it, strict validators ask for a list of revocations that there is none of. */
const NO_REVOCATION = '2.5.29.56';

const extensionsOf = (der: Uint8Array) =>
  (Certificate.fromBER(Buffer.from(der)).extensions ?? []).map(({ extnID }) => extnID);

it('a witness’s certificate says that it cannot be revoked, and that its key is a workbook’s', () => {
  const keys = workbookKeys();
  for (const name of ['Ada', 'Żaneta', '王小明', 'דנה כהן', 'بسمة', 'अनु', 'Zoë 😀']) {
    const { certificate } = witnessSigner(keys, name);
    expect(extensionsOf(certificate)).toContain(NO_REVOCATION);
    expect(isOfWorkbook(certificate)).toBe(true);
  }
  expect(isOfWorkbook(keys.authority.certificate)).toBe(true);
});

it('a person’s certificate says neither', () => {
  const certificate = signingCertificate({ commonName: 'Ada' }, publicOf(newEcKey()), newIssuer(), {
    notBefore: new Date('2026-01-01T00:00:00Z'),
  });
  expect(extensionsOf(certificate)).not.toContain(NO_REVOCATION);
  expect(isOfWorkbook(certificate)).toBe(false);
});
