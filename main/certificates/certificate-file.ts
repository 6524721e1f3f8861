import { X509Certificate } from 'node:crypto';

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** The certificates in a file, PEM or DER, in its order; null when one cannot be read or there is none. */
export function parseCertificates(bytes: Uint8Array): readonly X509Certificate[] | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  try {
    return (text.match(PEM) ?? [bytes]).map((source) => new X509Certificate(source));
  } catch {
    return null;
  }
}

/** Certificates as one PEM file. */
export function printCertificates(chain: readonly Uint8Array[]): string {
  return chain.map((der) => new X509Certificate(der).toString()).join('');
}
