import { type KeyObject, X509Certificate } from 'node:crypto';
import { type CertificateProblem, certificateProblem } from '#main/certificates/certificate-rules.ts';
import { isIssuedBy } from '#main/certificates/issuer-chain.ts';
import { readPkcs12 } from '#main/certificates/pkcs12-read.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { isOfWorkbook } from '#main/certificates/workbook-mark.ts';
import { FailureError } from '#main/files/failure.ts';
import { sha256 } from '#main/files/hash.ts';
import { assertNever } from '#shared/base/assert-never.ts';

const CHAIN_LIMIT = 5;

/**
 * An approver's own certificate and key from a PKCS#12 file. Neither they nor the passphrase are kept.
 * @param at the moment of the signature; where there is one already, it may depend on the certificate's SHA-256
 * @throws {FailureError} `invalid` or `unsupported` with what to do, when it cannot sign at that moment.
 */
export async function readOwnCertificate(
  bytes: Uint8Array,
  passphrase: string,
  at: Date | ((certificateSha256: string) => Date),
): Promise<Signer> {
  const { pair, others } = await readPair(bytes, passphrase);
  const certificate = new X509Certificate(pair.certificate);
  const chain = chainOf(certificate, others);
  if ([pair.certificate, ...chain].some(isOfWorkbook)) {
    throw new FailureError('invalid', 'This certificate belongs to a workbook, not to a person. Choose your own.');
  }
  const problem = certificateProblem(pair.certificate, chain, at instanceof Date ? at : at(sha256(pair.certificate)));
  if (problem) throw unfit(problem, certificate);
  return { kind: 'own-certificate', ...pair, chain };
}

interface Pair {
  readonly pair: { readonly certificate: Uint8Array; readonly key: KeyObject };
  readonly others: readonly Uint8Array[];
}

/** The key of a PKCS#12 file with its certificate, and the other certificates. @throws {FailureError} see `readPkcs12`. */
export async function readPair(bytes: Uint8Array, passphrase: string): Promise<Pair> {
  const { keys, certificates } = await readPkcs12(bytes, passphrase);
  for (const key of keys) {
    const certificate = certificates.find((der) => new X509Certificate(der).checkPrivateKey(key));
    if (certificate) return { pair: { certificate, key }, others: certificates.filter((der) => der !== certificate) };
  }
  throw new FailureError('invalid', 'The file has no certificate with its private key. Export both together.');
}

/** What to do about a certificate that may not sign. */
function unfit({ kind, text }: CertificateProblem, { validFrom, validTo }: X509Certificate): FailureError {
  switch (kind) {
    case 'key':
      return new FailureError(
        'unsupported',
        'Only keys on P-256 or P-384, or RSA keys of 2048 bits or more, can sign a record. Ask for such a certificate.',
      );
    case 'curve':
      return new FailureError(
        'unsupported',
        'This certificate spells out its curve instead of naming it, so most viewers could not check the seal. Ask for one on P-256 by name.',
      );
    case 'not-yet':
      return new FailureError('invalid', `The certificate is not valid before ${day(new Date(validFrom))}.`);
    case 'expired':
      return new FailureError('invalid', `The certificate expired on ${day(new Date(validTo))}. Ask for a new one.`);
    case 'authority':
      return new FailureError(
        'invalid',
        'This certificate is that of an authority, which signs for nobody. Choose one that was issued to you; one that you made yourself needs CA:FALSE.',
      );
    case 'usage':
      return new FailureError('invalid', 'This certificate is not for signatures. Choose one that allows them.');
    case 'digest':
    case 'critical':
    case 'chain':
      return new FailureError('invalid', `The certificate ${text} Ask its issuer for another one.`);
    default:
      return assertNever(kind);
  }
}

/** @throws {FailureError} `invalid` when the certificate is not valid at `now`. */
export function checkValidity(certificate: X509Certificate, now: Date): void {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (now < from) throw new FailureError('invalid', `The certificate is not valid before ${day(from)}.`);
  if (now > to) throw new FailureError('invalid', `The certificate expired on ${day(to)}. Ask for a new one.`);
}

function day(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The issuers of a certificate among others, nearest first. */
export function chainOf(certificate: X509Certificate, others: readonly Uint8Array[]): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  let current = certificate;
  while (chain.length < CHAIN_LIMIT && !current.checkIssued(current)) {
    const issuer = others.find((der) => isIssuedBy(current, new X509Certificate(der)));
    if (!issuer || chain.includes(issuer)) break;
    chain.push(issuer);
    current = new X509Certificate(issuer);
  }
  return chain;
}
