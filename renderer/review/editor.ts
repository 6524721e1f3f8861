import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

/** What a section's page may do with the review it shows. */
export interface ReviewEditor {
  readonly document: ReviewDocument;
  readonly template: Template;
  /** SHA-256 of `signedContent(document)`; null while it is being computed. */
  readonly contentSha256: string | null;
  /** Whether the review is agreed and signed: its content shows, but does not change. */
  readonly isSealed: boolean;
  /**
   * Changes the document and saves it. Edits with the same key that follow each other quickly become
   * one step of undo, for example the letters typed into one field.
   */
  update(change: (document: ReviewDocument) => ReviewDocument, key?: string): void;
  /** A change that undo may not cross, such as a signature. */
  commit(change: (document: ReviewDocument) => ReviewDocument): void;
  /** Writes everything at once; gives the revision that is on disk then, null when it could not be saved. */
  flush(): Promise<number | null>;
  /** A fresh id for a list row. */
  newId(): string;
  /** The present moment as the document stores it (ISO 8601, UTC). */
  now(): string;
  /** Opens a link outside of Groundwork. */
  openLink(url: string): void;
}
