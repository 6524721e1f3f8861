import { canonicalJson, canonicalText } from '#shared/base/canonical-json.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Condition } from '#shared/kinds/decision/answers.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { Approver, Signature } from './answers.ts';

/** Parts that no signature binds: the signatures themselves, and what becomes of a review afterwards. */
export const UNSIGNED_PARTS = [
  'signOff',
  'closings',
  'witnessedInstead',
  'supersededBy',
  'deprecated',
] as const satisfies readonly (keyof ReviewDocument)[];

/**
 * The text a signature binds to: the canonical document without its sign-off and what follows it, so
 * that one approver after another can sign the same content, and without its id, which a copy that is
 * imported beside the original cannot keep. The text of a superseded review is left
 * out as well, because its hash is in. Hash it with SHA-256 over UTF-8.
 */
export function signedContent(review: ReviewDocument): string {
  const { id: _id, supersedes, ...content } = review;
  const signed = Object.fromEntries(Object.entries(content).filter(([part]) => !isUnsigned(part)));
  return canonicalJson(supersedes ? { ...signed, supersedes: referenceOf(supersedes) } : signed);
}

/** The same, put together from the members of the canonical document. */
export function signedContentOf({ supersedes }: ReviewDocument, members: ReadonlyMap<string, string>): string {
  const signed = new Map([...members].filter(([part]) => part !== 'id' && !isUnsigned(part)));
  if (supersedes) signed.set('supersedes', `"supersedes":${canonicalJson(referenceOf(supersedes))}`);
  return canonicalText(signed.values());
}

function referenceOf({ content: _, ...reference }: NonNullable<ReviewDocument['supersedes']>) {
  return reference;
}

function isUnsigned(part: string): boolean {
  return UNSIGNED_PARTS.some((name) => name === part);
}

export const SEALED_BY = ['witnessed', 'own-certificate', 'witnessed-instead'] as const;
export type SealedBy = (typeof SEALED_BY)[number];

/**
 * Which kind of digital signature stands for a signature: by the approver's own certificate, by the workbook as a
 * witness, or by the workbook in place of a certificate that was not at hand.
 */
export function sealKindOf(
  { witnessedInstead }: Pick<ReviewDocument, 'witnessedInstead'>,
  { id, certificate }: Signature,
): SealedBy {
  if (!certificate) return 'witnessed';
  return witnessedInstead?.[id] ? 'witnessed-instead' : 'own-certificate';
}

/** Where an approver stands: nothing signed, signed for this content, or signed for an earlier one. */
export type ApproverStanding =
  | { readonly kind: 'unsigned'; readonly approver: Approver }
  | { readonly kind: 'signed'; readonly approver: Approver; readonly signature: Signature }
  | { readonly kind: 'stale'; readonly approver: Approver; readonly signature: Signature };

/** Each approver with the latest signature; `contentSha256` is the hash of `signedContent` now. */
export function approverStandings(review: ReviewDocument, contentSha256: string): readonly ApproverStanding[] {
  return review.signOff.approvers.map((approver) => {
    const signature = review.signOff.signatures.findLast((entry) => entry.approver === approver.id);
    if (!signature) return { kind: 'unsigned', approver };
    return { kind: signature.contentSha256 === contentSha256 ? 'signed' : 'stale', approver, signature };
  });
}

/** The signatures for this content that count, in the order in which they were given and are sealed. */
export function countingSignatures(review: ReviewDocument, contentSha256: string): readonly Signature[] {
  const counting = new Set(
    approverStandings(review, contentSha256).flatMap((standing) =>
      standing.kind === 'signed' ? [standing.signature] : [],
    ),
  );
  return review.signOff.signatures.filter((signature) => counting.has(signature));
}

/** How a required role stands; `unnamed`: no approver has it. */
export interface RoleStanding {
  readonly role: string;
  readonly kind: 'unnamed' | 'waiting' | 'approved';
}

