import { isBlank, LIST_LIMIT } from '#shared/base/limits.ts';
import type { Participant } from '#shared/kinds/context/answers.ts';
import { isSameName, namedPeople } from '#shared/kinds/context/people.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import type { Advice, Approver, Closed, Closing, Signature, Verdict } from './answers.ts';
import { closedAs, closingVerdict } from './closing.ts';
import { trackedConditions } from './conditions.ts';
import { signOffTally } from './tally.ts';

/** An approver with nothing filled in. */
export function newApprover(id: string): Approver {
  return { id, name: '', role: '' };
}

/** Whether an approver has ever signed this review, for this content or an earlier one. */
export function hasSigned(document: ReviewDocument, approver: string): boolean {
  return document.signOff.signatures.some((signature) => signature.approver === approver);
}

/** Changes name or role of an approver. Who has signed keeps both: a signature never changes hands. */
export function changeApprover(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Approver, 'id'>>,
): ReviewDocument {
  if (hasSigned(document, id)) return document;
  return openSignOff(document, {
    approvers: document.signOff.approvers.map((approver) =>
      approver.id === id ? { ...approver, ...change } : approver,
    ),
  });
}

/**
 * Replaces the list of approvers. Who has signed always stays, unchanged: the record must not lose
 * a signature, nor an objection. A list that would drop one is refused.
 */
export function setApprovers(document: ReviewDocument, approvers: readonly Approver[]): ReviewDocument {
  const signed = document.signOff.approvers.filter(({ id }) => hasSigned(document, id));
  const kept = signed.every((before) => approvers.includes(before));
  return kept ? openSignOff(document, { approvers }) : document;
}

/** Participants whose part is to approve and who are no approvers yet. */
export function namedApprovers(document: ReviewDocument): readonly Participant[] {
  const { approvers } = document.signOff;
  return namedPeople(document).filter(
    ({ part, name }) => part === 'approver' && !approvers.some((approver) => isSameName(approver.name, name)),
  );
}

/** Makes approvers of the participants whose part is to approve, with their role. */
export function addNamedApprovers(document: ReviewDocument, newId: () => string): ReviewDocument {
  const added = namedApprovers(document).map(({ name, role }) => ({ id: newId(), name, role }));
  const kept = document.signOff.approvers.filter(({ name, role }) => !isBlank(name) || !isBlank(role));
  return setApprovers(document, [...kept, ...added].slice(0, LIST_LIMIT));
}

/** What a signer decides in the signing dialog. */
export type SignatureInput = Pick<
  Signature,
  'id' | 'verdict' | 'comment' | 'typedName' | 'drawing' | 'signedAt' | 'certificate' | 'conditions'
>;

/**
 * Signs an open review; see `signLate`. The signature closes nothing, whoever gives it.
 */
export function sign(
  document: ReviewDocument,
  approver: string,
  input: SignatureInput,
  contentSha256: string,
): ReviewDocument {
  const signed = signLate(document, approver, input, contentSha256);
  return signed === document ? document : openSignOff(signed, {});
}

/**
 * Adds a signature of an approver, with name and role as they are now, for the content whose hash
 * is given. Earlier signatures stay as history. Unchanged when the approver is unknown or unnamed,
 * when nothing was typed as a name, when an objection gives no reason, or when the list of signatures is full.
 * Without more, as here, it may close a review of a version before 0.5: for reviews that such a version closed.
 */
export function signLate(
  document: ReviewDocument,
  approver: string,
  input: SignatureInput,
  contentSha256: string,
): ReviewDocument {
  const { approvers, signatures } = document.signOff;
  const signer = approvers.find((entry) => entry.id === approver);
  if (!signer || isBlank(signer.name) || isBlank(input.typedName) || signatures.length >= LIST_LIMIT) return document;
  if (owesReason(input)) return document;
  const signature: Signature = { ...input, approver, name: signer.name, role: signer.role, contentSha256 };
  return { ...document, signOff: { ...document.signOff, signatures: [...signatures, signature] } };
}

