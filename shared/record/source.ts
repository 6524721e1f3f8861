import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

/** What the store knows about the revision a record is made from. */
export interface StoredRevision {
  /** SHA-256 of the document's `signedContent`. */
  readonly contentSha256: string;
  readonly revision: number;
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
}

/** Everything a record is built from. */
export interface RecordSource extends StoredRevision {
  readonly review: ReviewDocument;
  readonly template: Template;
}
