import { hasPendingText, settleText, watchPendingText } from '#renderer/base/pending-text.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { applyChanges, changesBetween } from '#shared/base/json-change.ts';
import { keepEqual } from '#shared/base/keep-equal.ts';
import type { Answer, CallFailure, Client } from '#shared/contract/contract.ts';
import { isSealed, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import { REVIEW_FORMAT, SCHEMA_VERSION } from '#shared/review/envelope.ts';
import { partMemo } from '#shared/review/part-memo.ts';
import { progressMemo, type SectionProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { changedSection } from './changed-section.ts';
import { contentHash, hasSameContent } from './content-hash.ts';
import { FollowedDocument, type OwnChange } from './followed-document.ts';
import { type History, recordAside, recordBarrier, recordEdit, redo, startHistory, undo } from './history.ts';
import type { EditName, KeptStatus, ReviewWindows, WindowMessage } from './review-windows.ts';
import { SharedRoom } from './room-view.ts';
import { type SavedAs, SaveQueue, type SaveState } from './save-queue.ts';

export type OpenedReview = Answer<'review.open'>;
/** Somebody who took part in another review. */
export type KnownPerson = Answer<'people.known'>['people'][number];

/** What the screen shows of an open review; a new object whenever something changed. */
export interface SessionSnapshot {
  readonly document: ReviewDocument;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly save: SaveState;
  readonly saved: SavedAs;
  /** Hash of the document's signed content; null while it is being computed. */
  readonly contentSha256: string | null;
  /** Whether the review is agreed and signed, so that its content does not change any more. */
  readonly isSealed: boolean;
  /** The newest hash known, for what may lag by a moment, such as the progress marks. */
  readonly latestSha256: string;
}

/** What follows from a review, as a pure function that stays the same one. */
export type Derivation<Result> = (review: ReviewDocument, template: Template) => Result;

/** Time in ms without an edit after which the content is hashed: taking the hash at every key would cost more than the key. */
const HASH_PAUSE = 150;

/** Time in ms that a window which follows waits for the keeper to say how the review stands. */
const WELCOME = 500;
/** Time in ms that it waits for the keeper to have saved. */
const SAVING_LASTS = 10_000;

/**
 * One open review: its document, its undo history and its way to the disk. Lives outside React, so
 * that leaving a page cannot lose an edit. Of several windows that have the review open, one keeps it, and the sessions of the others follow
 * (`ReviewWindows`): they pass their edits on, and show what the keeper has.
 */
export class ReviewSession {
  readonly template: Template;
  readonly id: string;
  /** What the room sees of it. */
  readonly room: SharedRoom;
  readonly #client: Client;
  readonly #windows: ReviewWindows | null;
  /** Names this window to the others. */
  readonly #window = crypto.randomUUID();
  /** What is followed; null in the window that keeps the review. */
  #followed: FollowedDocument | null;
  #keptStatus: KeptStatus;
  /** Of the keeper, what the others were told. */
  #toldStatus: KeptStatus | null = null;
  #queue: SaveQueue;
  readonly #progress: ReturnType<typeof progressMemo>;
  readonly #listeners = new Set<() => void>();
  readonly #replacedListeners = new Set<() => void>();
  readonly #flushes = new Map<number, (isSaved: boolean) => void>();
  #flushNumber = 0;
  #isClosed = false;
  readonly #derived = new Map<Derivation<unknown>, (review: ReviewDocument, template: Template) => unknown>();
  #history: History;
  #hashed: { readonly document: ReviewDocument; readonly sha256: string };
  #snapshot: SessionSnapshot;
  #hashTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param windows the other windows that have the review open; null where there can be none */
  constructor(opened: OpenedReview, client: Client, windows: ReviewWindows | null = null) {
    const { document, template, revision, savedAt, contentSha256 } = opened;
    this.id = document.id;
    this.template = template;
    this.#client = client;
    this.#progress = progressMemo(template);
    this.#history = startHistory(document);
    this.#hashed = { document, sha256: contentSha256 };
    this.#windows = windows;
    this.room = new SharedRoom(this.id, windows);
    this.#queue = this.#startQueue({ revision, savedAt });
    this.#keptStatus = { canUndo: false, canRedo: false, save: { kind: 'saved' }, saved: { revision, savedAt } };
    this.#followed = windows && !windows.isKeeper ? new FollowedDocument(document) : null;
    this.#snapshot = this.#look();
    // A text on its way to the review is not on disk, and that is said.
    watchPendingText(() => this.#publishSaveState());
    windows?.onMessage((message) => this.#receive(message));
    if (this.#followed) windows?.onKeeping(() => void this.#keep());
  }

  /** Waits until a window that follows knows how the review stands. */
  async meetOthers(): Promise<void> {
    const windows = this.#windows;
    if (!windows || !this.#followed) return;
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

  /** Calls when another window had the review loaded again, as this one has to. */
  readonly onReplaced = (listener: () => void): (() => void) => {
    this.#replacedListeners.add(listener);
    return () => this.#replacedListeners.delete(listener);
  };

  /**
   * Ends the session; what is not saved by now is for another window, or lost.
   * @param how `replaced`: what is on disk is another review, which all windows have to load
   */
  close(how: 'left' | 'replaced' = 'left'): void {
    if (this.#isClosed) return;
    if (how === 'replaced') this.#windows?.send({ kind: 'replaced' });
    this.#isClosed = true;
    this.#windows?.close();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SessionSnapshot => this.#snapshot;

  /** The document as it is now. */
  get document(): ReviewDocument {
    return this.#history.present;
  }

  /** Whether nothing would be lost with this window. */
  get isSaved(): boolean {
    if (hasPendingText()) return false;
    return this.#followed ? this.#followed.waiting.length === 0 : this.#queue.state.kind === 'saved';
  }

  /** What each section still needs; the same object while that is the same. */
  readonly progress = (): readonly SectionProgress[] => this.#progress(this.document, this.#hashed.sha256);

  /** What follows from the review: computed once for all who ask, and again when a part it rests on changed. */
  derive<Result>(compute: Derivation<Result>): Result {
    const memo = this.#derived.get(compute) ?? partMemo(compute);
    this.#derived.set(compute, memo);
    return (memo as ReturnType<typeof partMemo<[Template], Result>>)(this.document, this.template);
  }

  update(change: (document: ReviewDocument) => ReviewDocument, key: string | null = null): void {
    settleText();
    const document = change(this.document);
    if (this.#followed) this.#passOn(document, key, false);
    else this.#adopt(recordEdit(this.#history, document, key, performance.now()));
  }

  /** Takes in what is no step of the person’s; see `recordAside`. A window that follows leaves it to the first one. */
  note(change: (document: ReviewDocument) => ReviewDocument): void {
    if (!this.#followed) this.#adopt(recordAside(this.#history, change));
  }

  commit(change: (document: ReviewDocument) => ReviewDocument): void {
    settleText();
    const document = change(this.document);
    if (this.#followed) this.#passOn(document, null, true);
    else this.#adopt(recordBarrier(this.#history, document));
  }

  /**
   * Takes the last step back, of whichever window; says in which section, so that the screen can go there. A window that
   * follows does not know it.
   */
  undo(): SectionKind | null {
    return this.#step('undo');
  }

  redo(): SectionKind | null {
    return this.#step('redo');
  }

  retry(): void {
    settleText();
    if (this.#followed) this.#windows?.send({ kind: 'retry' });
    else this.#queue.retry();
  }

  /** Writes everything at once; true once it is on disk. */
  async flush(): Promise<boolean> {
    settleText();
    if (!this.#followed) return this.#queue.flush();
    const number = ++this.#flushNumber;
    return new Promise<boolean>((resolve) => {
      const answer = (isSaved: boolean) => {
        clearTimeout(timer);
        this.#flushes.delete(number);
        resolve(isSaved);
      };
      const timer = setTimeout(() => answer(false), SAVING_LASTS);
      this.#flushes.set(number, answer);
      this.#windows?.send({ kind: 'flush', edit: { from: this.#window, number } });
    });
  }

  /** People of other reviews; none where they cannot be asked for, as they are only an offer. */
  async knownPeople(): Promise<readonly KnownPerson[]> {
    const answer = await this.#client['people.known']({ except: this.id });
    return answer.kind === 'people' ? answer.people : [];
  }

  /** Stores the document as a review of its own, beside the file that somebody else changed. */
  keepAsCopy(): Promise<Answer<'review.import'> | CallFailure> {
    settleText();
    const { present } = this.#history;
    const title = `${present.title.slice(0, 480).trimEnd()} (my version)`;
    const envelope = {
      format: REVIEW_FORMAT,
      schemaVersion: SCHEMA_VERSION,
      document: { ...present, title },
      template: this.template,
    };
    return this.#client['review.import']({ text: JSON.stringify(envelope) });
  }

  #step(direction: 'undo' | 'redo'): SectionKind | null {
    settleText();
    if (this.#followed) {
      this.#windows?.send({ kind: 'step', direction });
      return null;
    }
    const history = direction === 'undo' ? undo(this.#history) : redo(this.#history);
    const section = changedSection(this.#history.present, history.present);
    this.#adopt(history);
    return section;
  }

  /** @param edit the change of another window that this is, which waits to be told */
  #adopt(history: History, edit: EditName | null = null): void {
    const before = this.document;
    const isTaken = history !== this.#history && !this.#isRefused(history.present);
    if (isTaken) {
      this.#history = history;
      this.#hashLater();
      this.#queue.put(history.present);
    }
    if (isTaken || edit) {
      const changes = isTaken ? changesBetween(before, history.present) : [];
      this.#windows?.send({ kind: 'changed', changes, edit, status: this.#status() });
    }
    if (isTaken) this.#publish();
  }

  /** Changes the document here, and has the keeper take the change in. */
  #passOn(document: ReviewDocument, key: string | null, isBarrier: boolean): void {
    if (!this.#followed || document === this.document || this.#isRefused(document)) return;
    this.#tellEdit(this.#followed.change(document, key, isBarrier));
    this.#showFollowed();
  }

  #tellEdit({ number, ...change }: OwnChange): void {
    this.#windows?.send({ kind: 'edit', edit: { from: this.#window, number }, ...change });
  }

  #showFollowed(): void {
    if (!this.#followed) return;
    const document = this.#followed.present;
    if (document !== this.document) {
      this.#history = startHistory(document);
      this.#hashLater();
    }
    this.#publish();
  }

  #receive(message: WindowMessage): void {
    if (this.#isClosed) return;
    if (message.kind === 'replaced') {
      this.close();
      for (const listener of this.#replacedListeners) listener();
    } else if (this.#followed) this.#receiveOfKeeper(message, this.#followed);
    else this.#receiveOfFollower(message);
  }

  #receiveOfKeeper(message: WindowMessage, followed: FollowedDocument): void {
    switch (message.kind) {
      case 'state':
        followed.replace(message.document);
        // One that came while nobody kept the review.
        for (const change of followed.waiting) this.#tellEdit(change);
        break;
      case 'changed':
        followed.take(message.changes, message.edit?.from === this.#window ? message.edit.number : null);
        break;
      case 'status':
        break;
      case 'flushed':
        if (message.edit.from === this.#window) this.#flushes.get(message.edit.number)?.(message.isSaved);
        return;
      default:
        return;
    }
    this.#keptStatus = message.status;
    this.#showFollowed();
  }

  #receiveOfFollower(message: WindowMessage): void {
    switch (message.kind) {
      case 'hello':
        this.#windows?.send({ kind: 'state', document: this.document, status: this.#status() });
        break;
      case 'edit': {
        const { edit, changes, key, isBarrier } = message;
        const document = applyChanges(this.document, changes);
        // Letters in one field are one step, and those of two windows are not.
        const ownKey = key === null ? null : `${edit.from} ${key}`;
        const now = performance.now();
        const history = isBarrier
          ? recordBarrier(this.#history, document)
          : recordEdit(this.#history, document, ownKey, now);
        this.#adopt(history, edit);
        break;
      }
      case 'step':
        this.#step(message.direction);
        break;
      case 'retry':
        this.retry();
        break;
      case 'flush':
        void this.flush().then((isSaved) => this.#windows?.send({ kind: 'flushed', edit: message.edit, isSaved }));
        break;
      default:
        break;
    }
  }

  /** The keeper has gone, and this window is the next in the row. */
  async #keep(): Promise<void> {
    const answer = await this.#client['review.open']({ id: this.id });
    const followed = this.#followed;
    if (!followed || this.#isClosed) return;
    const { saved } = this.#keptStatus;
    const onDisk = answer.kind === 'opened' ? answer : null;
    // A save of the keeper that it did not come to tell of. Anything else on the disk is somebody else's, and shows as that.
    const isOurs = onDisk && (onDisk.revision === saved.revision || followed.knows(onDisk.document));
    this.#followed = null;
    this.#history = startHistory(followed.present);
    this.#queue = this.#startQueue(isOurs ? onDisk : saved);
    if (!onDisk || canonicalJson(onDisk.document) !== canonicalJson(this.document)) this.#queue.put(this.document);
    this.#windows?.send({ kind: 'state', document: this.document, status: this.#status() });
    for (const resolve of this.#flushes.values()) void this.flush().then(resolve);
    this.#publish();
  }

  #startQueue({ revision, savedAt }: SavedAs): SaveQueue {
    // Names this editor to the host, which then takes a save for a follower of the one under way.
    const editor = crypto.randomUUID();
    return new SaveQueue({
      start: { revision, savedAt },
      save: (changed, baseRevision) => this.#client['review.save']({ document: changed, baseRevision, editor }),
      load: async () => {
        const answer = await this.#client['review.open']({ id: this.id });
        return answer.kind === 'opened' ? answer : null;
      },
      onChange: () => this.#publish(),
    });
  }

  #status(): KeptStatus {
    if (this.#followed) return this.#keptStatus;
    const { past, future } = this.#history;
    return {
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      save: this.#queue.state,
      saved: this.#queue.saved,
    };
  }

  /** Has what a signature binds to hashed, unless it is the same. */
  #hashLater(): void {
    const { document } = this;
    if (hasSameContent(document, this.#hashed.document)) {
      this.#hashed = { ...this.#hashed, document };
      return;
    }
    clearTimeout(this.#hashTimer);
    this.#hashTimer = setTimeout(() => void this.#hash(document), HASH_PAUSE);
  }

  /** The last look at a change to what is signed; no screen offers one. */
  #isRefused(document: ReviewDocument): boolean {
    const { isSealed: sealed, latestSha256 } = this.#snapshot;
    return sealed && sealedProblem(this.#history.present, document, this.template, latestSha256) !== null;
  }

  async #hash(document: ReviewDocument): Promise<void> {
    const sha256 = await contentHash(document);
    if (!hasSameContent(document, this.#history.present)) return;
    this.#hashed = { document: this.#history.present, sha256 };
    this.#publish();
  }

  #look(): SessionSnapshot {
    const { present } = this.#history;
    const { canUndo, canRedo, save, saved } = this.#status();
    const isWaiting = hasPendingText() || (this.#followed?.waiting.length ?? 0) > 0;
    const contentSha256 = this.#hashed.document === present ? this.#hashed.sha256 : null;
    return {
      document: present,
      canUndo,
      canRedo,
      save: isWaiting && save.kind === 'saved' ? { kind: 'saving' } : save,
      saved,
      contentSha256,
      isSealed: contentSha256 !== null && isSealed(signOffState(present, this.template, contentSha256)),
      latestSha256: this.#hashed.sha256,
    };
  }

  #publishSaveState(): void {
    if (this.#look().save.kind !== this.#snapshot.save.kind) this.#publish();
  }

  #publish(): void {
    this.#snapshot = this.#look();
    this.#tellStatus();
    for (const listener of this.#listeners) listener();
  }

  #tellStatus(): void {
    if (!this.#windows || this.#followed) return;
    const status = keepEqual(this.#toldStatus, this.#status());
    if (status === this.#toldStatus) return;
    this.#toldStatus = status;
    this.#windows.send({ kind: 'status', status });
  }
}