/** Whether an objection does not say why: the record has to carry its reason. Reviews of earlier versions may lack one. */
export function owesReason({
  verdict,
  comment,
}: {
  readonly verdict: Verdict | null;
  readonly comment: string;
}): boolean {
  return verdict === 'object' && isBlank(comment);
}

/** All but the latest signature of an approver, newest first. */
export function earlierSignatures(document: ReviewDocument, approver: string): readonly Signature[] {
  return document.signOff.signatures
    .filter((signature) => signature.approver === approver)
    .slice(0, -1)
    .toReversed();
}

/**
 * Whether a typed name reads like the approver's: case, accents, punctuation, spacing and the order
 * of the words do not count. Only good for a warning, as people sign with short forms, too.
 */
export function looksLikeName(typed: string, name: string): boolean {
  return words(typed) === words(name);
}

function words(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/**
 * Says who decides. Where somebody has signed already, the moment of the change is kept, because the signer knew
 * another rule.
 */
export function setDeciding(document: ReviewDocument, deciding: DecidingInput, at: string): ReviewDocument {
  const isLate = document.signOff.signatures.length > 0;
  return openSignOff(document, { deciding: isLate ? { ...deciding, changedAt: at } : deciding });
}

export type DecidingInput = Omit<NonNullable<ReviewDocument['signOff']['deciding']>, 'changedAt'>;

/** Replaces the advice that was asked for and given. */
export function setAdvice(document: ReviewDocument, advice: readonly Advice[]): ReviewDocument {
  const { advice: _, ...rest } = document.signOff;
  return { ...document, signOff: advice.length === 0 ? rest : { ...rest, advice } };
}

/** Advice with nothing filled in. */
export function newAdvice(id: string): Advice {
  return { id, from: '', text: '', followed: null, why: '' };
}

/** Closes a review, as what its signatures make it; one that is closed stays as it is. */
export function closeReview(
  document: ReviewDocument,
  template: Template,
  contentSha256: string,
  closing: Pick<Closed, 'at' | 'by' | 'reason'>,
): ReviewDocument {
  if (closedAs(document, template, contentSha256) !== null) return document;
  const verdict = closingVerdict(signOffTally(document, template, contentSha256));
  return { ...openSignOff(document, {}), closed: { ...closing, verdict, contentSha256 } };
}

/** Records that a condition holds, after it was signed as an open one. Unknown conditions are left alone. */
export function closeCondition(document: ReviewDocument, condition: string, closing: Closing): ReviewDocument {
  if (!trackedConditions(document).some(({ id }) => id === condition)) return document;
  return { ...document, closings: { ...document.closings, [condition]: closing } };
}

/** Takes back that a condition holds. */
export function reopenCondition(document: ReviewDocument, condition: string): ReviewDocument {
  const { closings = {}, ...rest } = document;
  const { [condition]: _, ...others } = closings;
  return Object.keys(others).length === 0 ? rest : { ...rest, closings: others };
}

/** Lets the workbook's key seal for approvers whose own certificates are not at hand. Others are left alone. */
export function witnessInstead(document: ReviewDocument, approvers: readonly string[], at: string): ReviewDocument {
  const latest = approvers.flatMap(
    (approver) => document.signOff.signatures.findLast((entry) => entry.approver === approver) ?? [],
  );
  const marks = latest.filter(({ certificate }) => certificate).map(({ id }) => [id, { at }] as const);
  if (marks.length === 0) return document;
  return { ...document, witnessedInstead: { ...document.witnessedInstead, ...Object.fromEntries(marks) } };
}

/** Says of a signed decision that it does not hold any more; null takes that back. */
export function setDeprecated(document: ReviewDocument, mark: Deprecation | null): ReviewDocument {
  const { deprecated: _, ...rest } = document;
  return mark ? { ...rest, deprecated: mark } : rest;
}

export type Deprecation = NonNullable<ReviewDocument['deprecated']>;

/** Changes an open sign-off. Signatures that it has close nothing from then on, whichever version they come from. */
function openSignOff(document: ReviewDocument, change: Partial<ReviewDocument['signOff']>): ReviewDocument {
  const signOff = { ...document.signOff, ...change };
  return { ...document, signOff: signOff.signatures.length === 0 ? signOff : { ...signOff, closing: 'act' } };
}
