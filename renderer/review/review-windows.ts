import type { TimeNote } from '#shared/agenda/agenda.ts';
import type { JsonChange } from '#shared/base/json-change.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { RoomView } from './room-view.ts';
import type { SavedAs, SaveState } from './save-queue.ts';

/** How the review stands with the window that keeps it. */
export interface KeptStatus {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly save: SaveState;
  readonly saved: SavedAs;
}

/** Names a change of one window, so that it knows it again. */
export interface EditName {
  /** Id of the window. */
  readonly from: string;
  readonly number: number;
}

/** What a change is to the history: steps with one key follow each other as one, undo does not cross a barrier, and time is no step. */
export type ChangeAs =
  | { readonly kind: 'step'; readonly key: string | null }
  | { readonly kind: 'barrier' }
  | { readonly kind: 'time'; readonly note: TimeNote };

/** What the windows of one review tell each other. */
export type WindowMessage =
  /** Of a window that has just come, or has missed something. */
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'edit';
      readonly edit: EditName;
      readonly changes: readonly JsonChange[];
      readonly as: ChangeAs;
    }
  | { readonly kind: 'step'; readonly edit: EditName; readonly direction: 'undo' | 'redo' }
  | { readonly kind: 'flush'; readonly edit: EditName }
  | { readonly kind: 'retry' }
  /** Of the keeper: the review as it stands. */
  | { readonly kind: 'state'; readonly document: ReviewDocument; readonly status: KeptStatus }
  /** Of the keeper: what changed, and whose change or step it was; a step that led nowhere changes nothing. */
  | {
      readonly kind: 'changed';
      readonly changes: readonly JsonChange[];
      readonly edit: EditName | null;
      readonly status: KeptStatus;
    }
  | { readonly kind: 'status'; readonly status: KeptStatus }
  | { readonly kind: 'flushed'; readonly edit: EditName; readonly isSaved: boolean }
  /** What is on disk is another review now, such as one on another template; everybody loads it again. */
  | { readonly kind: 'replaced' }
  /** What the room is to see, of the window that somebody works in; and the question for it. */
  | { readonly kind: 'room'; readonly view: Partial<RoomView> }
  | { readonly kind: 'which-room' }
  | { readonly kind: 'projector' };

/**
 * The way between the windows of this browser, or of the desktop program, that have one review open. One of them
 * keeps it: its document and history count, and it alone saves. The others follow. When the keeper goes, whichever way,
 * the next one in the row takes over.
 */
export interface ReviewWindows {
  readonly isKeeper: boolean;
  /** Calls when this window becomes the keeper. */
  onKeeping(listener: () => void): void;
  send(message: WindowMessage): void;
  /** Calls for each message of another window. */
  onMessage(listener: (message: WindowMessage) => void): () => void;
  /** Lets the others go on without this window. */
  close(): void;
}

/** Joins the windows of a review; null where the browser knows no way between windows, so that each stands alone. */
export async function joinWindows(review: string): Promise<ReviewWindows | null> {
  if (!('BroadcastChannel' in globalThis) || !globalThis.navigator?.locks) return null;
  const name = `groundwork-review-${review}`;
  const channel = new BroadcastChannel(name);
  const gone = new AbortController();
  /** Holds the lock until the window lets go, or is gone itself: the browser takes it back then. */
  const hold = () => new Promise<void>((resolve) => gone.signal.addEventListener('abort', () => resolve()));
  const isKeeper = await new Promise<boolean>((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && !gone.signal.aborted ? hold() : undefined;
      })
      .catch(reject);
  });
  return {
    isKeeper,
    onKeeping(listener) {
      navigator.locks
        .request(name, { signal: gone.signal }, () => {
          if (gone.signal.aborted) return undefined;
          listener();
          return hold();
        })
        // It was closed while it waited.
        .catch(() => undefined);
    },
    send(message) {
      if (!gone.signal.aborted) channel.postMessage(message);
    },
    onMessage(listener) {
      const receive = ({ data }: MessageEvent<WindowMessage>) => listener(data);
      channel.addEventListener('message', receive);
      return () => channel.removeEventListener('message', receive);
    },
    close() {
      gone.abort();
      channel.close();
    },
  };
}
