import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  type GeneralNameParameters,
  GeneralSubtree,
  NameConstraints,
  PublicKeyInfo,
  type RelativeDistinguishedNames,
  Time,
} from 'pkijs';
import { distinguishedName, type Subject } from './distinguished-name.ts';
import { OID } from './oid.ts';
import { parsedCertificate } from './parsed-certificate.ts';
import { signatureAlgorithm } from './sign-cms.ts';
import { workbookMark } from './workbook-mark.ts';

/** RFC 5280 4.1.2.5: "no well-defined end". A record must be checkable for longer than any guess. */
const NO_END = new Date('9999-12-31T23:59:59Z');

/** The one who signs a certificate. */
export interface Issuer {
  readonly certificate: Uint8Array;
  readonly key: KeyObject;
}

/**
 * An authority that stands for itself: it may issue certificates of persons, never of web sites or mail addresses.
 * @param depth how many authorities may stand between it and a person: none below that of a workbook
 */
export function rootCertificate(
  subject: Subject,
  key: KeyObject,
  notBefore: Date,
  { depth = 0, isWorkbook = false }: { readonly depth?: number; readonly isWorkbook?: boolean } = {},
): Uint8Array {
  const keyInfo = publicKeyInfo(createPublicKey(key));
  const name = distinguishedName(subject);
  const extensions = [...authorityExtensions(keyInfo, depth), ...(isWorkbook ? [workbookMark()] : [])];
  return signed({ subject: name, issuer: name, keyInfo, notBefore, extensions }, key);
}

/** The authority of a workbook under another one, bound as that one is. */
export function authorityCertificate(
  subject: Subject,
  publicKey: KeyObject,
  issuer: Issuer,
  notBefore: Date,
): Uint8Array {
  const keyInfo = publicKeyInfo(publicKey);
  const above = parsedCertificate(issuer.certificate);
  const extensions = [...authorityExtensions(keyInfo, 0), authorityKeyIdentifier(above), workbookMark()];
  return signed(
    { subject: distinguishedName(subject), issuer: above.subject, keyInfo, notBefore, extensions },
    issuer.key,
  );
}

function authorityExtensions(keyInfo: PublicKeyInfo, pathLenConstraint: number): readonly Extension[] {
  return [
    new Extension({
      extnID: OID.basicConstraints,
      critical: true,
      extnValue: ber(new BasicConstraints({ cA: true, pathLenConstraint }).toSchema()),
    }),
    keyUsage(CERTIFICATE_AND_LIST_SIGNING),
    subjectKeyIdentifier(keyInfo),
    new Extension({ extnID: OID.nameConstraints, critical: true, extnValue: ber(noOnlineNames().toSchema()) }),
  ];
}

interface Signing {
  readonly notBefore: Date;
  readonly notAfter?: Date;
  /** Whether a workbook's key signs for somebody else. */
  readonly isWitness?: boolean;
}

/** The certificate of a signing key, issued by an authority. */
export function signingCertificate(
  subject: Subject,
  publicKey: KeyObject,
  issuer: Issuer,
  { notBefore, notAfter = NO_END, isWitness = false }: Signing,
): Uint8Array {
  const authority = parsedCertificate(issuer.certificate);
  const keyInfo = publicKeyInfo(publicKey);
  const extensions = [
    new Extension({
      extnID: OID.basicConstraints,
      critical: true,
      extnValue: ber(new BasicConstraints({ cA: false }).toSchema()),
    }),
    keyUsage(SIGNING),
    subjectKeyIdentifier(keyInfo),
    authorityKeyIdentifier(authority),
    ...(isWitness ? [noRevocation(), workbookMark()] : []),
  ];
  return signed(
    { subject: distinguishedName(subject), issuer: authority.subject, keyInfo, notBefore, notAfter, extensions },
    issuer.key,
  );
}

interface Contents {
  readonly subject: RelativeDistinguishedNames;
  readonly issuer: RelativeDistinguishedNames;
  readonly keyInfo: PublicKeyInfo;
  readonly notBefore: Date;
  readonly notAfter?: Date;
  readonly extensions: readonly Extension[];
}

