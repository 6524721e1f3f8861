import { isBlank } from '#shared/base/limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import type { Closed, Signature } from './answers.ts';
import { openConditions } from './conditions.ts';
import { approverStandings, countingSignatures } from './sign-off.ts';
import { type SignOffTally, signOffTally } from './tally.ts';

/** What a review is closed as. */
export type ClosedAs = Closed['verdict'];

/** What closing a review now makes it: its signatures say so, nobody chooses. */
export function closingVerdict({ isMet, objections }: Pick<SignOffTally, 'isMet' | 'objections'>): ClosedAs {
  if (!isMet) return 'not-agreed';
  return objections.length > 0 ? 'dissent' : 'agreed';
}

/**
 * What a review is closed as; null while it is open. A closing for another content, or one that says something else
 * than the signatures, closes nothing. Versions before 0.5 closed a review at the signature that made enough of them,
 * and their reviews stay closed; see ADR 20.
 */
export function closedAs(review: ReviewDocument, template: Template, contentSha256: string): ClosedAs | null {
  const { closed, signOff } = review;
  const verdict = closingVerdict(signOffTally(review, template, contentSha256));
  if (closed) return closed.contentSha256 === contentSha256 && closed.verdict === verdict ? verdict : null;
  return signOff.closing === undefined && verdict !== 'not-agreed' ? verdict : null;
}

/** Why a review cannot be closed as its document says; null when it can. `contentSha256` is the hash of its content. */
export function closingProblem(review: ReviewDocument, template: Template, contentSha256: string): string | null {
  const { closed } = review;
  if (!closed) return null;
  if (closedAs(review, template, contentSha256) === null) {
    return 'The closing does not fit the signatures of this review. Look at the sign-off page again, then close it there.';
  }
  if (isBlank(closed.by)) return 'Say who closes the review.';
  if (closed.verdict === 'not-agreed' && isBlank(closed.reason)) return 'Say why the decision was not agreed.';
  return null;
}

/**
 * Standing of the whole sign-off. Open: `stale`: a signature is for an earlier content, and what there is for this one
 * is not enough; `objected`: everybody signed this content, and it is not agreed; `ready`: it is decided and can be
 * closed. Closed: `dissent`: decided against an objection; `provisional`: agreed, but conditions are open; `signed`:
 * agreed, and nothing is open; `not-agreed`.
 */
export const SIGN_OFF_STATES = [
  'unsigned',
  'partly-signed',
  'stale',
  'objected',
  'ready',
  'provisional',
  'signed',
  'dissent',
  'not-agreed',
] as const;
export type SignOffState = (typeof SIGN_OFF_STATES)[number];

/** Those of a review that somebody closed. */
export const CLOSED_STATES: readonly SignOffState[] = ['provisional', 'signed', 'dissent', 'not-agreed'];

/** Where the sign-off stands for the content of this hash. */
export function signOffState(review: ReviewDocument, template: Template, contentSha256: string): SignOffState {
  const closed = closedAs(review, template, contentSha256);
  if (closed === 'agreed') return openConditions(review).length > 0 ? 'provisional' : 'signed';
  if (closed) return closed;
  // Whoever changed the file after it was closed undid that.
  if (review.closed) return 'stale';
  const tally = signOffTally(review, template, contentSha256);
  if (tally.isMet) return 'ready';
  const standings = approverStandings(review, contentSha256);
  if (standings.some(({ kind }) => kind === 'stale')) return 'stale';
  if (standings.every(({ kind }) => kind === 'unsigned')) return 'unsigned';
  const isComplete = standings.every(({ kind }) => kind === 'signed');
  return isComplete && tally.objections.length > 0 ? 'objected' : 'partly-signed';
}

/** A record is a draft until the review is closed. */
export function isDraft(state: SignOffState): boolean {
  return !isSealed(state);
}

/** Whether the review is closed and so cannot change any more. */
export function isSealed(state: SignOffState): boolean {
  return state === 'signed' || state === 'provisional' || state === 'dissent' || state === 'not-agreed';
}

/** Id under which a closing is sealed where nobody signed. */
const CLOSING_ID = 'closing';

/**
 * What the seals of a record stand for, in their order: the signatures that count, or, where nobody signed a review
 * that was closed as not agreed, the closing itself.
 */
export function sealedSignatures(review: ReviewDocument, contentSha256: string): readonly SealedSignature[] {
  const signatures = countingSignatures(review, contentSha256);
  const { closed } = review;
  if (signatures.length > 0 || closed?.contentSha256 !== contentSha256) return signatures;
  return [
    {
      id: CLOSING_ID,
      approver: CLOSING_ID,
      name: closed.by,
      role: '',
      verdict: 'object',
      comment: closed.reason,
      typedName: closed.by,
      drawing: [],
      signedAt: closed.at,
      contentSha256,
      closes: true,
    },
  ];
}

/** A signature that a seal stands for. */
export type SealedSignature = Signature & {
  /** Whether it is the closing of a review that nobody signed. */
  readonly closes?: true;
};
