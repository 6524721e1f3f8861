import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, Attribute, Certificate, ContentInfo } from 'pkijs';
import { OID } from '#main/certificates/oid.ts';
import { detachedSignature } from '#main/certificates/sign-cms.ts';
import type { FindingCode } from '#shared/verify/verify.ts';
import { foreignPdf } from '../foreign-pdf.ts';
import { foreignSigned, withoutLength } from '../harmless/signed.ts';
import { appendUpdate, catalogNumber, flipBit, nextNumber, pageNumbers, withEntries } from '../pdf-forgery.ts';
import { type Attack, type AttackBase, newEcKey, newIssuer, personSigner } from './attack-base.ts';
import { oddCertificate, publicOf } from './certificates.ts';
import { type Change, named, rebuilt, resigned } from './cms.ts';

/**
 * PDFs that other programs signed, bent: nothing but the signature itself tells. What is right in an unusual way is among
 * them, so that telling too much is noticed as well; by an unknown key, it is never intact.
 */
export function otherProgramAttacks(_: AttackBase): readonly Attack[] {
  return [...contents(), ...attributes(), ...puttings(), ...files()];
}

type Result = Pick<Attack, 'verdict' | 'codes'>;

const ALTERED: Result = { verdict: 'altered', codes: ['signature-broken'] };
const UNCHECKED: Result = { verdict: 'unreadable', codes: ['signature-unchecked'] };
const HOLDS: Result = { verdict: 'unsigned', codes: ['keys-not-named'] };
const PKCS7 = { SubFilter: '/adbe.pkcs7.detached' };

const signer = () => personSigner('A notary', newIssuer());
type Person = ReturnType<typeof signer>;
const plain = () => foreignPdf({ packed: false });

/** Room for many certificates. */
const ROOM = `<${'0'.repeat(60_000)}>`;

/** A byte behind the header that no program reads. */
const COMMENT_BIT = 8 * 11;

function contents(): readonly Attack[] {
  /** Without attributes, the value is over the content itself. */
  const bare = async (seal: Readonly<Record<string, string>> = {}) => {
    const person = signer();
    const covered = async (content: Uint8Array) => {
      const right = await detachedSignature(createHash('sha256').update(content).digest(), person);
      return rebuilt(right, (_signed, one) => {
        Reflect.deleteProperty(one, 'signedAttrs');
        one.signature = new asn1js.OctetString({ valueHex: sign('sha256', content, person.key) });
      });
    };
    return foreignSigned(await plain(), { seal, covered }, 'A notary', person);
  };
  const bent = async (pdf: Promise<Uint8Array>) => flipBit(await pdf, COMMENT_BIT);
  const signed = async (seal: Readonly<Record<string, string>> = {}) => foreignSigned(await plain(), { seal });
  return [
    { name: 'a bit of the content', bytes: () => bent(signed()), ...ALTERED },
    { name: 'a bit of the content, as PKCS#7', bytes: () => bent(signed(PKCS7)), ...ALTERED },
    { name: 'no attributes, as PKCS#7', bytes: () => bare(PKCS7), ...HOLDS },
    { name: 'a bit of the content without attributes', bytes: () => bent(bare(PKCS7)), ...ALTERED },
    { name: 'no attributes under the name of PAdES', bytes: () => bare(), ...ALTERED },
  ];
}

type AttributeChange = (attributes: Attribute[], person: Person) => Attribute[];

