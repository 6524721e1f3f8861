import { keyFingerprint, keyIdOf } from '#main/certificates/key-fingerprint.ts';
import type { Signer } from '#main/certificates/signer.ts';
import { witnessName } from '#main/certificates/witness-name.ts';
import { sha256 } from '#main/files/hash.ts';
import { newWorkbookKeys, witnessSigner } from '#main/seal/workbook-keys.ts';
import { recordFor, signedReview } from '../sealed-record.ts';
import { type Attack, type AttackBase, namesOf, newEcKey, PEOPLE, personSigner, reviewOf } from './attack-base.ts';
import { oddCertificate, publicOf, SAYS } from './certificates.ts';
import { otherValue, rebuilt } from './cms.ts';
import { type Forgery, forgedSeal } from './forged-seal.ts';

/** How versions up to 0.3.0 sealed: without stating a form, and with no words for a screen reader. */
const OLD: Forgery = { seal: { GWRK_Form: null }, field: { TU: null } };
const LATER = '2026-03-02T00:00:00Z';

/** A record of one signature, by a workbook whose keys are as given. */
async function witnessed(signer: Signer, forgery: Forgery): Promise<Uint8Array> {
  const review = signedReview([PEOPLE[0]]);
  const [signature] = review.signOff.signatures;
  if (!signature) throw new Error('A signature was expected');
  return forgedSeal(
    await recordFor({ review, fingerprints: [keyFingerprint(signer.key)] }),
    signature,
    signer,
    forgery,
  );
}

/** By a workbook that made its keys long after the signature, and dated them so. */
function laterWitness(): Signer {
  return witnessSigner(newWorkbookKeys(new Date(LATER)), PEOPLE[0], LATER);
}

/** By one whose certificate was over before the signature. */
function overWitness({ keys }: AttackBase): Signer {
  const key = newEcKey();
  const certificate = oddCertificate({
    subject: witnessName(keyIdOf(keyFingerprint(key)), PEOPLE[0]),
    publicKey: publicOf(key),
    issuer: keys.authority,
    to: new Date('2026-01-04T00:00:00Z'),
    extensions: [SAYS.person()],
  });
  return { kind: 'witnessed', certificate, chain: [keys.authority.certificate], key };
}

/** A person whose certificate is of after the signature, with the seal of before. */
async function laterPerson({ issuer, witness }: AttackBase): Promise<Uint8Array> {
  const key = newEcKey();
  const certificate = oddCertificate({
    subject: PEOPLE[1],
    publicKey: publicOf(key),
    issuer,
    from: new Date(LATER),
    extensions: [SAYS.person()],
  });
  const own: Signer = { kind: 'own-certificate', certificate, chain: [issuer.certificate], key };
  const review = reviewOf(own);
  const [first, second] = review.signOff.signatures;
  if (!first || !second) throw new Error('Two signatures were expected');
  const unsealed = await recordFor({ review, fingerprints: [keyFingerprint(witness.key), sha256(certificate)] });
  return forgedSeal(await forgedSeal(unsealed, first, witness), second, own, OLD);
}

/** What versions up to 0.3.0 did, done now or by others. */
export function oldSealAttacks(base: AttackBase): readonly Attack[] {
  const unfit = (name: string, bytes: Attack['bytes']): Attack => ({
    name,
    bytes,
    verdict: 'unsigned',
    codes: ['certificate-unfit'],
  });
  return [
    unfit('a seal of now that is older than its workbook’s key', () => witnessed(laterWitness(), {})),
    unfit('a seal of before by a workbook’s key that was over', () => witnessed(overWitness(base), OLD)),
    unfit('a seal of before by a person’s certificate of later', () => laterPerson(base)),
  ];
}

/** Records as those versions sealed them, which nobody bent. */
export function oldSealRecords({ unsealed, first, second, witness, own }: AttackBase) {
  const other = (_: Uint8Array, right: Uint8Array) =>
    rebuilt(right, (_signed, signer) => {
      signer.signature = otherValue(signer.signature);
    });
  return {
    'sealed as 0.3.0 did': async () => forgedSeal(await forgedSeal(unsealed, first, witness, OLD), second, own, OLD),
    'sealed as 0.3.0 did, with the larger values': async () =>
      forgedSeal(await forgedSeal(unsealed, first, witness, { ...OLD, cms: other }), second, own, {
        ...OLD,
        cms: other,
      }),
    'sealed as 0.3.0 did, by keys of later': () => witnessed(laterWitness(), OLD),
    'sealed without words for a screen reader': async () =>
      forgedSeal(await forgedSeal(unsealed, first, witness, { field: { TU: null } }), second, own),
    'with a person below a root of an older digest': async () => {
      const key = newEcKey();
      const certificate = oddCertificate({
        subject: 'Company',
        publicKey: publicOf(key),
        key,
        digest: 'sha1',
        extensions: [SAYS.authority()],
      });
      const person = personSigner(PEOPLE[1], { certificate, key });
      const signed = reviewOf(person);
      const [one, two] = signed.signOff.signatures;
      if (!one || !two) throw new Error('Two signatures were expected');
      const pages = await recordFor({ review: signed, fingerprints: namesOf(witness, person) });
      return forgedSeal(await forgedSeal(pages, one, witness), two, person);
    },
  };
}
