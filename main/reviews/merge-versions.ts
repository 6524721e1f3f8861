import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import { parseDocument } from '#main/store/review-file.ts';
import { type ConflictWords, conflictWords } from '#shared/merge/conflict-words.ts';
import { mergeProblem } from '#shared/merge/merge-problem.ts';
import { mergeReviews } from '#shared/merge/merge-reviews.ts';
import type { Side } from '#shared/merge/versions.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

export interface VersionsToMerge {
  /** What both may have started from; see `mergeReviews`. */
  readonly bases: readonly ReviewDocument[];
  readonly a: ReviewDocument;
  readonly b: ReviewDocument;
  readonly template: Template;
  /** Sides that were chosen, by the key of the conflict. */
  readonly choices?: ReadonlyMap<string, Side> | undefined;
}

/** Two versions of a review in one, ready to be stored and to be shown. */
export interface MergedVersions {
  readonly document: ReviewDocument;
  readonly conflicts: readonly ConflictWords[];
}

/** Merges two versions of a review. @throws {FailureError} `sealed`, or `invalid` where they cannot be one review */
export function mergeVersions({ bases, a, b, template, choices }: VersionsToMerge): MergedVersions {
  const hashed = (document: ReviewDocument) => ({ document, contentSha256: contentSha256(document) });
  const problem = mergeProblem(hashed(a), hashed(b), template);
  if (problem !== null) {
    throw new FailureError(a.template.sha256 === b.template.sha256 ? 'sealed' : 'invalid', problem);
  }
  const { document, conflicts } = mergeReviews(bases, a, b, choices);
  const parsed = parseDocument(document);
  if (!parsed.ok) {
    throw new FailureError(
      'invalid',
      'Together, the two versions hold more than one review can. Keep the other version as a review of its own.',
      { details: parsed.problems },
    );
  }
  return { document: parsed.document, conflicts: conflicts.map((entry) => conflictWords(entry, [a, b], template)) };
}
