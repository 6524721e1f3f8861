import { canonicalJson, canonicalText } from '#shared/base/canonical-json.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Approver, Signature } from './answers.ts';

/** Parts that no signature binds: the signatures themselves, and what becomes of a review afterwards. */
export const UNSIGNED_PARTS = [
  'signOff',
  'closed',
  'closings',
  'predictions',
  'tripwires',
  'followUp',
  'filing',
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

/** The same, put together from the canonical text of each part of the document. */
export function signedContentOf({ supersedes }: ReviewDocument, parts: ReadonlyMap<string, string>): string {
  const signed = new Map([...parts].filter(([part]) => part !== 'id' && !isUnsigned(part)));
  if (supersedes) signed.set('supersedes', canonicalJson(referenceOf(supersedes)));
  return canonicalText(signed);
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

/** First characters of a hash in groups, short enough to read out in a room. */
export function shortHash(sha256: string): string {
  return (sha256.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}
