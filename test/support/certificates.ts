import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './tools.ts';

/** Options of `openssl pkcs12 -export` for each way in which such files are encrypted. */
export const ENCRYPTIONS = {
  aes: [],
  tripleDes: ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  rc2: ['-legacy'],
} as const satisfies Record<string, readonly string[]>;

interface CertificateOptions {
  readonly folder: string;
  readonly commonName: string;
  readonly passphrase: string;
  /** As `openssl req -newkey` takes it. */
  readonly newKey?: readonly string[];
  readonly encryption?: readonly string[];
  readonly days?: number;
  readonly extensions?: readonly string[];
}

/** A PKCS#12 file made by OpenSSL, with a certificate issued by an authority made for it. */
export function pkcs12ByOpenSsl({
  folder,
  commonName,
  passphrase,
  newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  encryption = ENCRYPTIONS.aes,
  days = 365,
  extensions = [],
}: CertificateOptions): Buffer {
  const file = (name: string) => join(folder, name);
  const openssl = (...options: readonly string[]) => tool('openssl', ...options);
  openssl(
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=Issuer'],
    ...['-keyout', file('issuer.key'), '-out', file('issuer.pem'), '-days', '3650'],
  );
  openssl(
    ...['req', '-x509', ...newKey, '-nodes', '-utf8', '-subj', `/CN=${commonName}`, '-days', String(days)],
    ...['-CA', file('issuer.pem'), '-CAkey', file('issuer.key'), '-keyout', file('own.key'), '-out', file('own.pem')],
    ...(extensions.some(isBasic) ? [] : ['-addext', 'basicConstraints=critical,CA:FALSE']),
    ...extensions.flatMap((extension) => ['-addext', extension]),
  );
  openssl(
    ...['pkcs12', '-export', '-inkey', file('own.key'), '-in', file('own.pem'), '-certfile', file('issuer.pem')],
    ...['-out', file('own.p12'), '-passout', `pass:${passphrase}`, ...encryption],
  );
  return readFileSync(file('own.p12'));
}

/** Without this extension, OpenSSL makes a certificate of an authority. */
function isBasic(extension: string): boolean {
  return extension.startsWith('basicConstraints');
}
