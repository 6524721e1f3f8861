import { X509Certificate } from 'node:crypto';
import type { Issuer } from './certificate.ts';
import { printPkcs12 } from './pkcs12-write.ts';
import { keyId, type WorkbookKeys } from './workbook-keys.ts';

/** Certificate of the workbook and of its authority, as PEM: what others need in order to trust its seals. */
export function certificatePem({ certificate, authority }: WorkbookKeys): string {
  return [certificate, authority.certificate].map((der) => new X509Certificate(der).toString()).join('');
}

/** The workbook's key with its certificates, encrypted under a passphrase. @throws {FailureError} see `printPkcs12`. */
export function keyPkcs12(
  { signingKey, certificate, authority }: WorkbookKeys,
  passphrase: string,
): Promise<Uint8Array> {
  const friendlyName = `Groundwork workbook ${keyId(signingKey)}`;
  return printPkcs12({ key: signingKey, certificates: [certificate, authority.certificate], friendlyName }, passphrase);
}

/** The authority with its key, to be adopted by other workbooks. @throws {FailureError} see `printPkcs12`. */
export function authorityPkcs12({ authority }: WorkbookKeys, passphrase: string): Promise<Uint8Array> {
  const { key, certificate }: Issuer = authority;
  const friendlyName = `Groundwork authority ${keyId(key)}`;
  return printPkcs12({ key, certificates: [certificate], friendlyName }, passphrase);
}
