import { createHash, verify as verifySignature, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type AlgorithmIdentifier, type Attribute, Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import { sameBytes } from '#main/files/same-bytes.ts';
import { OID } from './oid.ts';

const DIGESTS: ReadonlyMap<string, string> = new Map([
  [OID.sha256, 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** Signature algorithms that are checked; the digest is null where it is that of the message. */
const SIGNATURES: ReadonlyMap<string, { readonly key: 'ec' | 'rsa'; readonly digest: string | null }> = new Map([
  [OID.ecdsaWithSha256, { key: 'ec', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { key: 'ec', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { key: 'ec', digest: 'sha512' }],
  ['1.2.840.113549.1.1.1', { key: 'rsa', digest: null }],
  [OID.sha256WithRsa, { key: 'rsa', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { key: 'rsa', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { key: 'rsa', digest: 'sha512' }],
]);

/** Shortest RSA key that still proves something, in bits. */
const RSA_MINIMUM = 2048;
const CERTIFICATE_LIMIT = 16;

/**
 * What a CMS signature turned out to be. `broken`: it does not fit the content, or was changed itself.
 * `unchecked`: of a kind that is not checked here, so nothing is known about it.
 */
export type CmsResult =
  | {
      readonly state: 'valid';
      readonly certificate: X509Certificate;
      /** Issuers that came along, nearest first; without a root at the end, nothing vouches for the last one. */
      readonly chain: readonly X509Certificate[];
      readonly hasRoot: boolean;
    }
  | { readonly state: 'broken' | 'unchecked'; readonly certificate: X509Certificate | null };

class Unchecked extends Error {}
class Broken extends Error {}

/**
 * Checks a detached CMS signature (RFC 5652) over content given in parts, and that all of it is
 * as it was made: bytes that no signature protects have to be the only ones they can be.
 * @param subFilter what the PDF says the signature is; PAdES has to name its certificate.
 * @param isSeal whether Groundwork made it, which writes the one canonical form. Other programs do not all.
 */
export function checkCms(
  der: Uint8Array,
  content: readonly Uint8Array[],
  { subFilter, isSeal }: { readonly subFilter: string; readonly isSeal: boolean },
): CmsResult {
  let certificate: X509Certificate | null = null;
  try {
    const signed = readSignedData(der, isSeal);
    const [signer, ...more] = signed.signerInfos;
    if (!signer || more.length > 0) throw new Unchecked('There is not exactly one signer.');
    const certificates = certificatesOf(signed);
    const own = certificates.find((candidate) => isSigner(signer, candidate));
    if (!own) throw new Broken('The certificate of the signer is missing.');
    certificate = new X509Certificate(own.der);
    checkForm(signed, signer);
    checkAttributes(signer, own.der, content, subFilter === 'ETSI.CAdES.detached');
    checkSignature(signer, certificate);
    const others = certificates.filter((other) => other !== own).map((other) => new X509Certificate(other.der));
    return { state: 'valid', certificate, ...chainOf(certificate, others) };
  } catch (error) {
    return { state: error instanceof Unchecked ? 'unchecked' : 'broken', certificate };
  }
}

interface EncodedCertificate {
  readonly parsed: Certificate;
  readonly der: Uint8Array;
}

function readSignedData(der: Uint8Array, isSeal: boolean): SignedData {
  const { result, offset } = asn1js.fromBER(der);
  if (offset !== der.length) throw new Broken('The signature is not one whole.');
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== OID.signedData) throw new Unchecked('The signature is of another kind.');
  const signed = new SignedData({ schema: info.content });
  // What a reader tolerates (odd lengths, other tags) would leave room to change bytes unnoticed.
  const again = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }).toSchema().toBER();
  if (!sameBytes(new Uint8Array(again), der)) {
    throw new (isSeal ? Broken : Unchecked)('The signature is not in its one canonical form.');
  }
  return signed;
}

function certificatesOf(signed: SignedData): readonly EncodedCertificate[] {
  const items = signed.certificates ?? [];
  if (items.length > CERTIFICATE_LIMIT) throw new Unchecked('There are too many certificates.');
  return items.map((parsed) => {
    if (!(parsed instanceof Certificate)) throw new Unchecked('There is a certificate of another kind.');
    return { parsed, der: new Uint8Array(parsed.toSchema().toBER()) };
  });
}

function isSigner({ sid }: SignerInfo, { parsed }: EncodedCertificate): boolean {
  const value: unknown = sid;
  if (typeof value !== 'object' || value === null || !('issuer' in value) || !('serialNumber' in value)) {
    throw new Unchecked('The signer is not named by a certificate.');
  }
  const { issuer, serialNumber } = sid;
  // Byte by byte: names compared as names would let letters change their case.
  const encoded = (value: { toSchema(): asn1js.BaseBlock }) => new Uint8Array(value.toSchema().toBER());
  return sameBytes(encoded(parsed.issuer), encoded(issuer)) && parsed.serialNumber.isEqual(serialNumber);
}

/** The fields around the signature that nothing signs. */
function checkForm(signed: SignedData, signer: SignerInfo): void {
  const { encapContentInfo, digestAlgorithms, version } = signed;
  if (encapContentInfo.eContent) throw new Unchecked('The signature carries its content.');
  if (signed.crls || signer.unsignedAttrs) throw new Unchecked('The signature carries more than itself.');
  const [digest, ...others] = digestAlgorithms;
  if (encapContentInfo.eContentType !== OID.data || others.length > 0 || version !== 1 || signer.version !== 1) {
    throw new Broken('The signature does not say what it should.');
  }
  if (!digest || digest.algorithmId !== signer.digestAlgorithm.algorithmId) {
    throw new Broken('The signature names two digests.');
  }
  for (const algorithm of [digest, signer.digestAlgorithm, signer.signatureAlgorithm]) plainParameters(algorithm);
}

/** Nothing, or the NULL that older writers put there. */
function plainParameters({ algorithmParams }: AlgorithmIdentifier): void {
  if (algorithmParams !== undefined && !(algorithmParams instanceof asn1js.Null)) {
    throw new Unchecked('An algorithm has parameters.');
  }
}

function checkAttributes(
  signer: SignerInfo,
  certificate: Uint8Array,
  content: readonly Uint8Array[],
  mustName: boolean,
): void {
  const attributes = signer.signedAttrs?.attributes ?? [];
  const digestName = digestOf(signer.digestAlgorithm);
  const hash = createHash(digestName);
  for (const part of content) hash.update(part);
  const stated = single(attributes, OID.messageDigest);
  if (!(stated instanceof asn1js.OctetString) || !sameBytes(stated.valueBlock.valueHexView, hash.digest())) {
    throw new Broken('The content is not what was signed.');
  }
  const type = single(attributes, OID.contentType);
  if (!(type instanceof asn1js.ObjectIdentifier) || type.valueBlock.toString() !== OID.data) {
    throw new Broken('The signature is for content of another kind.');
  }
  // Without it, the certificate could be swapped for another one of the same key.
  const names = attributes.filter((attribute) => attribute.type === OID.signingCertificateV2);
  if (names.length === 0) {
    if (mustName) throw new Broken('The signature does not name its certificate.');
    return;
  }
  if (!sameBytes(namedCertificate(single(attributes, OID.signingCertificateV2)), hashOf(certificate))) {
    throw new Broken('The certificate is not the one that was signed with.');
  }
}

function single(attributes: readonly Attribute[], type: string): unknown {
  const [attribute, ...more] = attributes.filter((candidate) => candidate.type === type);
  const [value, ...others] = attribute?.values ?? [];
  if (value === undefined || more.length > 0 || others.length > 0) throw new Broken('A signed attribute is missing.');
  return value;
}

/** SHA-256 of the certificate as SigningCertificateV2 (RFC 5035) names it; other digests are not checked here. */
function namedCertificate(value: unknown): Uint8Array {
  const first = (block: unknown): unknown => (block instanceof asn1js.Sequence ? block.valueBlock.value[0] : undefined);
  const hash = first(first(first(value)));
  if (hash instanceof asn1js.Sequence) throw new Unchecked('The certificate is named by another digest.');
  if (!(hash instanceof asn1js.OctetString)) throw new Broken('The certificate is not named.');
  return hash.valueBlock.valueHexView;
}

function checkSignature(signer: SignerInfo, certificate: X509Certificate): void {
  const algorithm = SIGNATURES.get(signer.signatureAlgorithm.algorithmId);
  if (!algorithm) throw new Unchecked('The signature algorithm is not known here.');
  const digest = algorithm.digest ?? digestOf(signer.digestAlgorithm);
  const key = certificate.publicKey;
  if (key.asymmetricKeyType !== algorithm.key) throw new Broken('Key and algorithm do not fit.');
  const length = key.asymmetricKeyDetails?.modulusLength;
  if (length !== undefined && length < RSA_MINIMUM) throw new Unchecked('The key is too short to prove anything.');
  // What is signed are the attributes as a SET, not under the tag they have in the message.
  const attributes = new Uint8Array(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (!verifySignature(digest, attributes, key, signer.signature.valueBlock.valueHexView)) {
    throw new Broken('The signature does not fit its key.');
  }
}

function digestOf({ algorithmId }: AlgorithmIdentifier): string {
  const digest = DIGESTS.get(algorithmId);
  if (digest === undefined) throw new Unchecked('The digest is not known here.');
  return digest;
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/**
 * The issuers of a certificate among those that came along, nearest first. Each one that came along has
 * to have its place there with a right signature; a certificate of no use could be changed unnoticed.
 */
function chainOf(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
): { readonly chain: readonly X509Certificate[]; readonly hasRoot: boolean } {
  const chain: X509Certificate[] = [];
  const left = new Set(others);
  let current = certificate;
  while (left.size > 0) {
    const issuer = [...left].find((candidate) => current.checkIssued(candidate));
    if (!issuer) throw new Broken('A certificate belongs to nobody.');
    if (!issuer.ca || !current.verify(issuer.publicKey)) throw new Broken('A certificate was not issued as it says.');
    chain.push(issuer);
    left.delete(issuer);
    current = issuer;
  }
  return { chain, hasRoot: current.checkIssued(current) && current.verify(current.publicKey) };
}
