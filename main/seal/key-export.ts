import { X509Certificate } from 'node:crypto';
import { printCertificates } from '#main/certificates/certificate-file.ts';
import { type GivenUpKey, givenUpBlock } from '#main/certificates/given-up.ts';
import { keyId } from '#main/certificates/key-fingerprint.ts';
import { readPkcs12 } from '#main/certificates/pkcs12-read.ts';
import { printPkcs12 } from '#main/certificates/pkcs12-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { chainOf } from './own-certificate.ts';
import { checkTogether, isWorkbookKey, madeAt, type WorkbookKeys } from './workbook-keys.ts';

/**
 * Certificates of the workbook up to the root, as PEM: what others need in order to trust its seals.
 * @param givenUp keys that are not to be trusted any more
 */
export function certificatePem(
  { certificate, authority, issuers }: Pick<WorkbookKeys, 'certificate' | 'authority' | 'issuers'>,
  givenUp: readonly GivenUpKey[] = [],
): string {
  return `${printCertificates([certificate, authority.certificate, ...issuers])}${givenUpBlock(givenUp)}`;
}

/** The certificate that others have to trust, DER: the root, or the workbook's own authority. */
export function trustedCertificate({ authority, issuers }: WorkbookKeys): Uint8Array {
  return issuers.at(-1) ?? authority.certificate;
}

/** The workbook's keys with their certificates, encrypted under a passphrase. @throws {FailureError} see `printPkcs12`. */
export function keysPkcs12(keys: WorkbookKeys, passphrase: string): Promise<Uint8Array> {
  const { signingKey, certificate, authority, issuers } = keys;
  const id = keyId(signingKey);
  const pairs = [
    { key: signingKey, certificate, friendlyName: `Groundwork workbook ${id}` },
    { ...authority, friendlyName: `Groundwork authority of workbook ${id}` },
  ];
  return printPkcs12({ pairs, issuers }, passphrase);
}

/**
 * The keys from a file that `keysPkcs12` wrote.
 * @throws {FailureError} `invalid` or `unsupported` with what to do, when it holds no keys of a workbook.
 */
export async function readKeysPkcs12(bytes: Uint8Array, passphrase: string): Promise<Omit<WorkbookKeys, 'replaced'>> {
  const { keys, certificates } = await readPkcs12(bytes, passphrase);
  // Keys of another kind would be taken for damaged ones when they are read again.
  const pairs = keys.filter(isWorkbookKey).flatMap((key) => {
    const certificate = certificates.map((der) => new X509Certificate(der)).find((each) => each.checkPrivateKey(key));
    return certificate ? [{ key, certificate }] : [];
  });
  const authority = pairs.find(({ certificate }) => certificate.ca);
  const own = pairs.find(({ certificate }) => authority && certificate.checkIssued(authority.certificate));
  if (!authority || !own || own === authority) throw notKeys();
  const found = {
    signingKey: own.key,
    certificate: own.certificate.raw,
    authority: { key: authority.key, certificate: authority.certificate.raw },
    issuers: chainOf(authority.certificate, certificates),
    createdAt: madeAt(own.certificate),
  };
  try {
    checkTogether(found);
  } catch (cause) {
    throw notKeys(cause);
  }
  return found;
}

function notKeys(cause?: unknown): FailureError {
  const message = 'This file does not hold the keys of a workbook. Choose one that Groundwork exported.';
  return new FailureError('invalid', message, { cause });
}
