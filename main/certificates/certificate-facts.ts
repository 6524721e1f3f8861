import { X509Certificate } from 'node:crypto';
import { sha256 } from '#main/files/hash.ts';
import type { CheckedSignature } from '#shared/verify/verify.ts';
import { keyFingerprint } from './key-fingerprint.ts';
import { OID } from './oid.ts';
import { parsedCertificate } from './parsed-certificate.ts';

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
  try {
    return [sha256(der), keyFingerprint(new X509Certificate(der).publicKey)];
  } catch {
    return [];
  }
}

function commonName({ raw }: X509Certificate, whose: 'subject' | 'issuer'): string {
  const { typesAndValues } = parsedCertificate(raw)[whose];
  const found = typesAndValues.find(({ type }) => type === OID.commonName) ?? typesAndValues.at(0);
  const value: unknown = found?.value.valueBlock;
  return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : '';
}
