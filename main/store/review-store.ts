import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, nameTaken } from '#main/files/file-system.ts';
import { canonicalSha256, contentSha256 } from '#main/files/hash.ts';
import { Lanes } from '#main/files/lanes.ts';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type ReviewSummary, summarize } from '#shared/review/summary.ts';
import { carryOver } from '#shared/template/carry.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';
import { refuseSealed } from './refuse-sealed.ts';
import { ChangedOnDisk, ReviewAdapter } from './review-adapter.ts';
import type { StoredReview } from './review-file.ts';
import { ReviewIndex, type ReviewList } from './review-index.ts';
import { bringBack, moveToTrash, notFound } from './trash.ts';

export interface OpenReview extends StoredReview {
  readonly template: LoadedTemplate;
  /** The hash that signatures bind to. */
  readonly contentSha256: string;
}

export interface SaveRequest {
  readonly baseRevision: number;
  readonly document: ReviewDocument;
  /** The open editor this comes from; lets a save follow one whose answer is still on its way. */
  readonly editor?: string | undefined;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string; readonly contentSha256: string }
  | { readonly kind: 'stale'; readonly revision: number; readonly savedAt: string };

/** A save that has not begun; a newer one of the same editor takes its place. */
interface WaitingSave {
  document: ReviewDocument;
  readonly result: Promise<SaveResult>;
}

/** The last save tried for a review, to recognise its own work on disk. */
interface Attempt {
  readonly editor: string | undefined;
  readonly baseRevision: number;
  readonly sha256: string;
}

/**
 * Reviews on disk, one file each. Reading needs no lock; whoever writes holds the folder's lock.
 * Work on one review is done one piece after the other. Every failure a person can act on is a
 * `FailureError`; nothing is acknowledged before it is safe on disk, and no user data is deleted.
 */
export class ReviewStore {
  readonly #files: FileSystem;
  readonly #layout: DataLayout;
  readonly #templates: TemplateLibrary;
  readonly #now: () => Date;
  readonly #index: ReviewIndex;
  readonly #lanes = new Lanes();
  readonly #waiting = new Map<string, WaitingSave>();
  readonly #attempts = new Map<string, Attempt>();

  constructor(files: FileSystem, layout: DataLayout, templates: TemplateLibrary, now: () => Date = () => new Date()) {
    this.#files = files;
    this.#layout = layout;
    this.#templates = templates;
    this.#now = now;
    this.#index = new ReviewIndex(files, layout, (id) => this.#summarize(id));
  }

  /** @throws {FailureError} when the folder of the reviews cannot be read. */
  list(): Promise<ReviewList> {
    return explaining(`The reviews in ${this.#layout.reviews} could not be listed`, () => this.#index.list());
  }

  /** @throws {FailureError} `not-found`, `damaged`, `newer-format` … */
  async open(id: string): Promise<OpenReview> {
    return explaining('The review could not be opened', async () => {
      const review = await this.#read(id);
      const template = await this.templateOf(review.document);
      return { ...review, template, contentSha256: contentSha256(review.document) };
    });
  }

  /** The template that a review was made from. @throws {FailureError} `damaged` when it is gone */
  async templateOf({ template }: ReviewDocument): Promise<LoadedTemplate> {
    const found = await this.#templates.find(template.sha256);
    if (found) return found;
    throw new FailureError(
      'damaged',
      'The template that this review was made from is missing from the data folder. Import a file of the review that carries its template.',
    );
  }

  /**
   * Stores a review that comes from elsewhere, with its template, and gives it another id when its
   * own is taken. The trash does not count: a review that was thrown away may come back by its file.
   */
  add(review: StoredReview, template: LoadedTemplate): Promise<ReviewDocument> {
    const { id } = review.document;
    return this.#alone(id, 'The review could not be stored', async () => {
      const taken = await nameTaken(this.#files, reviewPath(this.#layout, id));
      const document = taken ? { ...review.document, id: randomUUID() } : review.document;
      await this.#templates.keep(template);
      const db = await this.#load(document.id);
      db.data = { ...review, document };
      await db.write();
      return document;
    });
  }

