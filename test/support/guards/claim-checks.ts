import { instantOf, pdfInstant } from '#main/pdf/pdf-date.ts';
import type { ExaminedSignature } from '#main/verify/check-signature.ts';
import { sealClaims } from '#main/verify/seal-claims.ts';
import { sealStatement } from '#shared/verify/seal-statement.ts';
import { smallReview } from '../small-review.ts';
import type { GuardCheck } from './check.ts';

const CONTENT = 'c'.repeat(64);
const PEOPLE = ['Ada', 'Grace'];

/** What seals state of the signatures that they stand for, here of two by own certificates. */
export function claimChecks(): readonly GuardCheck[] {
  const said = (name: string, seals: readonly ExaminedSignature[], is: readonly string[]): GuardCheck => ({
    name: `claims: ${name}`,
    said: () => {
      const { findings, sealed } = sealClaims(review, CONTENT, seals);
      return [...findings.map(({ code, detail }) => `${code} ${detail}`), ...sealed];
    },
    is,
  });
  const shared = 'seal-differs a key of another approver';
  return [
    said('two seals', [seal(0, 'a'), seal(1, 'b')], ['one', 'two']),
    said('one key for two', [seal(0, 'a'), seal(1, 'a')], [shared, 'one']),
    said('one key for two, where the second seal is broken', [seal(0, 'a'), seal(1, 'a', 'broken')], ['one']),
    said('one key for two, where the first seal is broken', [seal(0, 'a', 'broken'), seal(1, 'a')], [shared]),
  ];
}

const approvers = ['one', 'two'].map((id, index) => ({ id, name: PEOPLE[index] ?? '', role: 'Lead' }));

const review = smallReview({
  signOff: {
    approvers,
    signatures: approvers.map(({ id, name, role }, index) => ({
      id: `signature-${index + 1}`,
      approver: id,
      name,
      role,
      verdict: 'approve',
      typedName: name,
      signedAt: `2026-01-05T0${index}:00:00Z`,
      contentSha256: CONTENT,
      certificate: { subject: name, issuer: 'Company', sha256: `${index}`.repeat(64) },
    })),
  },
});

/** A seal of one of the two signatures, as it is found in a record. @param key of its certificate */
function seal(index: number, key: string, state = 'valid'): ExaminedSignature {
  const signature = review.signOff.signatures[index];
  if (!signature?.certificate) throw new Error('A signature with a certificate was expected');
  const { approver, name, signedAt, certificate } = signature;
  return {
    checked: {
      number: index + 1,
      state,
      kind: 'own-certificate',
      signedAt: instantOf(pdfInstant(signedAt)),
      certificate: { ...certificate, keySha256: key.repeat(64) },
    },
    found: { name, fieldName: approver, reason: sealStatement(signature, 'own-certificate') },
    statedKind: 'own-certificate',
    contentSha256: CONTENT,
    unfit: null,
  } as unknown as ExaminedSignature;
}
