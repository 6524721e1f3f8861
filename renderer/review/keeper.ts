import { settleText } from '#renderer/base/pending-text.ts';
import { addTime } from '#shared/agenda/agenda.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { applyChanges, changesBetween } from '#shared/base/json-change.ts';
import { keepEqual } from '#shared/base/keep-equal.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type History, recordAside, recordBarrier, recordEdit, redo, undo } from './history.ts';
import type { ChangeAs, EditName, KeptStatus, WindowMessage } from './review-windows.ts';
import type { SavedAs, SaveQueue } from './save-queue.ts';
import type { KeeperContext, SessionRole, Step } from './session-role.ts';

/** The window that keeps the review: its document and its history count, and it alone saves. */
export class Keeper implements SessionRole {
  readonly waiting = 0;
  readonly #context: KeeperContext;
  readonly #queue: SaveQueue;
  /** What the others were told. */
  #told: KeptStatus | null = null;

  constructor(context: KeeperContext, queue: SaveQueue) {
    this.#context = context;
    this.#queue = queue;
  }

  get status(): KeptStatus {
    const { past, future } = this.#context.content.history;
    return {
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      save: this.#queue.state,
      saved: this.#queue.saved,
    };
  }

  get isSaved(): boolean {
    return this.#queue.state.kind === 'saved';
  }

  change(document: ReviewDocument, as: ChangeAs): void {
    this.#adopt(this.#recorded(document, as));
  }

  async step(direction: 'undo' | 'redo'): Promise<Step | null> {
    return this.#step(direction, null);
  }

  /** What the document was made from, where it is known; null where it is not. */
  get savedDocument(): ReviewDocument | null {
    return this.#queue.savedDocument;
  }

  /** Takes in a document that was merged with what is on disk, as one step, and saves it over that. */
  takeMerged(document: ReviewDocument, onDisk: SavedAs): void {
    this.#queue.goOnFrom(onDisk, document);
    this.change(document, { kind: 'step', key: null });
  }

  retry(): void {
    this.#queue.retry();
  }

  flush(): Promise<boolean> {
    return this.#queue.flush();
  }

  stop(): void {
    this.#queue.stop();
  }

  /** Tells the others the whole review, as of a window that has just become the keeper. */
  tellAll(): void {
    const { windows, content } = this.#context;
    windows?.send({ kind: 'state', document: content.document, status: this.status });
  }

  tellStatus(): void {
    const { windows } = this.#context;
    if (!windows) return;
    const status = keepEqual(this.#told, this.status);
    if (status === this.#told) return;
    this.#told = status;
    windows.send({ kind: 'status', status });
  }

  receive(message: WindowMessage): void {
    switch (message.kind) {
      case 'hello':
        this.tellAll();
        break;
      case 'edit': {
        const { edit, changes, as } = message;
        const document = applyChanges(this.#context.content.document, changes);
        this.#adopt(this.#recorded(document, keyedByWindow(as, edit)), edit);
        break;
      }
      case 'step':
        settleText();
        this.#step(message.direction, message.edit);
        break;
      case 'retry':
        settleText();
        this.retry();
        break;
      case 'flush':
        settleText();
        void this.flush().then((isSaved) =>
          this.#context.windows?.send({ kind: 'flushed', edit: message.edit, isSaved }),
        );
        break;
      default:
        break;
    }
  }

  #recorded(document: ReviewDocument, as: ChangeAs): History {
    const { history } = this.#context.content;
    switch (as.kind) {
      case 'step':
        return recordEdit(history, document, as.key, performance.now());
      case 'barrier':
        return recordBarrier(history, document);
      case 'time':
        // Added to what is here by now: another window may have noted time as well.
        return recordAside(history, (review) => addTime(review, as.note));
      default:
        return assertNever(as);
    }
  }

  #step(direction: 'undo' | 'redo', edit: EditName | null): Step | null {
    const { content } = this.#context;
    const before = content.document;
    this.#adopt(direction === 'undo' ? undo(content.history) : redo(content.history), edit);
    return content.document === before ? null : { before, after: content.document };
  }

  /** @param edit the change or step of another window that this is, which waits to be told */
  #adopt(history: History, edit: EditName | null = null): void {
    const { content, windows, refuses, publish } = this.#context;
    const before = content.history;
    const isTaken = history !== before && !refuses(history.present);
    if (isTaken) {
      content.set(history);
      this.#queue.put(history.present);
    }
    if (isTaken || edit) {
      const changes = isTaken ? changesBetween(before.present, history.present) : [];
      windows?.send({ kind: 'changed', changes, edit, status: this.status });
    }
    if (isTaken) publish();
  }
}

/** Letters in one field are one step, and those of two windows are not. */
function keyedByWindow(as: ChangeAs, { from }: EditName): ChangeAs {
  return as.kind === 'step' && as.key !== null ? { ...as, key: `${from} ${as.key}` } : as;
}
