import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, Attribute, Certificate, ContentInfo, SignedAndUnsignedAttributes } from 'pkijs';
import { OID } from '#main/certificates/oid.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { openPdf } from '#main/pdf/pdf-file.ts';
import { findSignatures } from '#main/verify/signatures.ts';
import { recordFor } from '../sealed-record.ts';
import {
  type Attack,
  type AttackBase,
  namesOf,
  newEcKey,
  newIssuer,
  PEOPLE,
  personSigner,
  reviewOf,
} from './attack-base.ts';
import { oddCertificate, publicOf, SAYS } from './certificates.ts';
import { type Change, named, otherValue, rebuilt, resigned } from './cms.ts';
import { forgedSeal } from './forged-seal.ts';

/** Signatures that are written, made or put together otherwise: without a key, and with one. */
export function weakCryptoAttacks(base: AttackBase): readonly Attack[] {
  return [...written(base), ...putTogether(base), ...signedAnew(base), ...weakKeys(base)];
}

/** The room of the last seal with other digits. */
function inRoom({ sealed }: AttackBase, change: (room: Buffer) => Buffer | string): Uint8Array {
  const last = findSignatures(openPdf(sealed)).at(-1);
  const { start, end } = last?.contents ?? { start: 0, end: 0 };
  const bytes = Buffer.from(sealed);
  const room = Buffer.from(bytes.toString('latin1', start + 1, end - 1), 'hex');
  const changed = change(room);
  const hex = typeof changed === 'string' ? changed : changed.toString('hex');
  bytes.write(hex.padEnd(end - start - 2, '0').slice(0, end - start - 2), start + 1, 'latin1');
  return bytes;
}

function derOf(room: Buffer): Buffer {
  return room.subarray(0, 4 + room.readUInt16BE(2));
}

const broken = { verdict: 'altered', codes: ['signature-broken'] } as const;

function written(base: AttackBase): readonly Attack[] {
  const kinds: Readonly<Record<string, (room: Buffer) => Buffer | string>> = {
    'upper-case digits': (room) => room.toString('hex').toUpperCase(),
    'one upper-case digit': (room) => room.toString('hex').replace(/[a-f]/, (digit) => digit.toUpperCase()),
    'a space among the zeros': (room) => `${room.toString('hex').slice(0, -1)} `,
    'a line end among the zeros': (room) => `${room.toString('hex').slice(0, -1)}\n`,
    'a one among the zeros': (room) => `${room.toString('hex').slice(0, -1)}1`,
    'a length in more bytes': (room) => Buffer.concat([Buffer.from('308300', 'hex'), derOf(room).subarray(2)]),
    'no length': (room) => Buffer.concat([Buffer.from('3080', 'hex'), derOf(room).subarray(4), Buffer.alloc(2)]),
    'a tag of another class': (room) => Buffer.concat([Buffer.from('70', 'hex'), derOf(room).subarray(1)]),
    'nothing at all': () => Buffer.alloc(0),
    'no CMS': () => Buffer.from('3003020101', 'hex'),
    'a CMS of another kind': () =>
      Buffer.from(
        new ContentInfo({ contentType: OID.data, content: new asn1js.OctetString({ valueHex: new Uint8Array(4) }) })
          .toSchema()
          .toBER(),
      ),
  };
  return Object.entries(kinds).map(
    ([name, change]): Attack => ({ name: `written with ${name}`, bytes: () => inRoom(base, change), ...broken }),
  );
}

function putTogether(base: AttackBase): readonly Attack[] {
  const stranger = newIssuer('A stranger');
  const withNull = (algorithm: AlgorithmIdentifier) =>
    new AlgorithmIdentifier({ algorithmId: algorithm.algorithmId, algorithmParams: new asn1js.Null() });
  const kinds: Readonly<Record<string, Change>> = {
    'a certificate more': (signed) => signed.certificates?.push(Certificate.fromBER(Buffer.from(stranger.certificate))),
    'an issuer twice': (signed) => signed.certificates?.push(Certificate.fromBER(Buffer.from(base.issuer.certificate))),
    'no issuer': (signed) => void signed.certificates?.splice(1, 1),
    'certificates in another order': (signed) => void signed.certificates?.reverse(),
    'no certificate': (signed) => void signed.certificates?.splice(0, 1),
    'parameters of the digest': (signed, signer) => {
      signer.digestAlgorithm = withNull(signer.digestAlgorithm);
      signed.digestAlgorithms = [withNull(signer.digestAlgorithm)];
    },
    'parameters of the list of digests': (signed, signer) => {
      signed.digestAlgorithms = [withNull(signer.digestAlgorithm)];
    },
    'parameters of the signature': (_, signer) => {
      signer.signatureAlgorithm = withNull(signer.signatureAlgorithm);
    },
    'a second digest in the list': (signed) => {
      signed.digestAlgorithms.push(new AlgorithmIdentifier({ algorithmId: OID.sha512 }));
    },
    'no digest in the list': (signed) => {
      signed.digestAlgorithms = [];
    },
    'another version of the signer': (_, signer) => {
      signer.version = 3;
    },
    'an attribute that is not signed': (_, signer) => {
      signer.unsignedAttrs = new SignedAndUnsignedAttributes({
        type: 1,
        attributes: [new Attribute({ type: '1.2.3', values: [new asn1js.Null()] })],
      });
    },
    'its content with it': (signed) => {
      signed.encapContentInfo.eContent = new asn1js.OctetString({ valueHex: new Uint8Array(4) });
    },
    'content of another kind': (signed) => {
      signed.encapContentInfo.eContentType = OID.signedData;
    },
    'two signers': (signed, signer) => {
      signed.signerInfos.push(signer);
    },
    'no signer': (signed) => {
      signed.signerInfos = [];
    },
    'the other value that fits': (_, signer) => {
      signer.signature = otherValue(signer.signature);
    },
    'a value of zeros': (_, signer) => {
      signer.signature = new asn1js.OctetString({ valueHex: Buffer.from('3006020100020100', 'hex') });
    },
    'a digest of another kind': (_, signer) => {
      signer.digestAlgorithm = new AlgorithmIdentifier({ algorithmId: OID.sha512 });
    },
    'an algorithm of another kind': (_, signer) => {
      signer.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.4' });
    },
    'a signer of another number': (_, signer) => {
      signer.sid.serialNumber = new asn1js.Integer({ value: 1 });
    },
    'other attributes': (_, signer) => {
      signer.signedAttrs?.attributes.pop();
    },
  };
  return Object.entries(kinds).map(
    ([name, change]): Attack => ({
      name: `put together with ${name}`,
      bytes: () => forgedSeal(base.once, base.second, base.own, { cms: (_, right) => rebuilt(right, change) }),
      ...broken,
    }),
  );
}

