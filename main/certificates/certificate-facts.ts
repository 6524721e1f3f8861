import { X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import type { CheckedSignature } from '#shared/verify/verify.ts';
import { keyFingerprint } from './key-fingerprint.ts';
import { OID } from './oid.ts';

export type CertificateFacts = NonNullable<CheckedSignature['certificate']>;

/** What a report says of a certificate; null for one that cannot be read. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts | null {
  try {
    return {
      subject: commonName(certificate, 'subject'),
      issuer: commonName(certificate, 'issuer'),
      sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      keySha256: keyFingerprint(certificate.publicKey),
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
    };
  } catch {
    return null;
  }
}

/** SHA-256 of a certificate and of its public key: either may be what a person was given. */
export function fingerprintsOf(der: Uint8Array): readonly string[] {
  const facts = certificateFacts(new X509Certificate(der));
  return facts ? [facts.sha256, facts.keySha256] : [];
}

function commonName({ raw }: X509Certificate, whose: 'subject' | 'issuer'): string {
  const { typesAndValues } = Certificate.fromBER(raw)[whose];
  const found = typesAndValues.find(({ type }) => type === OID.commonName) ?? typesAndValues.at(0);
  const value: unknown = found?.value.valueBlock;
  return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : '';
}
