import type { JsonChange } from '#shared/base/json-change.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { FollowedDocument, type OwnChange } from './followed-document.ts';
import { startHistory } from './history.ts';
import type { ChangeAs, EditName, KeptStatus, WindowMessage } from './review-windows.ts';
import type { FollowerContext, SessionRole, Step } from './session-role.ts';

/** Time in ms that a window which follows waits for the keeper to say how the review stands. */
const WELCOME = 500;
/** Time in ms that it waits for the keeper to have saved. */
const SAVING_LASTS = 10_000;

/** A window that follows the one which keeps the review: it passes its edits on, and shows what the keeper has. */
export class Follower implements SessionRole {
  readonly #context: FollowerContext;
  /** Names this window to the others. */
  readonly #window = crypto.randomUUID();
  readonly #followed: FollowedDocument;
  readonly #flushes = new Map<number, (isSaved: boolean) => void>();
  readonly #steps = new Map<number, (step: Step | null) => void>();
  #flushNumber = 0;
  #status: KeptStatus;

  /** @param status how the review stands until the keeper says it */
  constructor(context: FollowerContext, status: KeptStatus) {
    this.#context = context;
    this.#followed = new FollowedDocument(context.content.document);
    this.#status = status;
  }

  get status(): KeptStatus {
    return this.#status;
  }

  get waiting(): number {
    return this.#followed.waiting.length;
  }

  get isSaved(): boolean {
    return this.waiting === 0;
  }

  /** Waits until this window knows how the review stands, unless nobody says so. */
  async meetKeeper(): Promise<void> {
    const { windows } = this.#context;
    await new Promise<void>((resolve) => {
      const stop = windows.onMessage(({ kind }) => kind === 'state' && welcome());
      const welcome = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(welcome, WELCOME);
      windows.send({ kind: 'hello' });
    });
  }

  /** Changes the document here, and has the keeper take the change in. */
  change(document: ReviewDocument, as: ChangeAs): void {
    const { content, refuses } = this.#context;
    if (document === content.document || refuses(document)) return;
    this.#tellEdit(this.#followed.change(document, as));
    this.#show();
  }

  /** Has the keeper go the step, and waits for what it changed. */
  step(direction: 'undo' | 'redo'): Promise<Step | null> {
    const number = this.#followed.nextNumber();
    return new Promise((resolve) => {
      this.#steps.set(number, resolve);
      this.#context.windows.send({ kind: 'step', edit: { from: this.#window, number }, direction });
    });
  }

  retry(): void {
    this.#context.windows.send({ kind: 'retry' });
  }

  stop(): void {
    this.#giveUpSteps();
  }

  flush(): Promise<boolean> {
    const number = ++this.#flushNumber;
    return new Promise<boolean>((resolve) => {
      const answer = (isSaved: boolean) => {
        clearTimeout(timer);
        this.#flushes.delete(number);
        resolve(isSaved);
      };
      const timer = setTimeout(() => answer(false), SAVING_LASTS);
      this.#flushes.set(number, answer);
      this.#context.windows.send({ kind: 'flush', edit: { from: this.#window, number } });
    });
  }

  /** Whoever waits for something to be saved, and is to be told by the next keeper. */
  waitingForSave(): readonly ((isSaved: boolean) => void)[] {
    return [...this.#flushes.values()];
  }

  /** Whether a document on the disk is one that the keeper had. */
  knows(document: ReviewDocument): boolean {
    return this.#followed.knows(document);
  }

  /** What the keeper alone says. */
  tellStatus(): void {}

  receive(message: WindowMessage): void {
    switch (message.kind) {
      case 'state':
        this.#followed.replace(message.document);
        // A new keeper knows nothing of them, and has no steps to go back.
        this.#giveUpSteps();
        // One that came while nobody kept the review.
        for (const change of this.#followed.waiting) this.#tellEdit(change);
        break;
      case 'changed':
        this.#take(message.changes, message.edit);
        break;
      case 'status':
        break;
      case 'flushed':
        if (message.edit.from === this.#window) this.#flushes.get(message.edit.number)?.(message.isSaved);
        return;
      default:
        return;
    }
    this.#status = message.status;
    this.#show();
  }

  #take(changes: readonly JsonChange[], edit: EditName | null): void {
    const own = edit?.from === this.#window ? edit.number : null;
    const before = this.#followed.present;
    this.#followed.take(changes, own);
    const after = this.#followed.present;
    if (own === null) return;
    this.#steps.get(own)?.(after === before ? null : { before, after });
    this.#steps.delete(own);
  }

  #giveUpSteps(): void {
    for (const giveUp of this.#steps.values()) giveUp(null);
    this.#steps.clear();
  }

  #tellEdit({ number, ...change }: OwnChange): void {
    this.#context.windows.send({ kind: 'edit', edit: { from: this.#window, number }, ...change });
  }

  #show(): void {
    const { content, publish } = this.#context;
    const document = this.#followed.present;
    if (document !== content.document) content.set(startHistory(document));
    publish();
  }
}
