import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind } from '#shared/template/template.ts';
import type { KeptStatus, ReviewWindows, WindowMessage } from './review-windows.ts';
import type { SessionContent } from './session-content.ts';

/** What a window does with a review depends on whether it keeps it or follows the window that does (ADR 22). */
export interface SessionRole {
  /** How the review stands with the window that keeps it. */
  readonly status: KeptStatus;
  /** Changes made in this window that the keeper has not taken yet. */
  readonly waiting: number;
  /** Whether nothing would be lost with this window. */
  readonly isSaved: boolean;
  /**
   * Takes in a change of this window.
   * @param key see `recordEdit`
   * @param isBarrier whether undo may not cross it
   */
  change(document: ReviewDocument, key: string | null, isBarrier: boolean): void;
  /** Takes in what is no step of the person’s; see `recordAside`. */
  note(change: (document: ReviewDocument) => ReviewDocument): void;
  /** Goes a step back or forth; says in which section, where that is known here. */
  step(direction: 'undo' | 'redo'): SectionKind | null;
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