function signed(
  { subject, issuer, keyInfo, notBefore, notAfter = NO_END, extensions }: Contents,
  key: KeyObject,
): Uint8Array {
  const algorithm = signatureAlgorithm(key);
  const certificate = new Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: serialNumber() }),
    signature: algorithm,
    issuer,
    notBefore: time(notBefore),
    notAfter: time(notAfter),
    subject,
    subjectPublicKeyInfo: keyInfo,
    extensions: [...extensions],
    signatureAlgorithm: algorithm,
  });
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.signatureValue = new asn1js.BitString({ valueHex: sign('sha256', certificate.tbsView, key) });
  return new Uint8Array(certificate.toSchema().toBER());
}

/** RFC 5280 4.1.2.5: two digits for the year up to 2049, four from then on. */
function time(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

/** RFC 9608: nobody says anywhere whether it was revoked, so nobody has to wait for an answer. */
function noRevocation(): Extension {
  return new Extension({ extnID: OID.noRevocation, extnValue: new asn1js.Null().toBER() });
}

/** 15 random bytes behind a fixed first one: positive, without leading zeros, not to be guessed. */
function serialNumber(): Uint8Array {
  return Buffer.concat([Buffer.of(0x47), randomBytes(15)]);
}

/** A public key as certificates and requests carry it. */
export function publicKeyInfo(key: KeyObject): PublicKeyInfo {
  return PublicKeyInfo.fromBER(key.export({ format: 'der', type: 'spki' }));
}

/** Key usage bits, first bit highest (RFC 5280 4.2.1.3), with the number of unused bits. */
const SIGNING = { bits: 0b1100_0000, unused: 6 };
const CERTIFICATE_AND_LIST_SIGNING = { bits: 0b0000_0110, unused: 1 };

function keyUsage({ bits, unused }: { readonly bits: number; readonly unused: number }): Extension {
  const value = new asn1js.BitString({ valueHex: Uint8Array.of(bits), unusedBits: unused });
  return new Extension({ extnID: OID.keyUsage, critical: true, extnValue: ber(value) });
}

/** Names the issuer's key as its own certificate does, which need not be one of ours. */
function authorityKeyIdentifier({ extensions, subjectPublicKeyInfo }: Certificate): Extension {
  const stated = extensions?.find(({ extnID }) => extnID === OID.subjectKeyIdentifier)?.parsedValue;
  const identifier = new AuthorityKeyIdentifier({
    keyIdentifier: stated instanceof asn1js.OctetString ? stated : keyIdentifier(subjectPublicKeyInfo),
  });
  return new Extension({ extnID: OID.authorityKeyIdentifier, extnValue: ber(identifier.toSchema()) });
}

function subjectKeyIdentifier(keyInfo: PublicKeyInfo): Extension {
  return new Extension({ extnID: OID.subjectKeyIdentifier, extnValue: ber(keyIdentifier(keyInfo)) });
}

/** RFC 7093 method 1: the first 20 bytes of the SHA-256 of the public key. */
function keyIdentifier(keyInfo: PublicKeyInfo): asn1js.OctetString {
  const digest = createHash('sha256').update(keyInfo.subjectPublicKey.valueBlock.valueHexView).digest();
  return new asn1js.OctetString({ valueHex: digest.subarray(0, 20) });
}

/** Somebody who trusts this authority for records must not thereby trust it for the web or for mail. */
function noOnlineNames(): NameConstraints {
  const addresses = (bytes: number) => new asn1js.OctetString({ valueHex: new Uint8Array(bytes) });
  const subtree = (name: GeneralNameParameters) => new GeneralSubtree({ base: new GeneralName(name) });
  return new NameConstraints({
    // Not every program takes an empty exclusion for all of mail. No address has this reserved domain (RFC 2606).
    permittedSubtrees: [subtree({ type: MAIL, value: 'groundwork.invalid' })],
    excludedSubtrees: [
      subtree({ type: DNS, value: '' }),
      subtree({ type: IP, value: addresses(8) }),
      subtree({ type: IP, value: addresses(32) }),
    ],
  });
}

/** Choices of GeneralName (RFC 5280 4.2.1.6). */
const MAIL = 1;
const DNS = 2;
const IP = 7;

function ber(value: asn1js.BaseBlock): ArrayBuffer {
  return value.toBER();
}
