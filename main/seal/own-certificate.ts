import { type KeyObject, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate, ExtKeyUsage } from 'pkijs';
import { OID } from '#main/certificates/oid.ts';
import { readPkcs12 } from '#main/certificates/pkcs12-read.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { isWitnessName } from '#main/certificates/witness-name.ts';
import { FailureError } from '#main/files/failure.ts';

const CHAIN_LIMIT = 5;
const CURVES: readonly (string | undefined)[] = ['prime256v1', 'secp384r1'];
/** Shortest RSA key that signs a document today, in bits. */
const RSA_MINIMUM = 2048;

/**
 * An approver's own certificate and key from a PKCS#12 file. Neither they nor the passphrase are kept.
 * @throws {FailureError} `invalid` or `unsupported` with what to do, when it cannot sign at `now`.
 */
export async function readOwnCertificate(bytes: Uint8Array, passphrase: string, now: Date): Promise<Signer> {
  const { pair, others } = await readPair(bytes, passphrase);
  const certificate = new X509Certificate(pair.certificate);
  if (isWitnessName(commonName(pair.certificate))) {
    throw new FailureError('invalid', 'This certificate belongs to a workbook, not to a person. Choose your own.');
  }
  checkKey(pair.key);
  checkCurve(pair.certificate);
  checkValidity(certificate, now);
  checkUsage(pair.certificate);
  return { kind: 'own-certificate', ...pair, chain: chainOf(certificate, others) };
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

function checkKey(key: KeyObject): void {
  const details = key.asymmetricKeyDetails;
  const fits =
    (key.asymmetricKeyType === 'ec' && CURVES.includes(details?.namedCurve)) ||
    (key.asymmetricKeyType === 'rsa' && (details?.modulusLength ?? 0) >= RSA_MINIMUM);
  if (!fits) {
    throw new FailureError(
      'unsupported',
      'Only keys on P-256 or P-384, or RSA keys of 2048 bits or more, can sign a record. Ask for such a certificate.',
    );
  }
}

/**
 * Refuses a certificate that spells out its curve instead of naming it (RFC 5480 2.1.1): viewers cannot check its seals.
 * @throws {FailureError} `unsupported`
 */
function checkCurve(der: Uint8Array): void {
  const { algorithmId, algorithmParams } = Certificate.fromBER(der).subjectPublicKeyInfo.algorithm;
  if (algorithmId !== OID.ecPublicKey || algorithmParams instanceof asn1js.ObjectIdentifier) return;
  throw new FailureError(
    'unsupported',
    'This certificate spells out its curve instead of naming it, so most viewers could not check the seal. Ask for one on P-256 by name.',
  );
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

/**
 * What a certificate says it is for, if it does: one of the first two bits of its key usage allows signatures
 * (RFC 5280 4.2.1.3), and its purposes are not all of machines (4.2.1.12).
 */
function checkUsage(der: Uint8Array): void {
  const { extensions = [] } = Certificate.fromBER(der);
  const stated = (id: string): unknown => extensions.find(({ extnID }) => extnID === id)?.parsedValue;
  const usage = stated(OID.keyUsage);
  const signs = !(usage instanceof asn1js.BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & 0b1100_0000) !== 0;
  const purposes = stated(OID.extendedKeyUsage);
  const isOfMachine =
    purposes instanceof ExtKeyUsage && purposes.keyPurposes.every((purpose) => MACHINE_PURPOSES.includes(purpose));
  if (!signs || isOfMachine) {
    throw new FailureError('invalid', 'This certificate is not for signatures. Choose one that allows them.');
  }
}

/** To prove the identity of a server, to stamp times, to answer for revocations. */
const MACHINE_PURPOSES: readonly string[] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9'];

/** The issuers of a certificate among others, nearest first. */
export function chainOf(certificate: X509Certificate, others: readonly Uint8Array[]): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  let current = certificate;
  while (chain.length < CHAIN_LIMIT && !current.checkIssued(current)) {
    const issuer = others.find((der) => current.checkIssued(new X509Certificate(der)));
    if (!issuer || chain.includes(issuer)) break;
    chain.push(issuer);
    current = new X509Certificate(issuer);
  }
  return chain;
}

function commonName(der: Uint8Array): string {
  const { typesAndValues } = Certificate.fromBER(der).subject;
  const value = typesAndValues.find(({ type }) => type === OID.commonName)?.value.valueBlock.value;
  return typeof value === 'string' ? value : '';
}
