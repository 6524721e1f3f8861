import { canonicalJson } from './canonical-json.ts';
import type { Approver, ReviewDocument, Signature } from './review.ts';

/**
 * The text a signature binds to: the canonical document without its sign-off part, so that one
 * approver after another can sign the same content, and without its id, which a copy that is
 * imported beside the original cannot keep. Hash it with SHA-256 over UTF-8.
 */
export function signedContent(review: ReviewDocument): string {
  const { id: _id, signOff: _signOff, ...content } = review;
  return canonicalJson(content);
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

/**
 * Standing of the whole sign-off. `objected`: everybody signed this content and at least one
 * objects, so it is signed but not agreed. `stale`: a signature is for an earlier content.
 */
export type SignOffState = 'unsigned' | 'partly-signed' | 'stale' | 'objected' | 'signed';

export function signOffState(review: ReviewDocument, contentSha256: string): SignOffState {
  const standings = approverStandings(review, contentSha256);
  if (standings.some((standing) => standing.kind === 'stale')) return 'stale';
  const signatures = standings.flatMap((standing) => (standing.kind === 'signed' ? [standing.signature] : []));
  if (signatures.length === 0) return 'unsigned';
  if (signatures.length < standings.length) return 'partly-signed';
  return signatures.some((signature) => signature.verdict === 'object') ? 'objected' : 'signed';
}

/** A record is a draft until every named approver has signed the content it prints. */
export function isDraft(state: SignOffState): boolean {
  return state !== 'signed' && state !== 'objected';
}

/** First characters of a hash in groups, short enough to read out in a room. */
export function shortHash(sha256: string): string {
  return (sha256.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}
