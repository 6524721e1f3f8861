import { clippedName } from '#main/certificates/distinguished-name.ts';
import { keyIdOf } from '#main/certificates/key-fingerprint.ts';
import { witnessName } from '#main/certificates/witness-name.ts';
import { instantOf, pdfInstant } from '#main/pdf/pdf-date.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { type SealedSignature, sealedSignatures } from '#shared/kinds/sign-off/closing.ts';
import { sealKindOf } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SealMaker, sealStatement } from '#shared/verify/seal-statement.ts';
import type { Finding } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { finding } from './finding.ts';

/** How the seals of a record stand to the signatures of its review. */
export interface SealClaims {
  readonly findings: readonly Finding[];
  /** Ids of the approvers for whom there is a seal, whether it fits or not. */
  readonly present: ReadonlySet<string>;
  /** Ids of those whose seal is valid and says what the review says. */
  readonly sealed: ReadonlySet<string>;
}

/**
 * Holds each seal against the signature that it stands for: one seal for each signature, in their order, with its
 * name, kind, statement, time, content and certificate, and one key for each approver who has one.
 */
export function sealClaims(
  document: ReviewDocument,
  contentSha256: string,
  seals: readonly ExaminedSignature[],
): SealClaims {
  const signatures = sealedSignatures(document, contentSha256);
  const findings: Finding[] = [];
  const present = new Set<string>();
  const sealed = new Set<string>();
  const keys = new Set<string>();
  for (const [index, seal] of seals.entries()) {
    const signature = signatures[index];
    const { number, state } = seal.checked;
    if (!signature) {
      findings.push(finding('seal-extra', number));
      continue;
    }
    present.add(signature.approver);
    if (seal.contentSha256 !== contentSha256) findings.push(finding('seal-for-other-content', number));
    const differences = differencesOf(document, signature, seal, keys);
    findings.push(...differences.map((difference) => finding('seal-differs', number, difference)));
    if (differences.length === 0 && state === 'valid' && seal.unfit === null) sealed.add(signature.approver);
  }
  return { findings, present, sealed };
}

function differencesOf(
  document: ReviewDocument,
  signature: SealedSignature,
  seal: ExaminedSignature,
  keys: Set<string>,
): readonly string[] {
  const { checked, found, statedKind } = seal;
  const maker: SealMaker = sealKindOf(document, signature) === 'own-certificate' ? 'own-certificate' : 'witnessed';
  const statements = [false, true].map((isFromElsewhere) => sealStatement(signature, maker, isFromElsewhere));
  const differences: readonly (readonly [boolean, string])[] = [
    [found.name !== signature.name.toWellFormed(), 'the name'],
    [found.fieldName !== signature.approver, 'the approver'],
    [statedKind !== maker || checked.kind !== maker, 'whose key it is'],
    [!statements.includes(found.reason), 'the statement'],
    [checked.signedAt !== instantOf(pdfInstant(signature.signedAt)), 'the time'],
    [checked.state === 'valid' && !isCertificateFor(signature, maker, seal), 'the certificate'],
    [
      checked.state === 'valid' && maker === 'own-certificate' && keys.has(checked.certificate?.keySha256 ?? ''),
      'a key of another approver',
    ],
  ];
  if (checked.certificate) keys.add(checked.certificate.keySha256);
  return differences.flatMap(([differs, what]) => (differs ? [what] : []));
}

/** The own certificate is the one that was chosen when signing; a workbook's names the workbook and maybe the person. */
function isCertificateFor(signature: Signature, maker: SealMaker, { checked }: ExaminedSignature): boolean {
  const { certificate } = checked;
  if (!certificate) return false;
  if (maker === 'own-certificate') return certificate.sha256 === signature.certificate?.sha256;
  const keyId = keyIdOf(certificate.keySha256);
  return [witnessName(keyId, signature.name), witnessName(keyId)].map(clippedName).includes(certificate.subject);
}
