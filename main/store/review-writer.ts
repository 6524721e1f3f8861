import { Low } from 'lowdb';
import { FailureError } from '#main/files/failure.ts';
import { canonicalSha256, contentSha256 } from '#main/files/hash.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { reviewPath } from './data-folder.ts';
import { refuseSealed } from './refuse-sealed.ts';
import { ChangedOnDisk, type KeptReview, ReviewAdapter, type ReviewPlaces } from './review-adapter.ts';
import { type PreparedReview, prepareDocument, type StoredReview } from './review-file.ts';
import type { ReadReview, SeenReview } from './seen-reviews.ts';
import { notFound } from './trash.ts';

export interface SaveRequest {
  readonly baseRevision: number;
  readonly document: ReviewDocument;
  /** The open editor this comes from; lets a save follow one whose answer is still on its way. */
  readonly editor?: string | undefined;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string; readonly contentSha256: string }
  | { readonly kind: 'stale'; readonly revision: number; readonly savedAt: string };

type Prepared = Omit<PreparedReview, 'revision' | 'savedAt'>;

/** The last save tried for a review, to recognise its own work on disk. */
interface Attempt {
  readonly editor: string | undefined;
  readonly baseRevision: number;
  readonly sha256: string;
}

interface Places extends ReviewPlaces {
  readonly templates: TemplateLibrary;
  readonly now: () => Date;
}

/**
 * Writes revisions of reviews, each only over the file it was made from. A document is sorted and hashed once; a
 * file whose bytes are those seen last is not parsed again. Whoever calls does so for one review at a time.
 */
export class ReviewWriter {
  readonly #places: Places;
  readonly #attempts = new Map<string, Attempt>();

  constructor(places: Places) {
    this.#places = places;
  }

  /** The file of a review as it is on disk now; its data is null when there is none. @throws {FailureError} */
  async load(id: string): Promise<Low<KeptReview>> {
    const db = this.#database(id, null);
    await db.read();
    return db;
  }

  /** @throws {FailureError} `not-found`, `damaged`, `newer-format` … */
  async read(id: string): Promise<ReadReview> {
    const review = await new ReviewAdapter(this.#places, id).read();
    if (!review) throw await notFound(this.#places.files, this.#places.layout);
    return review;
  }

  /** Stores a review under an id that no file has. @throws {FailureError} */
  async create(review: StoredReview): Promise<void> {
    const db = await this.load(review.document.id);
    if (db.data) throw new Error('There is a review of this id');
    db.data = review;
    await db.write();
  }

  /** Deletes the file of a review that was just made and not acknowledged, unless it holds something else. */
  async takeAway(made: ReviewDocument): Promise<void> {
    const found = await this.load(made.id).catch((error: unknown) => {
      // Nothing that was made here cannot be read.
      if (!(error instanceof FailureError)) throw error;
      return null;
    });
    if (!found?.data || canonicalSha256(found.data.document) !== canonicalSha256(made)) return;
    await this.#places.files.unlink(reviewPath(this.#places.layout, made.id));
  }

  /** Saves what an editor sends; `stale` when the file is not the one that it was made from. @throws {FailureError} */
  async save(request: SaveRequest): Promise<SaveResult> {
    const { document, baseRevision, editor } = request;
    const prepared = { document, ...prepareDocument(document) };
    const quick = await this.#saveUnread(request, prepared);
    if (quick && quick !== 'changed') return quick;
    const db = await this.load(document.id);
    const current = db.data;
    if (!current) throw await notFound(this.#places.files, this.#places.layout);
    if (current.document.template.sha256 !== document.template.sha256) {
      throw new FailureError('invalid', 'The review on disk is made from another template. Nothing was saved.');
    }
    // Another one of the same number is no base for this save either.
    const isBase = current.revision === baseRevision && quick !== 'changed';
    if (!isBase && !this.#isOurs(current, baseRevision, editor)) {
      // The same change sent twice, as after a lost answer, is saved already.
      const again = current.revision === baseRevision + 1 && canonicalSha256(current.document) === prepared.sha256;
      return again ? saved(current) : stale(current);
    }
    this.#attempts.set(document.id, { editor, baseRevision, sha256: prepared.sha256 });
    return this.#store(db, current, prepared);
  }

  /** Writes the next revision, unless it changes what is signed. @throws {FailureError} */
  store(db: Low<KeptReview>, current: StoredReview, document: ReviewDocument): Promise<SaveResult> {
    return this.#store(db, current, { document, ...prepareDocument(document) });
  }

  /** Writes the next revision, unless the file has changed since it was read. @throws {FailureError} */
  put(db: Low<KeptReview>, current: StoredReview, document: ReviewDocument): Promise<SaveResult> {
    return this.#put(db, current, { document, ...prepareDocument(document) });
  }

  /**
   * Saves without reading the file first: the look right before the rename tells whether it is still the one that
   * was seen. `changed` when it is not; null where the file itself could be a reason to refuse.
   */
  async #saveUnread({ baseRevision, editor }: SaveRequest, prepared: Prepared): Promise<SaveResult | 'changed' | null> {
    const { document, sha256 } = prepared;
    const { id } = document;
    const seen = this.#places.seen.of(id);
    if (!seen || !mayFollow(seen, baseRevision, document)) return null;
    const before = this.#attempts.get(id);
    this.#attempts.set(id, { editor, baseRevision, sha256 });
    const result = await this.#replace(this.#database(id, seen), seen.revision, prepared);
    if (result) return result;
    // Nothing was written, so the try before is still the last one.
    this.#attempts.delete(id);
    if (before) this.#attempts.set(id, before);
    return 'changed';
  }

  async #store(db: Low<KeptReview>, current: StoredReview, prepared: Prepared): Promise<SaveResult> {
    await refuseSealed(this.#places.templates, current.document, prepared.document);
    return this.#put(db, current, prepared);
  }

  async #put(db: Low<KeptReview>, current: StoredReview, prepared: Prepared): Promise<SaveResult> {
    return (await this.#replace(db, current.revision, prepared)) ?? stale(await this.read(prepared.document.id));
  }

  /** Writes the next revision; null when the file is not the one that was seen. */
  async #replace(db: Low<KeptReview>, before: number, prepared: Prepared): Promise<SaveResult | null> {
    const revision = before + 1;
    const savedAt = this.#places.now().toISOString();
    db.data = { ...prepared, revision, savedAt };
    try {
      await db.write();
    } catch (error) {
      if (error instanceof ChangedOnDisk) return null;
      throw error;
    }
    return { kind: 'saved', revision, savedAt, contentSha256: prepared.contentSha256 };
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

  #database(id: string, seen: SeenReview | null): Low<KeptReview> {
    return new Low<KeptReview>(new ReviewAdapter(this.#places, id, seen), null);
  }
}

/** Whether a document may be written over the seen file without a closer look at what that holds. */
function mayFollow(seen: SeenReview, baseRevision: number, { template, closed }: ReviewDocument): boolean {
  return seen.revision === baseRevision && !seen.isSigned && !closed && seen.templateSha256 === template.sha256;
}

/** Answers a call whose change is on disk. */
export function saved({ document, revision, savedAt }: StoredReview): SaveResult {
  return { kind: 'saved', revision, savedAt, contentSha256: contentSha256(document) };
}

/** Answers a call that was made about another revision than the one on disk, which it names. */
export function stale({ revision, savedAt }: Omit<StoredReview, 'document'>) {
  return { kind: 'stale', revision, savedAt } as const;
}
