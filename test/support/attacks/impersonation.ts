import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { workbookMark } from '#main/certificates/workbook-mark.ts';
import { sha256 } from '#main/files/hash.ts';
import { newWorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { FindingCode } from '#shared/verify/verify.ts';
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
  SINCE,
  withCertificate,
} from './attack-base.ts';
import { oddCertificate, publicOf, SAYS } from './certificates.ts';
import { forgedSeal, pdfString } from './forged-seal.ts';

const SERVER = '1.3.6.1.5.5.7.3.1';
const CODE = '1.3.6.1.5.5.7.3.3';
const STAMPS = '1.3.6.1.5.5.7.3.8';
const REVOCATIONS = '1.3.6.1.5.5.7.3.9';

/** Seals that say something else than the review, or are by somebody else than they say. */
export function impersonationAttacks(base: AttackBase): readonly Attack[] {
  return [...statements(base), ...orders(base), ...unfit(base), ...workbooks(base), ...trust(base)];
}

function statements(base: AttackBase): readonly Attack[] {
  const { unsealed, once, first, second, witness, own } = base;
  const other = { ...second, name: 'Mallory' };
  const object = { ...second, verdict: 'object' as const };
  const kinds: Readonly<Record<string, Parameters<typeof forgedSeal>[3]>> = {
    'another name': { seal: { Name: pdfString(other.name) } },
    'a name in other letters': { seal: { Name: pdfString('grace hopper') } },
    'no name': { seal: { Name: pdfString('') } },
    'another verdict': {
      seal: {
        Reason: pdfString(
          `Objects. Sealed with the approver’s own certificate. Content ${second.contentSha256.slice(0, 4)}.`,
        ),
      },
    },
    'another statement': { seal: { Reason: pdfString('Seen, not approved.') } },
    'no statement': { seal: { Reason: pdfString('') } },
    'another time': { seal: { M: "(D:20260105010001+00'00')" } },
    'a time of nowhere': { seal: { M: '(yesterday)' } },
    'a time beyond all': { seal: { M: "(D:99991231235959-23'59')" } },
    'another approver': { field: { T: pdfString('approver-1') } },
    'another kind': { seal: { GWRK_Kind: '/witnessed' } },
  };
  const attacks = Object.entries(kinds).map(
    ([name, forgery]): Attack => ({
      name: `${name} in a seal`,
      bytes: () => forgedSeal(once, second, own, forgery),
      verdict: 'altered',
      codes: ['seal-differs'],
    }),
  );
  return [
    ...attacks,
    {
      name: 'another content in a seal',
      bytes: () => forgedSeal(once, second, own, { seal: { GWRK_ContentSHA256: `<${'0'.repeat(64)}>` } }),
      verdict: 'altered',
      codes: ['seal-for-other-content'],
    },
    {
      name: 'a verdict that is not that of the review',
      bytes: () => forgedSeal(once, object, own),
      verdict: 'altered',
      codes: ['seal-differs'],
    },
    {
      name: 'a signature of another person in the review’s place',
      bytes: async () => forgedSeal(await forgedSeal(unsealed, { ...first, name: 'Mallory' }, witness), second, own),
      verdict: 'altered',
      codes: ['seal-differs'],
    },
  ];
}

function orders(base: AttackBase): readonly Attack[] {
  const { unsealed, once, sealed, first, second, witness, own, keys } = base;
  const attack = (name: string, bytes: Attack['bytes'], codes: readonly FindingCode[]): Attack => ({
    name,
    bytes,
    verdict: 'altered',
    codes,
  });
  return [
    attack('seals in another order', async () => forgedSeal(await forgedSeal(unsealed, second, own), first, witness), [
      'seal-differs',
    ]),
    attack('one seal twice', async () => forgedSeal(await forgedSeal(once, second, own), second, own), ['seal-extra']),
    attack('the first seal again at the end', () => forgedSeal(sealed, first, witness), ['seal-extra']),
    attack(
      'a third seal by the workbook',
      () => forgedSeal(sealed, { ...first, approver: 'approver-3', name: 'Mallory' }, witnessSigner(keys, 'Mallory')),
      ['seal-extra'],
    ),
    attack('the first seal in both places', async () => forgedSeal(once, first, witness), ['seal-differs']),
  ];
}

/** A whole record, pages and all, whose second approver uses a certificate that may not. */
function withOwn(
  name: string,
  own: () => Signer,
  codes: readonly FindingCode[],
  verdict: Attack['verdict'],
  base: AttackBase,
): Attack {
  return {
    name,
    verdict,
    codes,
    bytes: async () => {
      const signer = own();
      const { unsealed, first, second } = await madeFor(base, reviewOf(signer), signer);
      return forgedSeal(await forgedSeal(unsealed, first, base.witness), second, signer);
    },
  };
}

async function madeFor(base: AttackBase, review: ReviewDocument, own: Signer) {
  const [first, second] = review.signOff.signatures;
  if (!first || !second) throw new Error('Two signatures were expected');
  return { unsealed: await recordFor({ review, fingerprints: namesOf(base.witness, own) }), first, second };
}

