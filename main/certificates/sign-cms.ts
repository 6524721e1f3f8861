import { createHash, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { FailureError } from '#main/files/failure.ts';
import { withLowS } from './low-s.ts';
import { OID } from './oid.ts';
import { parsedCertificate } from './parsed-certificate.ts';
import type { Signer } from './signer.ts';

const signAsync = promisify(sign);

/**
 * A detached CMS signature (RFC 5652) as PAdES wants it (ETSI EN 319 142-1): signed attributes
 * contentType, messageDigest and signingCertificateV2, and no signing time, which stands in the PDF.
 * @param sha256 digest of the signed content
 * @returns the DER of a ContentInfo
 * @throws {FailureError} `unsupported` when the certificate or its key cannot be used.
 */
export async function detachedSignature(sha256: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const certificate = new X509Certificate(signer.certificate);
  if (!certificate.checkPrivateKey(signer.key)) {
    throw new FailureError('unsupported', 'The certificate was issued for another key. Choose the file with both.');
  }
  const attributes = signedAttributes(sha256, signer.certificate);
  const value = withLowS(await signAsync('sha256', derSet(attributes), signer.key), signer.key);
  const chain = signer.chain.map((der) => new X509Certificate(der));
  const der = Buffer.from(assembledCms(certificate, chain, attributes, value));
  // A certificate that is not strict DER would come out re-encoded, and its own signature would be void.
  if (![signer.certificate, ...signer.chain].every((part) => der.includes(Buffer.from(part)))) {
    throw new FailureError(
      'unsupported',
      'The certificate is encoded in an unusual way. Ask its issuer for a new one.',
    );
  }
  return der;
}

/**
 * The one form in which Groundwork writes a signature: everything around its value.
 * @param chain certificates of the issuers, in the order in which they travel
 * @returns the DER of a ContentInfo
 */
export function assembledCms(
  { raw, publicKey }: X509Certificate,
  chain: readonly X509Certificate[],
  attributes: readonly Attribute[],
  value: Uint8Array,
): Uint8Array {
  const certificate = parsedCertificate(raw);
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate, ...chain.map((issuer) => parsedCertificate(issuer.raw))],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        digestAlgorithm: digestAlgorithm(),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: sorted(attributes) }),
        signatureAlgorithm: signatureAlgorithm(publicKey),
        signature: new asn1js.OctetString({ valueHex: value }),
      }),
    ],
  });
  const content = new ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}

/** What a seal states under its signature, in the order of the encoding, as DER orders a set. */
export function signedAttributes(sha256: Uint8Array, certificate: Uint8Array): readonly Attribute[] {
  const certificateDigest = createHash('sha256').update(certificate).digest();
  const attributes = [
    new Attribute({ type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [new asn1js.OctetString({ valueHex: sha256 })] }),
    new Attribute({ type: OID.signingCertificateV2, values: [signingCertificate(certificateDigest)] }),
  ];
  return sorted(attributes);
}

function sorted(attributes: readonly Attribute[]): Attribute[] {
  return attributes.toSorted((left, right) => Buffer.compare(der(left), der(right)));
}

/** SigningCertificateV2 of RFC 5035; SHA-256 is its default and therefore not named. */
function signingCertificate(digest: Uint8Array): asn1js.Sequence {
  const certificateId = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: digest })] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [certificateId] })] });
}

/** What is signed is the attributes as a SET, not under the tag that they have in the message. */
function derSet(attributes: readonly Attribute[]): Uint8Array {
  return new Uint8Array(new asn1js.Set({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER());
}

function der(attribute: Attribute): Uint8Array {
  return new Uint8Array(attribute.toSchema().toBER());
}

function digestAlgorithm(): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: OID.sha256 });
}

/** The algorithm with which Node signs SHA-256 by such a key. */
export function signatureAlgorithm(key: KeyObject): AlgorithmIdentifier {
  switch (key.asymmetricKeyType) {
    case 'ec':
      return new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
    case 'rsa':
      return new AlgorithmIdentifier({ algorithmId: OID.sha256WithRsa, algorithmParams: new asn1js.Null() });
    default:
      throw new FailureError('unsupported', 'Only P-256 and RSA keys can sign a record.');
  }
}
