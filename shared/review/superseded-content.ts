import { type ReviewDocument, reviewDocumentSchema } from './review.ts';

/** The content of the review that this one supersedes; null when there is none or it cannot be read. */
export function supersededContent(review: ReviewDocument): ReviewDocument | null {
  const { supersedes } = review;
  if (supersedes?.content === undefined) return null;
  try {
    // The id is not part of what was signed.
    const parsed = reviewDocumentSchema.safeParse({ ...JSON.parse(supersedes.content), id: supersedes.id });
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // not JSON: no review that Groundwork wrote
  }
}
