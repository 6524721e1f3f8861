import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralSubtree,
  NameConstraints,
  Time,
} from 'pkijs';
import { publicKeyInfo } from '#main/certificates/certificate.ts';
import { distinguishedName } from '#main/certificates/distinguished-name.ts';
import { OID } from '#main/certificates/oid.ts';
import { SINCE } from './attack-base.ts';

interface Odd {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly issuer?: { readonly certificate: Uint8Array; readonly key: KeyObject };
  /** Signs by itself when there is no issuer. */
  readonly key?: KeyObject;
  readonly digest?: 'sha1' | 'sha256';
  readonly from?: Date;
  readonly to?: Date;
  readonly extensions?: readonly Extension[];
}

/** Numbers of the algorithm of ECDSA with a digest. */
const ECDSA = { sha1: '1.2.840.10045.4.1', sha256: OID.ecdsaWithSha256 } as const;

/** A certificate with whatever extensions and dates: what a careless or hostile issuer can write. */
export function oddCertificate(odd: Odd): Uint8Array {
  const {
    subject,
    publicKey,
    issuer,
    key,
    digest = 'sha256',
    from = SINCE,
    to = new Date('2049-01-01T00:00:00Z'),
  } = odd;
  const algorithm = new AlgorithmIdentifier({ algorithmId: ECDSA[digest] });
  const name = distinguishedName({ commonName: subject, organization: 'Example' });
  const certificate = new Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ value: 4711 }),
    signature: algorithm,
    issuer: issuer ? Certificate.fromBER(Buffer.from(issuer.certificate)).subject : name,
    notBefore: new Time({ type: 0, value: from }),
    notAfter: new Time({ type: 0, value: to }),
    subject: name,
    subjectPublicKeyInfo: publicKeyInfo(publicKey),
    extensions: [...(odd.extensions ?? [])],
    signatureAlgorithm: algorithm,
  });
  const signer = issuer?.key ?? key;
  if (!signer) throw new Error('Nobody signs the certificate');
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.signatureValue = new asn1js.BitString({ valueHex: sign(digest, certificate.tbsView, signer) });
  return new Uint8Array(certificate.toSchema().toBER());
}

/** Extensions by what they say. */
export const SAYS = {
  person: () => basic(false),
  authority: (depth?: number) => basic(true, depth),
  usage: (bits: number, unused = 0) =>
    new Extension({
      extnID: OID.keyUsage,
      critical: true,
      extnValue: new asn1js.BitString({ valueHex: Uint8Array.of(bits), unusedBits: unused }).toBER(),
    }),
  purposes: (...purposes: readonly string[]) =>
    new Extension({
      extnID: OID.extendedKeyUsage,
      extnValue: new ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema().toBER(),
    }),
  unknown: () => new Extension({ extnID: '1.2.3.4.5', critical: true, extnValue: new asn1js.Null().toBER() }),
  onlyNames: (organization: string) =>
    new Extension({
      extnID: OID.nameConstraints,
      critical: true,
      extnValue: new NameConstraints({
        permittedSubtrees: [
          new GeneralSubtree({
            base: new GeneralName({ type: 4, value: distinguishedName({ commonName: organization, organization }) }),
          }),
        ],
      })
        .toSchema()
        .toBER(),
    }),
} as const;

function basic(cA: boolean, pathLenConstraint?: number): Extension {
  const value = new BasicConstraints({ cA, ...(pathLenConstraint === undefined ? {} : { pathLenConstraint }) });
  return new Extension({ extnID: OID.basicConstraints, critical: true, extnValue: value.toSchema().toBER() });
}

export function publicOf(key: KeyObject): KeyObject {
  return createPublicKey(key);
}
