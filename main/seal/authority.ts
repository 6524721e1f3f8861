import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { BasicConstraints, Certificate, CertificationRequest } from 'pkijs';
import { authorityCertificate, type Issuer, rootCertificate } from '#main/certificates/certificate.ts';
import { printCertificates } from '#main/certificates/certificate-file.ts';
import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { OID } from '#main/certificates/oid.ts';
import { printPkcs12 } from '#main/certificates/pkcs12-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { checkValidity, readPair } from './own-certificate.ts';
import { isWorkbookKey, newKey, validSince, workbookAuthority } from './workbook-keys.ts';

/** An authority for an organisation: whoever trusts it trusts the workbooks whose certificates it issued. */
export function newAuthority(name: string, now: Date): Issuer {
  const key = newKey();
  // One authority fits below: that of a workbook.
  return {
    key,
    certificate: rootCertificate({ commonName: name, organization: name }, key, validSince(now), { depth: 1 }),
  };
}

/** An authority's key and certificate, encrypted under a passphrase. @throws {FailureError} see `printPkcs12`. */
export function authorityPkcs12({ key, certificate }: Issuer, passphrase: string): Promise<Uint8Array> {
  return printPkcs12({ pairs: [{ key, certificate, friendlyName: 'Groundwork authority' }], issuers: [] }, passphrase);
}

/**
 * An authority from the file that `authorityPkcs12` wrote.
 * @throws {FailureError} `invalid` or `unsupported` with what to do, when it cannot issue certificates at `now`.
 */
export async function readAuthority(bytes: Uint8Array, passphrase: string, now: Date): Promise<Issuer> {
  const { pair } = await readPair(bytes, passphrase);
  const certificate = new X509Certificate(pair.certificate);
  const isFit = certificate.ca && isWorkbookKey(pair.key) && certificate.verify(certificate.publicKey);
  if (!isFit || !mayIssueAuthorities(pair.certificate, 0)) {
    throw new FailureError('invalid', 'This file does not hold an authority. Choose one that Groundwork made.');
  }
  checkValidity(certificate, now);
  return pair;
}

/** Whether an authority may stand above others. @param between how many are between it and the lowest one. */
export function mayIssueAuthorities(der: Uint8Array, between: number): boolean {
  const found = Certificate.fromBER(der).extensions?.find(({ extnID }) => extnID === OID.basicConstraints)?.parsedValue;
  if (!(found instanceof BasicConstraints) || !found.cA) return false;
  return found.pathLenConstraint === undefined || Number(found.pathLenConstraint) > between;
}

/**
 * Issues the certificate that a workbook asks for. Whatever name the request states, the certificate names the
 * workbook by its key.
 * @param request PKCS#10, PEM or DER
 * @returns PEM: the certificate, then the authority's
 * @throws {FailureError} `invalid` when it is no request of a workbook.
 */
export function issueCertificate(
  request: Uint8Array,
  authority: Issuer,
  now: Date,
): { readonly pem: string; readonly keySha256: string } {
  const publicKey = requestedKey(request);
  const certificate = authorityCertificate(workbookAuthority(publicKey), publicKey, authority, validSince(now));
  return { pem: printCertificates([certificate, authority.certificate]), keySha256: keyFingerprint(publicKey) };
}

/** The key that a request is about, when its holder signed it. @throws {FailureError} `invalid` */
function requestedKey(bytes: Uint8Array): KeyObject {
  try {
    const text = Buffer.from(bytes).toString('latin1');
    const body = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\s]+)-----END/.exec(text)?.[1];
    const request = CertificationRequest.fromBER(body === undefined ? bytes : Buffer.from(body, 'base64'));
    const key = createPublicKey({
      key: Buffer.from(request.subjectPublicKeyInfo.toSchema().toBER()),
      format: 'der',
      type: 'spki',
    });
    const signature = request.signatureValue.valueBlock.valueHexView;
    if (!isWorkbookKey(key)) throw new Error('Not a key on P-256');
    if (!verify('sha256', request.tbsView, key, signature)) throw new Error('The signature is of another key');
    return key;
  } catch (error) {
    throw new FailureError('invalid', 'This is not a request of a workbook. Choose the file (.csr) that it wrote.', {
      cause: error,
    });
  }
}