  /**
   * Saves a new revision. Answered when it is safe on disk; `stale` when the file is not the one
   * the change was made to, and then nothing is written.
   */
  save(request: SaveRequest): Promise<SaveResult> {
    const { document, baseRevision, editor } = request;
    const { id } = document;
    const key = editor === undefined ? null : `${id} ${editor} ${baseRevision}`;
    const waiting = key === null ? undefined : this.#waiting.get(key);
    if (waiting) {
      waiting.document = document;
      return waiting.result;
    }
    const entry: WaitingSave = {
      document,
      result: this.#alone(id, 'The review could not be saved', () => {
        if (key !== null) this.#waiting.delete(key);
        return this.#write({ ...request, document: entry.document });
      }),
    };
    if (key !== null) this.#waiting.set(key, entry);
    return entry.result;
  }

  trash(id: string): Promise<void> {
    return this.#alone(id, 'The review could not be moved to the trash', () =>
      moveToTrash(this.#files, this.#layout, id, this.#now()),
    );
  }

  restore(id: string): Promise<void> {
    return this.#alone(id, 'The review could not be brought back', () => bringBack(this.#files, this.#layout, id));
  }

  /** Takes no more changes and waits for those under way. */
  close(): Promise<void> {
    return this.#lanes.close();
  }

  /** Stores what makes the next start quick; nothing is lost when it fails. */
  flushIndex(): Promise<void> {
    return this.#index.flush();
  }

  /** Puts a review onto another version of its template, with every answer it has. */
  changeTemplate(id: string, baseRevision: number, to: LoadedTemplate): Promise<SaveResult> {
    return this.#alone(id, 'The template could not be changed', async () => {
      const current = await this.open(id);
      const { document, template: from } = current;
      if (current.revision !== baseRevision) {
        // The same wish sent twice, as after a lost answer, is done already.
        return current.revision === baseRevision + 1 && from.sha256 === to.sha256 ? saved(current) : stale(current);
      }
      if (from.template.id !== to.template.id) {
        throw new FailureError(
          'invalid',
          `The review was made from “${from.template.title}”, and this is another template, not a version of it. Nothing was changed.`,
        );
      }
      const db = await this.#load(id);
      if (db.data?.revision !== current.revision) return stale(await this.#read(id));
      await this.#templates.keep(to);
      return this.#store(db, current, carryOver(document, from.template, to).document);
    });
  }

  /** Puts a mark on a review that stands outside of what is signed, whatever its revision. */
  mark(id: string, change: (document: ReviewDocument) => ReviewDocument): Promise<SaveResult> {
    return this.#alone(id, 'The review could not be marked', async () => {
      const db = await this.#load(id);
      if (!db.data) throw notFound();
      return this.#put(db, db.data, change(db.data.document));
    });
  }

  async #write({ baseRevision, document, editor }: SaveRequest): Promise<SaveResult> {
    const { id } = document;
    const db = await this.#load(id);
    const current = db.data;
    if (!current) throw notFound();
    if (current.document.template.sha256 !== document.template.sha256) {
      throw new FailureError('invalid', 'The review on disk is made from another template. Nothing was saved.');
    }
    const sha256 = canonicalSha256(document);
    if (current.revision !== baseRevision && !this.#isOurs(current, baseRevision, editor)) {
      // The same change sent twice, as after a lost answer, is saved already.
      const again = current.revision === baseRevision + 1 && canonicalSha256(current.document) === sha256;
      return again ? saved(current) : stale(current);
    }
    this.#attempts.set(id, { editor, baseRevision, sha256 });
    return this.#store(db, current, document);
  }

  /** Writes the next revision, unless it changes what is signed. */
  async #store(db: Low<StoredReview | null>, current: StoredReview, document: ReviewDocument): Promise<SaveResult> {
    await refuseSealed(this.#templates, current.document, document);
    return this.#put(db, current, document);
  }

  /** Writes the next revision, unless the file has changed since it was read. */
  async #put(db: Low<StoredReview | null>, current: StoredReview, document: ReviewDocument): Promise<SaveResult> {
    const next = { document, revision: current.revision + 1, savedAt: this.#now().toISOString() };
    db.data = next;
    try {
      await db.write();
    } catch (error) {
      if (error instanceof ChangedOnDisk) return stale(await this.#read(document.id));
      throw error;
    }
    return saved(next);
  }

  /** Whether what is on disk is what the same editor last sent from the same revision. */
  #isOurs(current: StoredReview, baseRevision: number, editor: string | undefined): boolean {
    const attempt = this.#attempts.get(current.document.id);
    return (
      editor !== undefined &&
      attempt?.editor === editor &&
      attempt.baseRevision === baseRevision &&
      attempt.sha256 === canonicalSha256(current.document)
    );
  }

  async #read(id: string): Promise<StoredReview> {
    const db = await this.#load(id);
    if (!db.data) throw notFound();
    return db.data;
  }

  async #summarize(id: string): Promise<ReviewSummary> {
    const { document, template, ...stored } = await this.open(id);
    return summarize(document, template.template, stored);
  }

  async #load(id: string): Promise<Low<StoredReview | null>> {
    const db = new Low<StoredReview | null>(new ReviewAdapter(this.#files, this.#layout, id), null);
    await db.read();
    return db;
  }

  #alone<T>(id: string, what: string, work: () => Promise<T>): Promise<T> {
    return this.#lanes.run(id, () => explaining(what, work));
  }
}

function saved({ document, revision, savedAt }: StoredReview): SaveResult {
  return { kind: 'saved', revision, savedAt, contentSha256: contentSha256(document) };
}

/** Answers a call that was made about another revision than the one on disk, which it names. */
export function stale({ revision, savedAt }: Omit<StoredReview, 'document'>) {
  return { kind: 'stale', revision, savedAt } as const;
}
