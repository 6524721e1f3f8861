import { createPublicKey, sign, type X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { publicKeyInfo } from '#main/certificates/certificate.ts';
import { parseCertificates } from '#main/certificates/certificate-file.ts';
import { certificateProblem } from '#main/certificates/certificate-rules.ts';
import { distinguishedName } from '#main/certificates/distinguished-name.ts';
import { detachedSignature, signatureAlgorithm } from '#main/certificates/sign-cms.ts';
import { FailureError } from '#main/files/failure.ts';
import { mayIssueAuthorities } from './authority.ts';
import { checkValidity } from './own-certificate.ts';
import {
  type IssuedCertificate,
  underIssuer,
  type WorkbookKeys,
  witnessSigner,
  workbookAuthority,
} from './workbook-keys.ts';

/** Most certificates above a workbook's. */
const CHAIN_LIMIT = 5;

/** Asks an authority to issue the certificate of the workbook's own one: a request (RFC 2986, PKCS#10) as PEM. */
export function printRequest({ authority: { key } }: WorkbookKeys): string {
  const asked = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 0 }),
      distinguishedName(workbookAuthority(key)).toSchema(),
      publicKeyInfo(createPublicKey(key)).toSchema(),
      // Attributes: none.
      new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [] }),
    ],
  });
  const request = new asn1js.Sequence({
    value: [
      asked,
      signatureAlgorithm(key).toSchema(),
      new asn1js.BitString({ valueHex: sign('sha256', Buffer.from(asked.toBER()), key) }),
    ],
  });
  const base64 = Buffer.from(request.toBER()).toString('base64');
  return `-----BEGIN CERTIFICATE REQUEST-----\n${base64.replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE REQUEST-----\n`;
}

/**
 * The keys under the certificate that was issued on their request, with those above it up to the root.
 * @param bytes certificates in any order, PEM or DER
 * @throws {FailureError} `invalid` or `unsupported` with what to do, when seals could not be made or checked with it.
 */
export async function withIssued(keys: WorkbookKeys, bytes: Uint8Array, now: Date): Promise<WorkbookKeys> {
  try {
    const adopted = underIssuer(keys, readIssued(keys, bytes, now));
    // Certificates encoded in an unusual way make no seal: better found out now than when people have signed.
    const signer = witnessSigner(adopted, '');
    await detachedSignature(new Uint8Array(32), signer);
    const problem = certificateProblem(signer.certificate, signer.chain, now);
    if (problem) throw invalid(`Seals under it would not hold: the certificate ${problem.text} Ask for another one.`);
    return adopted;
  } catch (cause) {
    if (cause instanceof FailureError) throw cause;
    // What makes seals is stricter about certificates than what reads them.
    const message = 'A certificate in this file is encoded in an unusual way. Ask the authority for a new one.';
    throw new FailureError('unsupported', message, { cause });
  }
}

function readIssued({ authority }: WorkbookKeys, bytes: Uint8Array, now: Date): IssuedCertificate {
  const certificates = parseCertificates(bytes);
  if (!certificates) throw invalid('This is not a certificate. Choose the file (.pem) that the authority issued.');
  const own = certificates.find((certificate) => certificate.checkPrivateKey(authority.key));
  if (!own)
    throw invalid(
      'This certificate was issued for another workbook, or for an earlier key of this one. Write a new request and let the authority issue on that.',
    );
  if (!own.ca)
    throw invalid('This certificate cannot stand above seals. The authority has to issue one for an authority (CA).');
  const issuers = chainAbove(own, certificates);
  if (issuers.length === 0)
    throw invalid(
      'The file lacks the certificate of the issuer. Put all certificates up to the root into one PEM file.',
    );
  issuers.forEach(({ raw }, between) => {
    if (!mayIssueAuthorities(raw, between))
      throw invalid('The issuer may not stand above a workbook’s authority. Use another one.');
  });
  const root = issuers.at(-1);
  // Other programs would not take it, so nobody could trust it.
  if (!root?.verify(root.publicKey)) throw invalid('The certificate of the root is damaged. Ask for the file again.');
  for (const certificate of [own, ...issuers]) checkValidity(certificate, now);
  return { certificate: own.raw, issuers: issuers.map(({ raw }) => raw) };
}

/** The certificates above one up to a root, nearest first; none when the root is not among them. */
function chainAbove(own: X509Certificate, certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let current = own;
  while (chain.length < CHAIN_LIMIT) {
    const issuer = certificates.find((each) => current.checkIssued(each) && current.verify(each.publicKey));
    // One that stands for itself at the very beginning was issued by nobody.
    if (!issuer || issuer === own) return [];
    chain.push(issuer);
    if (issuer.checkIssued(issuer)) return chain;
    current = issuer;
  }
  return [];
}

function invalid(message: string): FailureError {
  return new FailureError('invalid', message);
}
