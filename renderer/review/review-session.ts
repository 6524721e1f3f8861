import type { Answer, CallFailure, Client } from '#shared/contract/contract.ts';
import { sealedProblem } from '#shared/kinds/sign-off/sealed.ts';
import { isSealed, signOffState } from '#shared/kinds/sign-off/sign-off.ts';
import { REVIEW_FORMAT, SCHEMA_VERSION } from '#shared/review/envelope.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { changedSection } from './changed-section.ts';
import { contentHash, hasSameContent } from './content-hash.ts';
import { type History, recordBarrier, recordEdit, redo, startHistory, undo } from './history.ts';
import { type SavedAs, SaveQueue, type SaveState } from './save-queue.ts';

export type OpenedReview = Answer<'review.open'>;

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
 * One open review: its document, its undo history and its way to the disk. Lives outside React, so
 * that leaving a page cannot lose an edit.
 */
export class ReviewSession {
  readonly template: Template;
  readonly id: string;
  readonly #client: Client;
  readonly #queue: SaveQueue;
  readonly #listeners = new Set<() => void>();
  #history: History;
  #hashed: { readonly document: ReviewDocument; readonly sha256: string };
  #snapshot: SessionSnapshot;

  constructor(opened: OpenedReview, client: Client) {
    const { document, template, revision, savedAt, contentSha256 } = opened;
    this.id = document.id;
    this.template = template;
    this.#client = client;
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
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SessionSnapshot => this.#snapshot;

  get isSaved(): boolean {
    return this.#queue.state.kind === 'saved';
  }

  update(change: (document: ReviewDocument) => ReviewDocument, key: string | null = null): void {
    const { present } = this.#history;
    this.#adopt(recordEdit(this.#history, change(present), key, performance.now()));
  }

  commit(change: (document: ReviewDocument) => ReviewDocument): void {
    this.#adopt(recordBarrier(this.#history, change(this.#history.present)));
  }

  /** Takes the last step back; says in which section, so that the screen can go there. */
  undo(): SectionKind | null {
    return this.#step(undo(this.#history));
  }

  redo(): SectionKind | null {
    return this.#step(redo(this.#history));
  }

  retry(): void {
    this.#queue.retry();
  }

  /** Writes everything at once; true once it is on disk. */
  flush(): Promise<boolean> {
    return this.#queue.flush();
  }

  /** Stores the document as a review of its own, beside the file that somebody else changed. */
  keepAsCopy(): Promise<Answer<'review.import'> | CallFailure> {
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
      void this.#hash(history.present);
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
      save: this.#queue.state,
      saved: this.#queue.saved,
      contentSha256,
      isSealed: contentSha256 !== null && isSealed(signOffState(present, this.template, contentSha256)),
      latestSha256: this.#hashed.sha256,
    };
  }

  #publish(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }
}
