import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import type { Failure } from '#shared/contract/contract.ts';
import { type ReviewSummary, summarize } from '#shared/review/summary.ts';
import { parseReviewOf } from './review-file.ts';

/** Files of reviews to sum up, in plain data, so that a thread can do it. */
export interface SumJob {
  readonly files: readonly { readonly id: string; readonly bytes: Uint8Array }[];
  /** Templates that were not sent before. */
  readonly templates: readonly LoadedTemplate[];
}

/** What came of a file; `unknown`: its template, named by its hash, was never sent. */
export type Sum =
  | { readonly kind: 'summed'; readonly summary: ReviewSummary }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly template: string };

/** Sums up the files of reviews somewhere else, as in threads, where there are many. */
export interface SumElsewhere {
  /**
   * What the list shows of the review that these bytes hold; null where it could not be found out there.
   * @param templateOf finds a template by its hash; null where it is gone
   * @throws {FailureError} for a file that cannot be used
   */
  sumUp(
    id: string,
    bytes: Uint8Array,
    templateOf: (sha256: string) => Promise<LoadedTemplate | null>,
  ): Promise<ReviewSummary | null>;
}

/** Sums up files, one `Sum` for each in their order. Keeps the templates that it was sent. */
export function summer(): (job: SumJob) => readonly Sum[] {
  const known = new Map<string, LoadedTemplate>();
  const sumUp = ({ id, bytes }: SumJob['files'][number]): Sum => {
    try {
      const review = parseReviewOf(id, bytes);
      const { sha256 } = review.document.template;
      const template = known.get(sha256);
      if (!template) return { kind: 'unknown', template: sha256 };
      const stored = { ...review, contentSha256: contentSha256(review.document) };
      return { kind: 'summed', summary: summarize(review.document, template.template, stored) };
    } catch (error) {
      if (error instanceof FailureError) return { kind: 'failed', failure: error.failure };
      throw error;
    }
  };
  return ({ files, templates }) => {
    for (const template of templates) known.set(template.sha256, template);
    return files.map(sumUp);
  };
}
