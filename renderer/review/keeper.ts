import { settleText } from '#renderer/base/pending-text.ts';
import { applyChanges, changesBetween } from '#shared/base/json-change.ts';
import { keepEqual } from '#shared/base/keep-equal.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind } from '#shared/template/template.ts';
import { changedSection } from './changed-section.ts';
import { type History, recordAside, recordBarrier, recordEdit, redo, undo } from './history.ts';
import type { EditName, KeptStatus, WindowMessage } from './review-windows.ts';
import type { SavedAs, SaveQueue } from './save-queue.ts';
import type { KeeperContext, SessionRole } from './session-role.ts';

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

  change(document: ReviewDocument, key: string | null, isBarrier: boolean): void {
    this.#adopt(this.#recorded(document, key, isBarrier));
  }

  note(change: (document: ReviewDocument) => ReviewDocument): void {
    this.#adopt(recordAside(this.#context.content.history, change));
  }

  step(direction: 'undo' | 'redo'): SectionKind | null {
    const before = this.#context.content.history;
    const history = direction === 'undo' ? undo(before) : redo(before);
    const section = changedSection(before.present, history.present);
    this.#adopt(history);
    return section;
  }

  /** What the document was made from, where it is known; null where it is not. */
  get savedDocument(): ReviewDocument | null {
    return this.#queue.savedDocument;
  }

  /** Takes in a document that was merged with what is on disk, as one step, and saves it over that. */
  takeMerged(document: ReviewDocument, onDisk: SavedAs): void {
    this.#queue.goOnFrom(onDisk, document);
    this.change(document, null, false);
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
        const { edit, changes, key, isBarrier } = message;
        const document = applyChanges(this.#context.content.document, changes);
        // Letters in one field are one step, and those of two windows are not.
        this.#adopt(this.#recorded(document, key === null ? null : `${edit.from} ${key}`, isBarrier), edit);
        break;
      }
      case 'step':
        settleText();
        this.step(message.direction);
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

  #recorded(document: ReviewDocument, key: string | null, isBarrier: boolean): History {
    const { history } = this.#context.content;
    return isBarrier ? recordBarrier(history, document) : recordEdit(history, document, key, performance.now());
  }

  /** @param edit the change of another window that this is, which waits to be told */
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
