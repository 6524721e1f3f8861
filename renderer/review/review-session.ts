import { hasPendingText, settleText, watchPendingText } from '#renderer/base/pending-text.ts';
import { addTime, type TimeNote } from '#shared/agenda/agenda.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { Answer, CallFailure, Client } from '#shared/contract/contract.ts';
import { isSealed, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import { REVIEW_FORMAT, SCHEMA_VERSION } from '#shared/review/envelope.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { type Draft, draftOf, dropDraft } from './draft.ts';
import { keepDrafts } from './draft-keeper.ts';
import { Follower } from './follower.ts';
import { startHistory } from './history.ts';
import { Keeper } from './keeper.ts';
import type { ReviewWindows, WindowMessage } from './review-windows.ts';
import { SharedRoom } from './room-view.ts';
import { type OnDisk, type SavedAs, SaveQueue, type SaveState } from './save-queue.ts';
import { type Derivation, SessionContent } from './session-content.ts';
import type { RoleContext, Step } from './session-role.ts';

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

/**
 * One open review: its document, its undo history (`SessionContent`) and its way to the disk. Lives outside React, so that leaving a
 * page cannot lose an edit. Of several windows that have the review open, one keeps it (`Keeper`), and the sessions of the others
 * follow (`Follower`): they pass their edits on, and show what the keeper has.
 */
export class ReviewSession {
  readonly template: Template;
  readonly id: string;
  /** What the room sees of it. */
  readonly room: SharedRoom;
  readonly #client: Client;
  readonly #windows: ReviewWindows | null;
  readonly #content: SessionContent;
  readonly #listeners = new Set<() => void>();
  readonly #replacedListeners = new Set<() => void>();
  readonly #stopKeepingDrafts: () => void;
  #role: Keeper | Follower;
  #draft: Draft | null;
  #isClosed = false;
  #snapshot: SessionSnapshot;

  /** @param windows the other windows that have the review open; null where there can be none */
  constructor(opened: OpenedReview, client: Client, windows: ReviewWindows | null = null) {
    const { document, template, revision, savedAt, contentSha256 } = opened;
    this.id = document.id;
    this.template = template;
    this.#client = client;
    this.#windows = windows;
    this.#content = new SessionContent(template, document, contentSha256, () => this.#publish());
    this.room = new SharedRoom(this.id, windows);
    const saved = { revision, savedAt };
    if (windows && !windows.isKeeper) {
      const status = { canUndo: false, canRedo: false, save: { kind: 'saved' }, saved } as const;
      this.#role = new Follower({ ...this.#context(), windows }, status);
      windows.onKeeping(() => void this.#keep());
    } else {
      this.#role = this.#keeper({ ...saved, document }).keeper;
    }
    this.#snapshot = this.#look();
    this.#draft = this.#unsavedDraft();
    this.#stopKeepingDrafts = keepDrafts(this);
    // A text on its way to the review is not on disk, and that is said.
    watchPendingText(() => this.#publishSaveState());
    windows?.onMessage((message) => this.#receive(message));
  }

  /** Waits until a window that follows knows how the review stands. */
  async meetOthers(): Promise<void> {
    if (this.#role instanceof Follower) await this.#role.meetKeeper();
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
    this.#role.stop();
    this.#stopKeepingDrafts();
    this.#windows?.close();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SessionSnapshot => this.#snapshot;

  /** The document as it is now. */
  get document(): ReviewDocument {
    return this.#content.document;
  }

  /** Whether nothing would be lost with this window. */
  get isSaved(): boolean {
    return !hasPendingText() && this.#role.isSaved;
  }

  /** What another window had of the review and could not save; null when there is nothing of that kind. */
  readonly draft = (): Draft | null => this.#draft;

  /** Takes a draft over as a change of this window, or drops it. */
  settleDraft(how: 'take' | 'drop'): void {
    const draft = this.#draft;
    if (!draft) return;
    this.#draft = null;
    if (how === 'take') this.commit(() => draft.document);
    dropDraft(this.id);
    this.#publish();
  }

  /** What each section still needs; the same object while that is the same. */
  readonly progress = (): readonly SectionProgress[] => this.#content.progress();

  /** What follows from the review: computed once for all who ask, and again when a part it rests on changed. */
  derive<Result>(compute: Derivation<Result>): Result {
    return this.#content.derive(compute);
  }

  update(change: (document: ReviewDocument) => ReviewDocument, key: string | null = null): void {
    settleText();
    this.#role.change(change(this.document), { kind: 'step', key });
  }

  /** Takes in time that passed, which is no step of the person’s; see `recordAside`. */
  noteTime(note: TimeNote): void {
    this.#role.change(addTime(this.document, note), { kind: 'time', note });
  }

  commit(change: (document: ReviewDocument) => ReviewDocument): void {
    settleText();
    this.#role.change(change(this.document), { kind: 'barrier' });
  }

  /** Takes the last step back, of whichever window; gives the review before and after, so that the screen can go there. */
  undo(): Promise<Step | null> {
    settleText();
    return this.#role.step('undo');
  }

  redo(): Promise<Step | null> {
    settleText();
    return this.#role.step('redo');
  }

  retry(): void {
    settleText();
    this.#role.retry();
  }

  /** Writes everything at once; true once it is on disk. */
  async flush(): Promise<boolean> {
    settleText();
    return this.#role.flush();
  }

  /** People of other reviews; none where they cannot be asked for, as they are only an offer. */
  async knownPeople(): Promise<readonly KnownPerson[]> {
    const answer = await this.#client['people.known']({ except: this.id });
    return answer.kind === 'people' ? answer.people : [];
  }

  /** Stores the document, or another state of it, as a review of its own, beside the file that somebody else changed. */
  keepAsCopy(of: ReviewDocument | null = null): Promise<Answer<'review.import'> | CallFailure> {
    settleText();
    const mine = of ?? this.document;
    const title = `${mine.title.slice(0, 480).trimEnd()} (my version)`;
    const envelope = {
      format: REVIEW_FORMAT,
      schemaVersion: SCHEMA_VERSION,
      document: { ...mine, title },
      template: this.template,
    };
    return this.#client['review.import']({ text: JSON.stringify(envelope) });
  }

  /** Whether this window can merge what somebody else saved: the one that saves can. */
  get canMerge(): boolean {
    return this.#role instanceof Keeper;
  }

  /** What the document was made from, as far as that is known. */
  get savedDocument(): ReviewDocument | null {
    return this.#role instanceof Keeper ? this.#role.savedDocument : null;
  }

  /** Goes on with a document that was merged with what somebody else saved; it can be undone as one step. */
  takeMerged(document: ReviewDocument, onDisk: SavedAs): void {
    settleText();
    if (this.#role instanceof Keeper) this.#role.takeMerged(document, onDisk);
  }

  /** Puts the review back whose file is gone; why it is not, null when it is. */
  async putBack(): Promise<CallFailure | null> {
    settleText();
    const { document, saved } = this.#snapshot;
    const answer = await this.#client['review.putBack']({ document, baseRevision: saved.revision });
    if (answer.kind === 'failed') return answer;
    // Where there is a file again, the next try finds it, and asks.
    if (answer.kind === 'saved' && this.#role instanceof Keeper) this.#role.takeMerged(document, answer);
    else this.retry();
    return null;
  }

  #unsavedDraft(): Draft | null {
    const draft = draftOf(this.id);
    if (draft && canonicalJson(draft.document) !== canonicalJson(this.document)) return draft;
    if (draft) dropDraft(this.id);
    return null;
  }

  #receive(message: WindowMessage): void {
    if (this.#isClosed) return;
    if (message.kind === 'replaced') {
      this.close();
      for (const listener of this.#replacedListeners) listener();
    } else this.#role.receive(message);
  }

  /** The keeper has gone, and this window is the next in the row. */
  async #keep(): Promise<void> {
    const answer = await this.#client['review.open']({ id: this.id });
    const follower = this.#role;
    if (!(follower instanceof Follower) || this.#isClosed) return;
    const { saved } = follower.status;
    const onDisk = answer.kind === 'opened' ? answer : null;
    // A save of the keeper that it did not come to tell of. Anything else on the disk is somebody else's, and shows as that.
    const isOurs = onDisk && (onDisk.revision === saved.revision || follower.knows(onDisk.document));
    const { keeper, queue } = this.#keeper(isOurs ? onDisk : { ...saved, document: null });
    follower.stop();
    this.#role = keeper;
    this.#content.set(startHistory(this.document));
    if (!onDisk || canonicalJson(onDisk.document) !== canonicalJson(this.document)) queue.put(this.document);
    keeper.tellAll();
    for (const resolve of follower.waitingForSave()) void this.flush().then(resolve);
    this.#publish();
  }

  #context(): RoleContext {
    return {
      content: this.#content,
      refuses: (document) => this.#isRefused(document),
      publish: () => this.#publish(),
    };
  }

  #keeper({ revision, savedAt, document }: OnDisk) {
    // Names this editor to the host, which then takes a save for a follower of the one under way.
    const editor = crypto.randomUUID();
    const queue = new SaveQueue({
      start: { revision, savedAt, document },
      save: (changed, baseRevision) => this.#client['review.save']({ document: changed, baseRevision, editor }),
      load: async () => {
        const answer = await this.#client['review.open']({ id: this.id });
        return answer.kind === 'opened' ? answer : null;
      },
      onChange: () => this.#publish(),
    });
    return { queue, keeper: new Keeper({ ...this.#context(), windows: this.#windows }, queue) };
  }

  /** The last look at a change to what is signed; no screen offers one. */
  #isRefused(document: ReviewDocument): boolean {
    const { isSealed: sealed, latestSha256 } = this.#snapshot;
    return sealed && sealedProblem(this.document, document, this.template, latestSha256) !== null;
  }

  #look(): SessionSnapshot {
    const { document, contentSha256, latestSha256 } = this.#content;
    const { canUndo, canRedo, save, saved } = this.#role.status;
    const isWaiting = hasPendingText() || this.#role.waiting > 0;
    return {
      document,
      canUndo,
      canRedo,
      save: isWaiting && save.kind === 'saved' ? { kind: 'saving' } : save,
      saved,
      contentSha256,
      isSealed: contentSha256 !== null && isSealed(signOffState(document, this.template, contentSha256)),
      latestSha256,
    };
  }

  #publishSaveState(): void {
    if (this.#look().save.kind !== this.#snapshot.save.kind) this.#publish();
  }

  #publish(): void {
    this.#snapshot = this.#look();
    this.#role.tellStatus();
    for (const listener of this.#listeners) listener();
  }
}
