import { partMemo } from '#shared/review/part-memo.ts';
import { progressMemo, type SectionProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { contentHash, hasSameContent } from './content-hash.ts';
import { type History, startHistory } from './history.ts';

/** What follows from a review, as a pure function that stays the same one. */
export type Derivation<Result> = (review: ReviewDocument, template: Template) => Result;

/** Time in ms without an edit after which the content is hashed: taking the hash at every key would cost more than the key. */
const HASH_PAUSE = 150;

/** What an open review says: its document with the way back and forth, the hash of its content, and what follows from both. */
export class SessionContent {
  readonly template: Template;
  readonly #onHashed: () => void;
  readonly #progress: ReturnType<typeof progressMemo>;
  readonly #derived = new Map<Derivation<unknown>, (review: ReviewDocument, template: Template) => unknown>();
  #history: History;
  #hashed: { readonly document: ReviewDocument; readonly sha256: string };
  #hashTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param sha256 the hash of the document's content
   * @param onHashed is called when the hash of a later state is known
   */
  constructor(template: Template, document: ReviewDocument, sha256: string, onHashed: () => void) {
    this.template = template;
    this.#onHashed = onHashed;
    this.#progress = progressMemo(template);
    this.#history = startHistory(document);
    this.#hashed = { document, sha256 };
  }

  get history(): History {
    return this.#history;
  }

  /** The document as it is now. */
  get document(): ReviewDocument {
    return this.#history.present;
  }

  /** Hash of the document's signed content; null while it is being computed. */
  get contentSha256(): string | null {
    return this.#hashed.document === this.document ? this.#hashed.sha256 : null;
  }

  /** The newest hash known. */
  get latestSha256(): string {
    return this.#hashed.sha256;
  }

  /** Goes on with another state, whose hash follows after a pause. */
  set(history: History): void {
    this.#history = history;
    this.#hashLater();
  }

  /** What each section still needs; the same object while that is the same. */
  progress(): readonly SectionProgress[] {
    return this.#progress(this.document, this.latestSha256);
  }

  /** What follows from the review: computed once for all who ask, and again when a part it rests on changed. */
  derive<Result>(compute: Derivation<Result>): Result {
    const memo = this.#derived.get(compute) ?? partMemo(compute);
    this.#derived.set(compute, memo);
    return (memo as ReturnType<typeof partMemo<[Template], Result>>)(this.document, this.template);
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

  async #hash(document: ReviewDocument): Promise<void> {
    const sha256 = await contentHash(document);
    if (!hasSameContent(document, this.document)) return;
    this.#hashed = { document: this.document, sha256 };
    this.#onHashed();
  }
}
