import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import type { Certificate } from 'pkijs';
import { RSA_MINIMUM } from './cms-signature.ts';
import { statedUse } from './extensions-of.ts';
import { breaksNameConstraints } from './name-constraints.ts';
import { OID } from './oid.ts';
import { parsedCertificate } from './parsed-certificate.ts';

/** Why a certificate may not sign a record; `kind` for those who say it otherwise, `text` for everybody else. */
export interface CertificateProblem {
  readonly kind: 'authority' | 'usage' | 'key' | 'curve' | 'digest' | 'critical' | 'not-yet' | 'expired' | 'chain';
  /** The end of a sentence that begins with “The certificate”. */
  readonly text: string;
}

/** Digital signature and content commitment (RFC 5280, 4.2.1.3). */
const SIGNING = 0b1100_0000;
const CERTIFICATE_SIGNING = 0b0000_0100;
const CURVES: readonly (string | undefined)[] = ['prime256v1', 'secp384r1'];
/** To prove who a server is, to sign code, to stamp times, to answer for revocations. */
const MACHINE_PURPOSES: readonly string[] = [1, 3, 8, 9].map((last) => `1.3.6.1.5.5.7.3.${last}`);
/** SHA-256 and longer, with ECDSA, RSA (also PSS, whose digest stands in its parameters) and EdDSA. */
const SOUND_ALGORITHMS: ReadonlySet<string> = new Set([
  ...[2, 3, 4].map((last) => `1.2.840.10045.4.3.${last}`),
  ...[10, 11, 12, 13].map((last) => `1.2.840.113549.1.1.${last}`),
  '1.3.101.112',
]);

/**
 * What is wrong with a certificate that signs, by the rules of RFC 5280 as far as they can be applied without a
 * network: the same when sealing and when checking.
 * @param chain certificates of the issuers, nearest first
 * @param at the moment of the signature; null when it is not known
 */
export function certificateProblem(
  der: Uint8Array,
  chain: readonly Uint8Array[],
  at: Date | null,
): CertificateProblem | null {
  const parsed = parsedCertificate(der);
  return (
    personProblem(parsed) ??
    keyProblem(parsed, new X509Certificate(der)) ??
    (at && validityProblem(new X509Certificate(der), at)) ??
    signatureProblem(parsed, chain.length > 0) ??
    chainProblem(parsed, chain, at)
  );
}

/** A certificate of an authority, a server or a program signs for nobody. */
function personProblem(parsed: Certificate): CertificateProblem | null {
  const { isAuthority, keyUsage, purposes, unknown } = statedUse(parsed);
  if (isAuthority) return { kind: 'authority', text: 'is that of an authority, which signs for nobody.' };
  if (keyUsage !== null && (keyUsage & SIGNING) === 0) return { kind: 'usage', text: 'is not for signatures.' };
  if (purposes?.every((purpose) => MACHINE_PURPOSES.includes(purpose))) {
    return { kind: 'usage', text: 'is that of a server or a program, not of a person.' };
  }
  return criticalProblem(unknown);
}

function criticalProblem(unknown: readonly string[]): CertificateProblem | null {
  return unknown.length === 0
    ? null
    : { kind: 'critical', text: `has conditions that are not known here (${unknown.join(', ')}).` };
}

function keyProblem({ subjectPublicKeyInfo }: Certificate, { publicKey }: X509Certificate): CertificateProblem | null {
  const { algorithmId, algorithmParams } = subjectPublicKeyInfo.algorithm;
  // A certificate names its curve (RFC 5480 2.1.1). One that spells it out, most viewers cannot check.
  if (algorithmId === OID.ecPublicKey && !(algorithmParams instanceof asn1js.ObjectIdentifier)) {
    return { kind: 'curve', text: 'spells out its curve instead of naming it.' };
  }
  const { namedCurve, modulusLength = 0, publicExponent = 0n } = publicKey.asymmetricKeyDetails ?? {};
  const fits =
    publicKey.asymmetricKeyType === 'ec'
      ? CURVES.includes(namedCurve)
      : publicKey.asymmetricKeyType === 'rsa' && modulusLength >= RSA_MINIMUM && publicExponent > 2n;
  return fits
    ? null
    : { kind: 'key', text: 'has a key of another kind than P-256, P-384 or RSA of 2048 bits and more.' };
}

