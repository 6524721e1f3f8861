import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { closedAs } from './closing.ts';
import { approverStandings, signedContent } from './sign-off.ts';

/** What to tell somebody who wants to change a review that is closed. */
const SEALED_MESSAGE =
  'This review is closed, so its content cannot change any more. Start the next revision to change it; this one stays as it is.';

/**
 * Why a closed review must not become this document; null when it may. `contentSha256` is the hash of
 * `before`. Allowed are closed conditions, what is noted or watched since, how it is filed, and the mark that the
 * decision does not hold any more. What a version before
 * 0.5 closed also takes signatures of approvers who have not signed yet.
 */
export function sealedProblem(
  before: ReviewDocument,
  after: ReviewDocument,
  template: Template,
  contentSha256: string,
): string | null {
  if (closedAs(before, template, contentSha256) === null) return null;
  if (signedContent(before) !== signedContent(after)) return SEALED_MESSAGE;
  const fixed = (review: ReviewDocument) =>
    canonicalJson([
      { ...review.signOff, signatures: before.closed ? review.signOff.signatures : [] },
      review.closed ?? null,
      review.predictions ?? null,
      review.supersededBy ?? null,
      review.supersedes?.content ?? null,
    ]);
  const isKept =
    fixed(before) === fixed(after) &&
    onlyAddsSignatures(before, after, contentSha256) &&
    onlyAdds(before.followUp, after.followUp) &&
    onlyAdds(before.tripwires, after.tripwires);
  return isKept ? null : SEALED_MESSAGE;
}

/** Whether a list begins with all that it held before. */
function onlyAdds(before: readonly unknown[] = [], after: readonly unknown[] = []): boolean {
  return canonicalJson(before) === canonicalJson(after.slice(0, before.length));
}

function onlyAddsSignatures(before: ReviewDocument, after: ReviewDocument, contentSha256: string): boolean {
  const [given, all] = [before.signOff.signatures, after.signOff.signatures];
  if (canonicalJson(given) !== canonicalJson(all.slice(0, given.length))) return false;
  const waiting = new Set(
    approverStandings(before, contentSha256).flatMap(({ kind, approver }) => (kind === 'signed' ? [] : [approver.id])),
  );
  return all.slice(given.length).every((signature) => waiting.delete(signature.approver));
}