/** With the key: other attributes under a right signature. */
function signedAnew(base: AttackBase): readonly Attack[] {
  const without = (type: string) => (attributes: Attribute[]) =>
    attributes.filter((attribute) => attribute.type !== type);
  const set =
    (type: string, ...values: asn1js.BaseBlock[]) =>
    (attributes: Attribute[]) =>
      attributes.map((attribute) => (attribute.type === type ? new Attribute({ type, values }) : attribute));
  const kinds: Readonly<Record<string, (attributes: Attribute[]) => Attribute[]>> = {
    'no digest of the content': without(OID.messageDigest),
    'no kind of the content': without(OID.contentType),
    'no name of the certificate': without(OID.signingCertificateV2),
    'the digest of something else': set(
      OID.messageDigest,
      new asn1js.OctetString({ valueHex: createHash('sha256').update('else').digest() }),
    ),
    'two digests of the content': (attributes) => [
      ...attributes,
      ...attributes.filter(({ type }) => type === OID.messageDigest),
    ],
    'another kind of content': set(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.signedData })),
    'the name of another certificate': set(
      OID.signingCertificateV2,
      named(createHash('sha256').update('another').digest()),
    ),
    'a name of the certificate without a name': set(OID.signingCertificateV2, new asn1js.Null()),
    'a time of signing': (attributes) => [
      ...attributes,
      new Attribute({
        type: '1.2.840.113549.1.9.5',
        values: [new asn1js.UTCTime({ valueDate: new Date('2020-01-01T00:00:00Z') })],
      }),
    ],
    'attributes in another order': (attributes) => attributes.toReversed(),
    'a certificate named by its older digest': (attributes) => [
      ...attributes.filter(({ type }) => type !== OID.signingCertificateV2),
      new Attribute({
        type: OID.signingCertificate,
        values: [named(createHash('sha1').update(base.own.certificate).digest())],
      }),
    ],
  };
  return Object.entries(kinds).map(
    ([name, change]): Attack => ({
      name: `signed with ${name}`,
      bytes: () =>
        forgedSeal(base.once, base.second, base.own, {
          cms: (_, right) => resigned(right, change, base.own.key),
        }),
      ...broken,
    }),
  );
}

/** Whole records whose second approver has a key that proves nothing. */
function weakKeys(base: AttackBase): readonly Attack[] {
  const { issuer } = base;
  const person = (key: Signer['key']): Signer => personSigner(PEOPLE[1], issuer, key);
  const spelledOut = (): Signer => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' }).privateKey;
    return {
      kind: 'own-certificate',
      certificate: oddCertificate({
        subject: PEOPLE[1],
        publicKey: publicOf(key),
        issuer,
        extensions: [SAYS.person()],
      }),
      chain: [issuer.certificate],
      key,
    };
  };
  const weakIssuer = (): Signer => {
    const key = newEcKey('secp224r1');
    const certificate = oddCertificate({
      subject: 'Weak',
      publicKey: createPublicKey(key),
      key,
      extensions: [SAYS.authority()],
    });
    return personSigner(PEOPLE[1], { certificate, key });
  };
  const kinds: readonly (readonly [string, () => Signer, Attack['verdict'], Attack['codes'][number]])[] = [
    [
      'a short RSA key',
      () => person(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey),
      'altered',
      'signature-broken',
    ],
    ['a short curve', () => person(newEcKey('secp224r1')), 'altered', 'signature-broken'],
    ['a curve of currencies', () => person(newEcKey('secp256k1')), 'altered', 'signature-broken'],
    ['a curve that is not taken when sealing', () => person(newEcKey('secp521r1')), 'unsigned', 'certificate-unfit'],
    ['a curve that is spelled out', spelledOut, 'unsigned', 'certificate-unfit'],
    ['an issuer with a short curve', weakIssuer, 'unsigned', 'certificate-unfit'],
  ];
  return kinds.map(
    ([name, own, verdict, code]): Attack => ({
      name,
      verdict,
      codes: [code],
      bytes: async () => {
        const signer = own();
        const review = reviewOf(signer);
        const [first, second] = review.signOff.signatures;
        if (!first || !second) throw new Error('Two signatures were expected');
        const unsealed = await recordFor({ review, fingerprints: namesOf(base.witness, signer) });
        return forgedSeal(await forgedSeal(unsealed, first, base.witness), second, signer);
      },
    }),
  );
}
