import type { ReviewDocument } from '#shared/review/review.ts';
import type { ChangeAs, KeptStatus, ReviewWindows, WindowMessage } from './review-windows.ts';
import type { SessionContent } from './session-content.ts';

/** The review before and after a step back or forth. */
export interface Step {
  readonly before: ReviewDocument;
  readonly after: ReviewDocument;
}

/** What a window does with a review depends on whether it keeps it or follows the window that does (ADR 22). */
export interface SessionRole {
  /** How the review stands with the window that keeps it. */
  readonly status: KeptStatus;
  /** Changes made in this window that the keeper has not taken yet. */
  readonly waiting: number;
  /** Whether nothing would be lost with this window. */
  readonly isSaved: boolean;
  /** Takes in a change of this window. */
  change(document: ReviewDocument, as: ChangeAs): void;
  /** Goes a step back or forth; null where there is none. */
  step(direction: 'undo' | 'redo'): Promise<Step | null>;
  /** Tries to save again after a failure. */
  retry(): void;
  /** Has everything written at once; true once it is on disk. */
  flush(): Promise<boolean>;
  /** Ends what it would do by itself. */
  stop(): void;
  receive(message: WindowMessage): void;
  /** Tells the other windows how the review stands, where that is this window's to say and has changed. */
  tellStatus(): void;
}

/** What both roles work with. */
export interface RoleContext {
  readonly content: SessionContent;
  /** Whether a change has to be refused, because it is to what was signed. */
  readonly refuses: (document: ReviewDocument) => boolean;
  /** Tells those who show the review that it changed. */
  readonly publish: () => void;
}

/** The same where there may be other windows. */
export interface KeeperContext extends RoleContext {
  readonly windows: ReviewWindows | null;
}

/** The same where there is another window. */
export interface FollowerContext extends RoleContext {
  readonly windows: ReviewWindows;
}