function unfit(base: AttackBase): readonly Attack[] {
  const { issuer } = base;
  const leaf =
    (
      extensions: Parameters<typeof oddCertificate>[0]['extensions'],
      more: Partial<Parameters<typeof oddCertificate>[0]> = {},
      chain = [issuer.certificate],
    ) =>
    (): Signer => {
      const key = newEcKey();
      const certificate = oddCertificate({
        subject: PEOPLE[1],
        publicKey: publicOf(key),
        issuer,
        extensions: extensions ?? [],
        ...more,
      });
      return { kind: 'own-certificate', certificate, chain, key };
    };
  const below =
    (extensions: Parameters<typeof oddCertificate>[0]['extensions'], digest: 'sha1' | 'sha256' = 'sha256') =>
    (): Signer => {
      const between = newEcKey();
      const middle = oddCertificate({
        subject: 'Department',
        publicKey: publicOf(between),
        issuer,
        extensions: extensions ?? [],
      });
      const key = newEcKey();
      const certificate = oddCertificate({
        subject: PEOPLE[1],
        publicKey: publicOf(key),
        issuer: { certificate: middle, key: between },
        digest,
        extensions: [SAYS.person()],
      });
      return { kind: 'own-certificate', certificate, chain: [middle, issuer.certificate], key };
    };
  const self = (extensions: Parameters<typeof oddCertificate>[0]['extensions']) => (): Signer => {
    const key = newEcKey();
    const certificate = oddCertificate({
      subject: PEOPLE[1],
      publicKey: publicOf(key),
      key,
      extensions: extensions ?? [],
    });
    return { kind: 'own-certificate', certificate, chain: [], key };
  };
  const kinds: Readonly<Record<string, () => Signer>> = {
    'a certificate of a server': leaf([SAYS.person(), SAYS.purposes(SERVER)]),
    'a certificate of a program': leaf([SAYS.person(), SAYS.purposes(CODE)]),
    'a certificate that stamps times': leaf([SAYS.person(), SAYS.purposes(STAMPS)]),
    'a certificate that answers for revocations': leaf([SAYS.person(), SAYS.purposes(REVOCATIONS)]),
    'a certificate of a server and a program': leaf([SAYS.person(), SAYS.purposes(SERVER, CODE)]),
    'a certificate of an authority': self([SAYS.authority()]),
    'a certificate of an authority below another': leaf([SAYS.authority(0)]),
    'a certificate for encryption': leaf([SAYS.person(), SAYS.usage(0b0010_0000, 5)]),
    'a certificate for issuing': leaf([SAYS.person(), SAYS.usage(0b0000_0100, 2)]),
    'a certificate with a condition': leaf([SAYS.person(), SAYS.unknown()]),
    'a certificate that is over': leaf([SAYS.person()], { to: new Date('2026-01-04T00:00:00Z') }),
    'a certificate of later': leaf([SAYS.person()], { from: new Date('2026-02-01T00:00:00Z') }),
    'a certificate by a forgeable digest': leaf([SAYS.person()], { digest: 'sha1' }),
    'a certificate two steps below one that allows none': below([SAYS.authority(0), SAYS.usage(0b0000_0110, 1)]),
  };
  return [
    ...Object.entries(kinds).map(([name, own]) => withOwn(name, own, ['certificate-unfit'], 'unsigned', base)),
    withOwn(
      'a certificate by one who may not issue',
      below([SAYS.authority(), SAYS.usage(0b1000_0000, 7)]),
      ['signature-broken'],
      'altered',
      base,
    ),
    withOwn(
      'a certificate outside the names of its issuer',
      () => constrained(),
      ['certificate-unfit'],
      'unsigned',
      base,
    ),
    withOwn('a certificate by one whose time was over', () => over(), ['certificate-unfit'], 'unsigned', base),
    withOwn('a certificate by one with a condition', () => conditioned(), ['certificate-unfit'], 'unsigned', base),
  ];
}

function underRoot(extensions: Parameters<typeof oddCertificate>[0]['extensions'], to?: Date): Signer {
  const root = newEcKey();
  const certificate = oddCertificate({
    subject: 'Company',
    publicKey: publicOf(root),
    key: root,
    extensions: extensions ?? [],
    ...(to ? { to } : {}),
  });
  return personSigner(PEOPLE[1], { certificate, key: root });
}

const constrained = () => underRoot([SAYS.authority(), SAYS.onlyNames('Another company')]);
const over = () => underRoot([SAYS.authority()], new Date('2026-01-04T00:00:00Z'));
const conditioned = () => underRoot([SAYS.authority(), SAYS.unknown()]);

function workbooks(base: AttackBase): readonly Attack[] {
  return workbookAttacks(base).map((attack) =>
    attack.codes.includes('name-not-certified') ? trusting(attack, base) : attack,
  );
}