/** Other attributes under a right value. */
function attributes(): readonly Attack[] {
  const without =
    (type: string): AttributeChange =>
    (all) =>
      all.filter((each) => each.type !== type);
  const set =
    (type: string, ...values: asn1js.BaseBlock[]): AttributeChange =>
    (all) =>
      all.map((each) => (each.type === type ? new Attribute({ type, values }) : each));
  const other = createHash('sha256').update('another').digest();
  const digest = (valueHex: Uint8Array) => new asn1js.OctetString({ valueHex });
  const byOlder =
    (hashOf: (person: Person) => Uint8Array): AttributeChange =>
    (all, person) => [
      ...without(OID.signingCertificateV2)(all, person),
      new Attribute({ type: OID.signingCertificate, values: [named(hashOf(person))] }),
    ];
  const byLonger =
    (hashOf: (person: Person) => Uint8Array): AttributeChange =>
    (all, person) => {
      const id = new asn1js.Sequence({
        value: [new AlgorithmIdentifier({ algorithmId: OID.sha512 }).toSchema(), digest(hashOf(person))],
      });
      const value = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
      return set(OID.signingCertificateV2, value)(all, person);
    };
  const hash =
    (name: string) =>
    ({ certificate }: Person) =>
      createHash(name).update(certificate).digest();
  const kinds: readonly (readonly [string, AttributeChange, Result])[] = [
    ['no digest of the content', without(OID.messageDigest), ALTERED],
    ['no kind of the content', without(OID.contentType), ALTERED],
    ['no name of the certificate', without(OID.signingCertificateV2), ALTERED],
    ['the digest of something else', set(OID.messageDigest, digest(other)), ALTERED],
    ['a digest that is none', set(OID.messageDigest, new asn1js.Null()), ALTERED],
    ['a digest without a value', set(OID.messageDigest), ALTERED],
    [
      'two values of the digest',
      (all, person) => {
        const right = all.find(({ type }) => type === OID.messageDigest)?.values[0];
        return set(OID.messageDigest, right, digest(other))(all, person);
      },
      ALTERED,
    ],
    ['two digests of the content', (all) => [...all, ...all.filter(({ type }) => type === OID.messageDigest)], ALTERED],
    ['another kind of content', set(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.signedData })), ALTERED],
    ['a kind of content that is none', set(OID.contentType, new asn1js.Null()), ALTERED],
    ['the name of another certificate', set(OID.signingCertificateV2, named(other)), ALTERED],
    ['a name of the certificate without a name', set(OID.signingCertificateV2, new asn1js.Null()), UNCHECKED],
    ['a certificate named by its older digest', byOlder(hash('sha1')), HOLDS],
    ['another certificate named by its older digest', byOlder(() => other.subarray(0, 20)), ALTERED],
    ['a certificate named by a longer digest', byLonger(hash('sha512')), HOLDS],
    ['another certificate named by a longer digest', byLonger(() => Buffer.alloc(64)), ALTERED],
    ['attributes in another order', (all) => all.toReversed(), HOLDS],
  ];
  return kinds.map(
    ([name, change, result]): Attack => ({
      name: `signed with ${name}`,
      bytes: async () => {
        const person = signer();
        const cms = (_digest: Uint8Array, right: Uint8Array) =>
          resigned(right, (all) => change(all, person), person.key);
        return foreignSigned(await plain(), { cms }, 'A notary', person);
      },
      ...result,
    }),
  );
}

const algorithm = (algorithmId: string) => new AlgorithmIdentifier({ algorithmId });
const parsed = (der: Uint8Array) => Certificate.fromBER(Buffer.from(der));

/** The identifier that a certificate has for its key, put forward in place of issuer and number. */
const byKeyId =
  (change: (id: Uint8Array) => Uint8Array = (id) => id): Change =>
  (signed, one) => {
    const [own] = signed.certificates ?? [];
    const stated =
      own instanceof Certificate
        ? own.extensions?.find(({ extnID }) => extnID === OID.subjectKeyIdentifier)
        : undefined;
    const value: unknown = stated?.parsedValue;
    if (!(value instanceof asn1js.OctetString)) throw new Error('A key identifier was expected');
    const valueHex = change(new Uint8Array(value.valueBlock.valueHexView));
    one.version = 3;
    const sid = new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: Uint8Array.from(valueHex) });
    Reflect.set(one, 'sid', sid);
  };