function validityProblem({ validFrom, validTo }: X509Certificate, at: Date): CertificateProblem | null {
  const [from, to] = [new Date(validFrom), new Date(validTo)];
  if (at < from) return { kind: 'not-yet', text: `was not valid before ${day(from)}.` };
  return at > to ? { kind: 'expired', text: `was not valid after ${day(to)}.` } : null;
}

function day(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? 'a time that cannot be read' : instant.toISOString().slice(0, 10);
}

/** What an issuer vouches for with a digest that can be forged, it does not vouch for. */
function signatureProblem({ signatureAlgorithm }: Certificate, hasIssuer: boolean): CertificateProblem | null {
  return !hasIssuer || SOUND_ALGORITHMS.has(signatureAlgorithm.algorithmId)
    ? null
    : { kind: 'digest', text: 'was issued with a digest that can be forged.' };
}

interface Above {
  readonly parsed: Certificate;
  readonly read: X509Certificate;
  /** Everything that it vouches for. */
  readonly below: readonly Certificate[];
  readonly isLast: boolean;
}

function chainProblem(leaf: Certificate, chain: readonly Uint8Array[], at: Date | null): CertificateProblem | null {
  const issuers = chain.map((der) => ({ parsed: parsedCertificate(der), read: new X509Certificate(der) }));
  for (const [index, issuer] of issuers.entries()) {
    const below = [leaf, ...issuers.slice(0, index).map(({ parsed }) => parsed)];
    const isLast = index === issuers.length - 1;
    const problem = issuerUseProblem({ ...issuer, below, isLast }) ?? issuerProblem({ ...issuer, below, isLast }, at);
    if (problem) return problem;
  }
  return null;
}

/** Whether an issuer may issue, and what it issued here. */
function issuerUseProblem({ parsed, below }: Above): CertificateProblem | null {
  const { isAuthority, pathLength, keyUsage, nameConstraints, unknown } = statedUse(parsed);
  if (!isAuthority || (keyUsage !== null && (keyUsage & CERTIFICATE_SIGNING) === 0)) {
    return chainText('was issued by somebody who may not issue any.');
  }
  const between = below.slice(1).filter((issuer) => !isSelfIssued(issuer)).length;
  if (pathLength !== null && between > pathLength) return chainText('stands deeper below its issuer than it may.');
  if (nameConstraints && below.some((subject) => breaksNameConstraints(subject, nameConstraints))) {
    return chainText('has a name that its issuer may not vouch for.');
  }
  return criticalProblem(unknown);
}

function issuerProblem({ parsed, read, isLast }: Above, at: Date | null): CertificateProblem | null {
  // Nobody vouches for the last one, so its own signature says nothing.
  const problem = issuerKeyProblem(read) ?? signatureProblem(parsed, !isLast);
  if (problem) return problem;
  // Of an issuer only the end counts: what it issued may be dated to the time of the signature.
  return at && at > new Date(read.validTo) ? chainText('was issued by somebody whose own time was over.') : null;
}

function chainText(text: string): CertificateProblem {
  return { kind: 'chain', text };
}

function issuerKeyProblem({ publicKey }: X509Certificate): CertificateProblem | null {
  const { modulusLength, publicExponent = 3n, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  const isWeak =
    modulusLength === undefined
      ? namedCurve !== undefined && WEAK_CURVE.test(namedCurve)
      : modulusLength < RSA_MINIMUM || publicExponent <= 2n;
  return isWeak ? { kind: 'key', text: 'was issued with a key that is too weak.' } : null;
}

/** Curves of fewer than 256 bits, by OpenSSL’s names. */
const WEAK_CURVE = /(^|\D)(1\d\d|2[0-4]\d|25[0-5])(\D|$)/;

function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return issuer.isEqual(subject);
}
