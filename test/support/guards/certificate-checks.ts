import { createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AltName,
  Certificate,
  Extension,
  GeneralName,
  GeneralSubtree,
  IssuerAndSerialNumber,
  NameConstraints,
  type SignerInfo,
} from 'pkijs';
import { certificateProblem } from '#main/certificates/certificate-rules.ts';
import { checkAttributes } from '#main/certificates/cms-attributes.ts';
import { certificateOf, readCms } from '#main/certificates/cms-read.ts';
import { checkSignatureValue } from '#main/certificates/cms-signature.ts';
import { distinguishedName } from '#main/certificates/distinguished-name.ts';
import { isIssuedBy } from '#main/certificates/issuer-chain.ts';
import { isLowS, withLowS } from '#main/certificates/low-s.ts';
import { breaksNameConstraints } from '#main/certificates/name-constraints.ts';
import { OID } from '#main/certificates/oid.ts';
import { isOfWorkbook, workbookMark } from '#main/certificates/workbook-mark.ts';
import { newEcKey } from '../attacks/attack-base.ts';
import { oddCertificate, publicOf, SAYS } from '../attacks/certificates.ts';
import type { GuardCheck } from './check.ts';

/** What a certificate may sign, whom an issuer may vouch for, and whose keys are a workbook's. */
export function certificateChecks(): readonly GuardCheck[] {
  return [...leaves(), ...issuers(), ...names(), ...marks(), ...messages()];
}

type Odd = Parameters<typeof oddCertificate>[0];

const key = newEcKey();
const root = made({ extensions: [SAYS.authority()] });
const issuer = { certificate: root, key };

function made(odd: Partial<Odd>): Uint8Array {
  return oddCertificate({ subject: 'Somebody', publicKey: publicOf(key), key, ...odd });
}

/** A public key of RSA with this exponent, which no program makes any more when it is below three. */
function rsaWith(exponent: string): KeyObject {
  const { n } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  return createPublicKey({ key: { kty: 'RSA', n: String(n), e: exponent }, format: 'jwk' });
}

function leaves(): readonly GuardCheck[] {
  const leaf = (
    name: string,
    odd: Partial<Odd>,
    is: string | null,
    chain: readonly Uint8Array[] = [root],
  ): GuardCheck => ({
    name: `certificate: ${name}`,
    said: () => certificateProblem(made({ issuer, ...odd }), chain, null)?.kind ?? null,
    is,
  });
  const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).publicKey;
  return [
    leaf('a key on a curve', {}, null),
    leaf('a long RSA key', { publicKey: rsa(2048) }, null),
    leaf('a short RSA key', { publicKey: rsa(1024) }, 'key'),
    leaf('an RSA key that leaves things as they are', { publicKey: rsaWith('AQ') }, 'key'),
    leaf(
      'an RSA key for one way to sign only',
      { publicKey: generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey },
      'key',
    ),
    leaf('a key of another kind', { publicKey: generateKeyPairSync('ed25519').publicKey }, 'key'),
    leaf('an older digest', { digest: 'sha1' }, 'digest'),
    leaf('an older digest that nobody answers for', { digest: 'sha1' }, null, []),
  ];
}

