import type { ReviewDocument } from '#shared/review/review.ts';
import type { SavedAs } from './save-queue.ts';

/** What was in a window and not on the disk when it closed or failed to save. */
export interface Draft {
  readonly document: ReviewDocument;
  /** What was on the disk then. */
  readonly saved: SavedAs;
  /** When it was kept, ISO 8601. */
  readonly keptAt: string;
}

/** Keeps a draft of a review in the browser; false where there is no room. */
export function keepDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(draft.document.id), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft of a review; null when there is none that can be read. */
export function draftOf(id: string): Draft | null {
  try {
    const draft: Draft | null = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null');
    return draft?.document.id === id && typeof draft.saved.revision === 'number' ? draft : null;
  } catch {
    return null;
  }
}

export function dropDraft(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // There is no storage, and so no draft.
  }
}

function keyOf(id: string): string {
  return `groundwork-draft-${id}`;
}