function workbookAttacks(base: AttackBase): readonly Attack[] {
  const { keys, first, second, once, own } = base;
  const byWorkbook = (): Signer => personSigner(PEOPLE[1], keys.authority);
  const byMarked = (): Signer => {
    const key = newEcKey();
    const certificate = oddCertificate({
      subject: 'Department',
      publicKey: publicOf(key),
      key,
      extensions: [SAYS.authority(), workbookMark()],
    });
    return personSigner(PEOPLE[1], { certificate, key });
  };
  const witness = (): Signer => ({ ...witnessSigner(keys, PEOPLE[1]), kind: 'own-certificate' });
  return [
    withOwn('a person by the workbook’s authority', byWorkbook, ['seal-differs'], 'altered', base),
    withOwn('a person by a workbook’s authority of another name', byMarked, ['seal-differs'], 'altered', base),
    withOwn('a witness that calls itself the person', witness, ['seal-differs'], 'altered', base),
    withOwn(
      'the own certificate of somebody else',
      () => personSigner('Mallory', newIssuer()),
      ['name-not-certified'],
      'unsigned',
      {
        ...base,
      },
    ),
    {
      name: 'another certificate of the same person',
      bytes: () => forgedSeal(once, second, personSigner(PEOPLE[1], base.issuer)),
      verdict: 'altered',
      codes: ['seal-differs', 'key-not-printed'],
    },
    {
      name: 'another workbook as the witness',
      bytes: async () => {
        const other = newWorkbookKeys(SINCE);
        return forgedSeal(await forgedSeal(base.unsealed, first, witnessSigner(other, first.name)), second, own);
      },
      verdict: 'altered',
      codes: ['key-not-printed'],
    },
    {
      name: 'a witness for somebody else',
      bytes: async () =>
        forgedSeal(await forgedSeal(base.unsealed, first, witnessSigner(keys, 'Mallory')), second, own),
      verdict: 'altered',
      codes: ['seal-differs'],
    },
    sameKeys(base),
    repeatedApprover(base),
  ];
}

/** Of other names, only a check that trusts certificates asks. */
function trusting(attack: Attack, { keys }: AttackBase): Attack {
  return { ...attack, options: { known: new Set([keyFingerprint(keys.signingKey)]), knownOnly: true } };
}

function bothOwn(signers: readonly [Signer, Signer]): ReviewDocument {
  const review = reviewOf(signers[1]);
  const [first, second] = review.signOff.signatures as [Signature, Signature];
  return { ...review, signOff: { ...review.signOff, signatures: [withCertificate(first, signers[0]), second] } };
}

function sameKeys({ issuer }: AttackBase): Attack {
  return {
    name: 'one key for two approvers',
    verdict: 'altered',
    codes: ['seal-differs'],
    bytes: async () => {
      const key = newEcKey();
      const signers = [personSigner(PEOPLE[0], issuer, key), personSigner(PEOPLE[1], issuer, key)] as const;
      const review = bothOwn(signers);
      const [first, second] = review.signOff.signatures as [Signature, Signature];
      const fingerprints = signers.map(({ certificate }) => sha256(certificate));
      const unsealed = await recordFor({ review, fingerprints });
      return forgedSeal(await forgedSeal(unsealed, first, signers[0]), second, signers[1]);
    },
  };
}

function repeatedApprover({ witness, own, first, review }: AttackBase): Attack {
  return {
    name: 'an approver who stands there twice',
    verdict: 'altered',
    codes: ['data-broken'],
    bytes: async () => {
      const approvers = review.signOff.approvers.map((approver) => ({ ...approver, id: 'approver-1' }));
      const signatures = review.signOff.signatures.map((signature) => ({ ...signature, approver: 'approver-1' }));
      const data = { ...review, signOff: { ...review.signOff, approvers, signatures } };
      const unsealed = await recordFor({ review, data, fingerprints: namesOf(witness, own) });
      return forgedSeal(unsealed, first, witness);
    },
  };
}

/** What only counts under certificates that are trusted. */
function trust(base: AttackBase): readonly Attack[] {
  const { sealed, keys, witness } = base;
  const key = keyFingerprint(keys.signingKey);
  const everything = new Set([key, ...[witness.certificate, base.own.certificate].map(sha256)]);
  const givenUp = [{ keySha256: key, since: null, reason: 'The laptop was lost.' }];
  return [
    {
      name: 'a record under nobody who is trusted',
      bytes: () => sealed,
      verdict: 'unsigned',
      codes: ['key-not-trusted'],
      options: { known: new Set(['0'.repeat(64)]), knownOnly: true },
    },
    {
      name: 'a record of which one seal is under a trusted key',
      bytes: () => sealed,
      verdict: 'unsigned',
      codes: ['key-not-trusted'],
      options: { known: new Set([key]), knownOnly: true },
    },
    {
      name: 'a seal by a key that was given up',
      bytes: () => sealed,
      verdict: 'unsigned',
      codes: ['key-given-up'],
      options: { known: everything, givenUp },
    },
    {
      name: 'a seal by a key that was given up before',
      bytes: () => sealed,
      verdict: 'unsigned',
      codes: ['key-given-up'],
      options: {
        known: everything,
        givenUp: [{ ...givenUp[0], keySha256: key, since: '2026-01-04T00:00:00Z', reason: 'Lost.' }],
      },
    },
  ];
}