function issuers(): readonly GuardCheck[] {
  const leaf = made({ issuer });
  const under = (name: string, is: string | null, ...chain: readonly Partial<Odd>[]): GuardCheck => ({
    name: `issuer: ${name}`,
    said: () => certificateProblem(leaf, chain.map(made), new Date('2030-01-01T00:00:00Z'))?.kind ?? null,
    is,
  });
  const authority = { extensions: [SAYS.authority()] };
  const below = { ...authority, issuer, subject: 'Below' };
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
  const issued = (name: string, odd: Partial<Odd>, by: Partial<Odd>, is: boolean): GuardCheck => ({
    name: `issued: ${name}`,
    said: () => isIssuedBy(new X509Certificate(made(odd)), new X509Certificate(made(by))),
    is,
  });
  return [
    under('an authority', null, authority),
    under('somebody who is none', 'chain', { extensions: [SAYS.person()] }),
    under('somebody who says nothing of it', 'chain', {}),
    under('an authority for other things', 'chain', { extensions: [SAYS.authority(), SAYS.usage(0b1000_0000, 7)] }),
    under('an authority for certificates', null, { extensions: [SAYS.authority(), SAYS.usage(0b0000_0100, 2)] }),
    under('with a condition', 'critical', { extensions: [SAYS.authority(), SAYS.unknown()] }),
    under('whose time was over', 'chain', { ...authority, to: new Date('2029-01-01T00:00:00Z') }),
    under('of later', null, { ...authority, from: new Date('2031-01-01T00:00:00Z') }),
    under('with a short RSA key', 'key', { ...authority, publicKey: short }),
    under('with an RSA key that leaves things as they are', 'key', { ...authority, publicKey: rsaWith('AQ') }),
    under('with an RSA key that is usual', null, { ...authority, publicKey: rsaWith('AQAB') }),
    under('with a short curve', 'key', { ...authority, publicKey: publicOf(newEcKey('secp224r1')) }),
    under('one below another', null, below, authority),
    under('one below another that allows one', null, below, { extensions: [SAYS.authority(1)] }),
    under('one below another that allows none', 'chain', below, { extensions: [SAYS.authority(0)] }),
    under(
      'one of the same name below one that allows none',
      null,
      { ...authority },
      { extensions: [SAYS.authority(0)] },
    ),
    under('a root of an older digest', null, { ...authority, digest: 'sha1' }),
    under('an issuer between of an older digest', 'digest', { ...below, digest: 'sha1' }, authority),
    issued('by an authority', { issuer }, authority, true),
    issued('by somebody who is none', { issuer }, { extensions: [SAYS.person()] }, false),
    issued('by one of another name', { issuer }, { ...authority, subject: 'Another' }, false),
    issued('by one of the same name', { issuer }, { ...authority, publicKey: publicOf(newEcKey()) }, false),
  ];
}

const MAIL = 1;
const DNS = 2;
const DIRECTORY = 4;
const ADDRESS = 7;
const LINK = 6;

function names(): readonly GuardCheck[] {
  const trees = (...bases: readonly GeneralName[]) => bases.map((base) => new GeneralSubtree({ base }));
  const said = (
    name: string,
    of: readonly GeneralName[],
    limits: { readonly permitted?: readonly GeneralName[]; readonly excluded?: readonly GeneralName[] },
    is: boolean,
    certificate: Partial<Odd> = {},
  ): GuardCheck => ({
    name: `names: ${name}`,
    said: () => {
      const alternative = new Extension({
        extnID: OID.subjectAlternativeName,
        extnValue: new AltName({ altNames: [...of] }).toSchema().toBER(),
      });
      const der = made({ extensions: of.length > 0 ? [alternative] : [], ...certificate });
      const { permitted, excluded } = limits;
      const constraints = new NameConstraints({
        ...(permitted ? { permittedSubtrees: trees(...permitted) } : {}),
        ...(excluded ? { excludedSubtrees: trees(...excluded) } : {}),
      });
      return breaksNameConstraints(Certificate.fromBER(Buffer.from(der)), constraints);
    },
    is,
  });
  const of = (type: 1 | 2 | 6) => (value: string) => new GeneralName({ type, value });
  const [mail, host, link] = [of(MAIL), of(DNS), of(LINK)];
  const address = (...bytes: readonly number[]) =>
    new GeneralName({ type: ADDRESS, value: new asn1js.OctetString({ valueHex: Uint8Array.from(bytes) }) });
  const person = (commonName: string) =>
    new GeneralName({ type: DIRECTORY, value: distinguishedName({ commonName, organization: 'Example' }) });
  const pair = (name: string, one: GeneralName, base: GeneralName, isWithin: boolean): readonly GuardCheck[] => [
    said(`${name}, allowed`, [one], { permitted: [base] }, !isWithin),
    said(`${name}, forbidden`, [one], { excluded: [base] }, isWithin),
  ];
  return [
    said('no limits', [mail('a@example.org')], {}, false),
    said('limits for others', [mail('a@example.org')], { permitted: [host('example.org')] }, false),
    said('the subject', [], { permitted: [person('Somebody')] }, false),
    said('another subject', [], { permitted: [person('Another')] }, true),
    said('a subject that is forbidden', [], { excluded: [person('Somebody')] }, true),
    ...pair('an address', mail('a@example.org'), mail('a@example.org'), true),
    ...pair('an address in other letters', mail('A@EXAMPLE.org'), mail('a@example.org'), true),
    ...pair('another address', mail('b@example.org'), mail('a@example.org'), false),
    ...pair('an address of the host', mail('a@example.org'), mail('example.org'), true),
    ...pair('an address of a host below', mail('a@mail.example.org'), mail('example.org'), false),
    ...pair('an address below a domain', mail('a@mail.example.org'), mail('.example.org'), true),
    ...pair('an address of the domain itself', mail('a@example.org'), mail('.example.org'), false),
    ...pair('a host', host('example.org'), host('example.org'), true),
    ...pair('a host below', host('www.example.org'), host('example.org'), true),
    ...pair('a host that ends alike', host('badexample.org'), host('example.org'), false),
    ...pair('a host below a domain', host('www.example.org'), host('.example.org'), true),
    ...pair('any host', host('example.org'), host(''), true),
    ...pair('an IP address', address(10, 0, 0, 1), address(10, 0, 0, 0, 255, 0, 0, 0), true),
    ...pair('another IP address', address(11, 0, 0, 1), address(10, 0, 0, 0, 255, 0, 0, 0), false),
    ...pair('an IP address of another length', address(10, 0, 0, 1), address(10, 0, 255, 0), false),
    ...pair('a link', link('https://example.org'), link('https://example.org'), true),
    ...pair('another link', link('https://example.com'), link('https://example.org'), false),
  ];
}

