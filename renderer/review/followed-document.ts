import { canonicalJson } from '#shared/base/canonical-json.ts';
import { applyChanges, changesBetween, type JsonChange } from '#shared/base/json-change.ts';
import { keepEqual } from '#shared/base/keep-equal.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { ChangeAs } from './review-windows.ts';

/** A change of this window that the keeper has not taken yet. */
export interface OwnChange {
  readonly number: number;
  readonly changes: readonly JsonChange[];
  readonly as: ChangeAs;
}

/** States of the keeper that are remembered, to know one of them again on the disk. */
const REMEMBERED = 100;

/**
 * The document of a window that follows: what the keeper said last, with this window's own changes on top. The keeper puts the
 * changes of all windows in one order, which counts for everybody, so that in the end all show the same.
 */
export class FollowedDocument {
  #confirmed: ReviewDocument;
  #present: ReviewDocument;
  #waiting: readonly OwnChange[] = [];
  #number = 0;
  #recent: readonly ReviewDocument[];

  constructor(document: ReviewDocument) {
    this.#confirmed = document;
    this.#present = document;
    this.#recent = [document];
  }

  get present(): ReviewDocument {
    return this.#present;
  }

  /** Changes that the keeper has not taken yet, oldest first. */
  get waiting(): readonly OwnChange[] {
    return this.#waiting;
  }

  /** Changes the document here at once; the change is what has to be told. */
  change(document: ReviewDocument, as: ChangeAs): OwnChange {
    const own = { number: this.nextNumber(), changes: changesBetween(this.#present, document), as };
    this.#waiting = [...this.#waiting, own];
    this.#present = document;
    return own;
  }

  /** Names what this window asks of the keeper, in the order in which it is asked. */
  nextNumber(): number {
    return ++this.#number;
  }

  /** The keeper changed the document. @param own number of this window's change or step that it was; null for another one */
  take(changes: readonly JsonChange[], own: number | null): void {
    if (own !== null) this.#waiting = this.#waiting.filter(({ number }) => number > own);
    this.#confirm(applyChanges(this.#confirmed, changes));
  }

  /** The keeper said what the whole document is. */
  replace(document: ReviewDocument): void {
    this.#confirm(keepEqual(this.#confirmed, document));
  }

  /** Whether a document on the disk is one that the keeper had. */
  knows(document: ReviewDocument): boolean {
    const text = canonicalJson(document);
    return this.#recent.some((known) => canonicalJson(known) === text);
  }

  #confirm(document: ReviewDocument): void {
    this.#confirmed = document;
    this.#recent = [...this.#recent, document].slice(-REMEMBERED);
    const present = this.#waiting.reduce((result, { changes }) => applyChanges(result, changes), document);
    this.#present = keepEqual(this.#present, present);
  }
}