/** The signature taken apart and put together otherwise, where nothing is signed. */
function puttings(): readonly Attack[] {
  const stranger = newIssuer('A stranger');
  const ofSameNumber = (certificate: Certificate) => {
    const key = newEcKey();
    const same = parsed(oddCertificate({ subject: 'A stranger', publicKey: publicOf(key), key }));
    same.serialNumber = certificate.serialNumber;
    return same;
  };
  const nameless = () => {
    const key = newEcKey();
    return parsed(oddCertificate({ subject: 'Without an identifier', publicKey: publicOf(key), key }));
  };
  const zeros = Buffer.from('3006020100020100', 'hex');
  const kinds: readonly (readonly [string, Change, Result])[] = [
    [
      'a value of zeros',
      (_, one) => void Reflect.set(one, 'signature', new asn1js.OctetString({ valueHex: zeros })),
      ALTERED,
    ],
    ['an unknown algorithm', (_, one) => void Reflect.set(one, 'signatureAlgorithm', algorithm('1.2.3.4')), UNCHECKED],
    [
      'the algorithm of another kind of key',
      (_, one) => void Reflect.set(one, 'signatureAlgorithm', algorithm(OID.sha256WithRsa)),
      ALTERED,
    ],
    ['an unknown digest', (_, one) => void Reflect.set(one, 'digestAlgorithm', algorithm('1.3.14.3.2.26')), UNCHECKED],
    ['no certificate', (signed) => void Reflect.set(signed, 'certificates', []), UNCHECKED],
    [
      'its content with it',
      (signed) =>
        void Reflect.set(signed.encapContentInfo, 'eContent', new asn1js.OctetString({ valueHex: new Uint8Array(4) })),
      UNCHECKED,
    ],
    ['two signers', (signed, one) => void signed.signerInfos.push(one), UNCHECKED],
    ['no signer', (signed) => void Reflect.set(signed, 'signerInfos', []), UNCHECKED],
    ['a certificate more', (signed) => void signed.certificates?.push(parsed(stranger.certificate)), HOLDS],
    [
      'thirty-two certificates',
      (signed) => void signed.certificates?.push(...Array.from({ length: 30 }, () => parsed(stranger.certificate))),
      HOLDS,
    ],
    [
      'thirty-three certificates',
      (signed) => void signed.certificates?.push(...Array.from({ length: 31 }, () => parsed(stranger.certificate))),
      UNCHECKED,
    ],
    [
      'another certificate of the same number in front',
      (signed) => {
        const [own] = signed.certificates ?? [];
        if (own instanceof Certificate) signed.certificates?.unshift(ofSameNumber(own));
      },
      HOLDS,
    ],
    [
      'another certificate of the same issuer in front',
      (signed) => {
        const [own] = signed.certificates ?? [];
        if (!(own instanceof Certificate)) return;
        const other = ofSameNumber(own);
        other.issuer = own.issuer;
        other.serialNumber = new asn1js.Integer({ value: 9 });
        signed.certificates?.unshift(other);
      },
      HOLDS,
    ],
    ['the identifier of its key', byKeyId(), HOLDS],
    ['the identifier of another key', byKeyId(() => new Uint8Array(20)), UNCHECKED],
    [
      'the identifier of its key, and another certificate in front',
      (signed, one) => {
        byKeyId()(signed, one);
        signed.certificates?.unshift(parsed(stranger.certificate));
      },
      HOLDS,
    ],
    [
      'the identifier of its key, and a certificate without one in front',
      (signed, one) => {
        byKeyId()(signed, one);
        signed.certificates?.unshift(nameless());
      },
      HOLDS,
    ],
    [
      'a signer who is named by a number',
      (_, one) => void Reflect.set(one, 'sid', new asn1js.Integer({ value: 1 })),
      UNCHECKED,
    ],
  ];
  const asWritten: readonly (readonly [string, (right: Uint8Array) => Uint8Array, Result])[] = [
    ['in BER', withoutLength, HOLDS],
    [
      'in BER, with a value of zeros',
      (right) =>
        withoutLength(
          rebuilt(right, (_, one) => void Reflect.set(one, 'signature', new asn1js.OctetString({ valueHex: zeros }))),
        ),
      UNCHECKED,
    ],
    ['with something behind it', (right) => Buffer.concat([right, Buffer.from([0, 0, 1])]), UNCHECKED],
    ['as nothing at all', () => new Uint8Array(0), UNCHECKED],
    ['as no CMS', () => Buffer.from('ff03020101', 'hex'), UNCHECKED],
    [
      'as a CMS of another kind',
      () =>
        new Uint8Array(
          new ContentInfo({ contentType: OID.data, content: new asn1js.OctetString({ valueHex: new Uint8Array(4) }) })
            .toSchema()
            .toBER(),
        ),
      UNCHECKED,
    ],
  ];
  const weak = (written: (right: Uint8Array) => Uint8Array) => async () => {
    const key = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const person = personSigner('A notary', newIssuer(), key);
    return foreignSigned(await plain(), { cms: (_, right) => written(right) }, 'A notary', person);
  };
  return [
    ...kinds.map(
      ([name, change, result]): Attack => ({
        name: `put together with ${name}`,
        bytes: async () =>
          foreignSigned(await plain(), { seal: { Contents: ROOM }, cms: (_, right) => rebuilt(right, change) }),
        ...result,
      }),
    ),
    ...asWritten.map(
      ([name, written, result]): Attack => ({
        name: `written ${name}`,
        bytes: async () => foreignSigned(await plain(), { cms: (_, right) => written(right) }),
        ...result,
      }),
    ),
    { name: 'with a short RSA key', bytes: weak((right) => right), ...UNCHECKED },
    { name: 'with a short RSA key, written in BER', bytes: weak(withoutLength), ...UNCHECKED },
  ];
}

/** Files around a right signature. */
function files(): readonly Attack[] {
  const added = (name: string, codes: readonly FindingCode[], bytes: Attack['bytes']): Attack => ({
    name,
    verdict: 'unsigned',
    codes,
    bytes,
  });
  return [
    added('a script that was there when it was signed', ['file-acts'], async () => {
      const pdf = await plain();
      const catalog = catalogNumber(pdf);
      const entries = { OpenAction: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>' };
      return foreignSigned(appendUpdate(pdf, { [catalog]: withEntries(pdf, catalog, entries) }));
    }),
    added('a note that waited when it was signed', ['added-later'], async () => {
      const pdf = await plain();
      const note = nextNumber(pdf);
      const waiting = appendUpdate(pdf, { [note]: '<< /Type /Annot /Subtype /Stamp /Rect [0 0 90 90] >>' });
      const signed = await foreignSigned(waiting);
      const [, page = 0] = pageNumbers(signed);
      return appendUpdate(signed, { [page]: withEntries(signed, page, { Annots: `[${note} 0 R]` }) });
    }),
  ];
}
