import { hasPendingText, settleText, watchPendingText } from '#renderer/base/pending-text.ts';
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
import { type History, recordBarrier, recordEdit, redo, startHistory, undo } from './history.ts';
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

/**
 * One open review: its document, its undo history and its way to the disk. Lives outside React, so
 * that leaving a page cannot lose an edit.
 */
export class ReviewSession {
  readonly template: Template;
  readonly id: string;
  readonly #client: Client;
  readonly #queue: SaveQueue;
  readonly #progress: ReturnType<typeof progressMemo>;
  readonly #listeners = new Set<() => void>();
  readonly #derived = new Map<Derivation<unknown>, (review: ReviewDocument, template: Template) => unknown>();
  #history: History;
  #hashed: { readonly document: ReviewDocument; readonly sha256: string };
  #snapshot: SessionSnapshot;
  #hashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(opened: OpenedReview, client: Client) {
    const { document, template, revision, savedAt, contentSha256 } = opened;
    this.id = document.id;
    this.template = template;
    this.#client = client;
    this.#progress = progressMemo(template);
    this.#history = startHistory(document);
    this.#hashed = { document, sha256: contentSha256 };
    // Names this editor to the host, which then takes a save for a follower of the one under way.
    const editor = crypto.randomUUID();
    this.#queue = new SaveQueue({
      start: { revision, savedAt },
      save: (changed, baseRevision) => client['review.save']({ document: changed, baseRevision, editor }),
      load: async () => {
        const answer = await client['review.open']({ id: document.id });
        return answer.kind === 'opened' ? answer : null;
      },
      onChange: () => this.#publish(),
    });
    this.#snapshot = this.#look();
    // A text on its way to the review is not on disk, and that is said.
    watchPendingText(() => this.#publishSaveState());
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

  get isSaved(): boolean {
    return !hasPendingText() && this.#queue.state.kind === 'saved';
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
    const { present } = this.#history;
    this.#adopt(recordEdit(this.#history, change(present), key, performance.now()));
  }

  commit(change: (document: ReviewDocument) => ReviewDocument): void {
    settleText();
    this.#adopt(recordBarrier(this.#history, change(this.#history.present)));
  }

  /** Takes the last step back; says in which section, so that the screen can go there. */
  undo(): SectionKind | null {
    settleText();
    return this.#step(undo(this.#history));
  }

  redo(): SectionKind | null {
    settleText();
    return this.#step(redo(this.#history));
  }

  retry(): void {
    settleText();
    this.#queue.retry();
  }

  /** Writes everything at once; true once it is on disk. */
  flush(): Promise<boolean> {
    settleText();
    return this.#queue.flush();
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

  #step(history: History): SectionKind | null {
    const section = changedSection(this.#history.present, history.present);
    this.#adopt(history);
    return section;
  }

  #adopt(history: History): void {
    if (history === this.#history || this.#isRefused(history.present)) return;
    this.#history = history;
    if (hasSameContent(history.present, this.#hashed.document)) {
      this.#hashed = { ...this.#hashed, document: history.present };
    } else {
      clearTimeout(this.#hashTimer);
      this.#hashTimer = setTimeout(() => void this.#hash(history.present), HASH_PAUSE);
    }
    this.#queue.put(history.present);
    this.#publish();
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
    const { past, present, future } = this.#history;
    const contentSha256 = this.#hashed.document === present ? this.#hashed.sha256 : null;
    return {
      document: present,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      save: hasPendingText() && this.#queue.state.kind === 'saved' ? { kind: 'saving' } : this.#queue.state,
      saved: this.#queue.saved,
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
    for (const listener of this.#listeners) listener();
  }
}