function marks(): readonly GuardCheck[] {
  const marked = (name: string, odd: Partial<Odd>, is: boolean): GuardCheck => ({
    name: `mark: ${name}`,
    said: () => isOfWorkbook(made(odd)),
    is,
  });
  const value = (s: bigint) =>
    new Uint8Array(
      new asn1js.Sequence({ value: [asn1js.Integer.fromBigInt(1n), asn1js.Integer.fromBigInt(s)] }).toBER(),
    );
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const low = (name: string, signature: Uint8Array, of: KeyObject, is: readonly [boolean, boolean]): GuardCheck => ({
    name: `low: ${name}`,
    said: () => [isLowS(signature, of), Buffer.from(withLowS(signature, of)).equals(signature)],
    is,
  });
  return [
    marked('a person', {}, false),
    marked('one with the mark', { extensions: [workbookMark()] }, true),
    marked('a witness by its name', { subject: 'Groundwork workbook 1A2B3C4D (witness) for Ada' }, true),
    marked('an authority by its name', { subject: 'Groundwork authority 1A2B3C4D' }, true),
    low('the smaller value', value(9n), key, [true, true]),
    low('the larger value', value(order - 9n), key, [false, false]),
    low('the middle', value(order / 2n), key, [true, true]),
    low('a value on another curve', value(order - 9n), newEcKey('secp521r1'), [true, true]),
    low('no value', Buffer.from([5, 0]), key, [false, true]),
  ];
}

/** What is said of the parts of a signature's message. */
function messages(): readonly GuardCheck[] {
  const refused = (name: string, look: () => unknown, is: string): GuardCheck => ({
    name: `message: ${name}`,
    said: () => {
      try {
        return look();
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    },
    is,
  });
  const signer = {
    digestAlgorithm: { algorithmId: OID.sha256 },
    signatureAlgorithm: { algorithmId: OID.sha256WithRsa },
    signature: { valueBlock: { valueHexView: new Uint8Array(256) } },
  } as unknown as SignerInfo;
  const parsed = (odd: Partial<Odd>) => Certificate.fromBER(new Uint8Array(made(odd)));
  const [own, other] = [parsed({ issuer }), parsed({ subject: 'Another' })];
  other.serialNumber = own.serialNumber;
  const named = { sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }) };
  const among = [other, own].map((one) => ({ parsed: one, der: root }));
  return [
    {
      name: 'message: a certificate of the same number by another issuer in front',
      said: () => certificateOf(named as SignerInfo, among)?.parsed === own,
      is: true,
    },
    refused('nothing', () => readCms(new Uint8Array()), 'It is not one whole CMS.'),
    refused('without its digest', () => checkAttributes(signer, root, [], false), 'A signed attribute is missing.'),
    refused(
      'under an RSA key that leaves things as they are',
      () => checkSignatureValue(signer, new Uint8Array(), rsaWith('AQ')),
      'Its key is too weak to prove anything.',
    ),
  ];
}
