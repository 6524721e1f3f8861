import type { Condition } from '#shared/kinds/decision/answers.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Signature } from './answers.ts';

/** A condition that somebody can close: of the decision, or of one signer. */
export interface TrackedCondition extends Condition {
  /** Name of the signer who set it; empty for those of the decision. */
  readonly from: string;
  /** What will show that it holds; empty where nobody said. */
  readonly evidence: string;
}

/** All conditions that a decision stands under: its own, then those of its signers, in the order of their signatures. */
export function trackedConditions(review: ReviewDocument): readonly TrackedCondition[] {
  return [
    ...review.decision.conditions.map((condition) => ({ ...condition, from: '', evidence: '' })),
    ...latestSignatures(review).flatMap(({ name, conditions = [] }) =>
      conditions.map((condition) => ({ ...condition, met: false, from: name })),
    ),
  ];
}

/** Conditions that hold neither by what was signed nor by what was recorded since. */
export function openConditions(review: ReviewDocument): readonly TrackedCondition[] {
  return trackedConditions(review).filter(({ id, met }) => !met && review.closings?.[id] === undefined);
}

/** Whether a signer approves under conditions that nobody can close, because they stand in words alone. */
export function hasUntrackedConditions(review: ReviewDocument): boolean {
  const underConditions = latestSignatures(review).some(({ verdict }) => verdict === 'approve-with-conditions');
  return underConditions && trackedConditions(review).length === 0;
}

/** The signature of each approver that stands now. */
function latestSignatures({ signOff }: ReviewDocument): readonly Signature[] {
  const latest = new Set(
    signOff.approvers.map(({ id }) => signOff.signatures.findLast(({ approver }) => approver === id)),
  );
  return signOff.signatures.filter((signature) => latest.has(signature));
}