/** How the signatures for this content stand to what the template asks for. */
export interface SignOffTally {
  /** Approvals needed: the template's quorum, or everybody who is named. */
  readonly needed: number;
  /** Whether the template sets a quorum. */
  readonly hasQuorum: boolean;
  readonly approvals: readonly Signature[];
  /** Approvals of those who can live with it. */
  readonly reluctant: readonly Signature[];
  readonly objections: readonly Signature[];
  readonly roles: readonly RoleStanding[];
  /** Whether the content is approved: enough approvals, one of each required role among them. */
  readonly isMet: boolean;
}

/** Counts the signatures for a content against the template's quorum and required roles. */
export function signOffTally(review: ReviewDocument, template: Template, contentSha256: string): SignOffTally {
  const section = sectionOf(template, 'sign-off');
  const signed = approverStandings(review, contentSha256).flatMap((standing) =>
    standing.kind === 'signed' ? [standing.signature] : [],
  );
  const approvals = signed.filter(({ verdict }) => verdict !== 'object');
  const needed = section?.quorum ?? review.signOff.approvers.length;
  const roles = (section?.requiredRoles ?? []).map((role): RoleStanding => {
    if (approvals.some((signature) => isSameRole(signature.role, role))) return { role, kind: 'approved' };
    const isNamed = review.signOff.approvers.some((approver) => isSameRole(approver.role, role));
    return { role, kind: isNamed ? 'waiting' : 'unnamed' };
  });
  return {
    needed,
    hasQuorum: section?.quorum !== undefined,
    approvals,
    reluctant: approvals.filter(({ verdict }) => verdict === 'can-live-with-it'),
    objections: signed.filter(({ verdict }) => verdict === 'object'),
    roles,
    isMet: needed > 0 && approvals.length >= needed && roles.every(({ kind }) => kind === 'approved'),
  };
}

/** Conditions of the decision that hold neither by what was signed nor by what was recorded since. */
export function openConditions(review: ReviewDocument): readonly Condition[] {
  return review.decision.conditions.filter(({ id, met }) => !met && review.closings?.[id] === undefined);
}

/**
 * Standing of the whole sign-off. `stale`: a signature is for an earlier content, and what there is for
 * this one is not enough. `objected`: everybody signed this content, and objections keep it from being
 * agreed. `provisional`: agreed, but conditions are open. `signed`: agreed, and nothing is open.
 */
export type SignOffState = 'unsigned' | 'partly-signed' | 'stale' | 'objected' | 'provisional' | 'signed';

/** Where the sign-off stands for the content of this hash. */
export function signOffState(review: ReviewDocument, template: Template, contentSha256: string): SignOffState {
  const tally = signOffTally(review, template, contentSha256);
  if (tally.isMet) return openConditions(review).length > 0 ? 'provisional' : 'signed';
  const standings = approverStandings(review, contentSha256);
  if (standings.some(({ kind }) => kind === 'stale')) return 'stale';
  if (standings.every(({ kind }) => kind === 'unsigned')) return 'unsigned';
  const isComplete = standings.every(({ kind }) => kind === 'signed');
  return isComplete && tally.objections.length > 0 ? 'objected' : 'partly-signed';
}

/** A record is a draft until everybody it takes has signed the content it prints. */
export function isDraft(state: SignOffState): boolean {
  return !isSealed(state) && state !== 'objected';
}

/** Whether the content is agreed and so cannot change any more. After an objection it still can. */
export function isSealed(state: SignOffState): boolean {
  return state === 'signed' || state === 'provisional';
}

/** First characters of a hash in groups, short enough to read out in a room. */
export function shortHash(sha256: string): string {
  return (sha256.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}

/** Roles are typed by hand, so case and spaces do not count. */
function isSameRole(left: string, right: string): boolean {
  return !isBlank(left) && plain(left) === plain(right);
}

function plain(role: string): string {
  return role.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
