import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { basename } from 'node:path';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, nameTaken, readIfPresent } from '#main/files/file-system.ts';
import { canonicalSha256, contentSha256, sha256 } from '#main/files/hash.ts';
import { Lanes } from '#main/files/lanes.ts';
import { NewFiles } from '#main/files/new-files.ts';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type ReviewSummary, summarize } from '#shared/review/summary.ts';
import { type Passage, passagesOf } from '#shared/search/passages.ts';
import type { SearchResult } from '#shared/search/result.ts';
import { carryOver } from '#shared/template/carry.ts';
import { growsInto } from '#shared/template/grows-into.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';
import { Generations } from './generations.ts';
import { type Mended, mendReview } from './mend.ts';
import { type PutBack, type PutBackResult, putBack } from './put-back.ts';
import { parseReviewOf, type StoredReview } from './review-file.ts';
import { type PartialList, ReviewIndex, type ReviewList } from './review-index.ts';
import { ReviewSearch, type SearchOptions } from './review-search.ts';
import { ReviewWriter, type SaveRequest, type SaveResult, saved, stale } from './review-writer.ts';
import { type ReadReview, SeenReviews } from './seen-reviews.ts';
import type { SumElsewhere } from './sum-up.ts';
import { type KnownFile, TextIndex } from './text-index.ts';
import {
  bringBack,
  bringBackFile,
  deleteForGood,
  moveToTrash,
  notFound,
  readTrashed,
  trashedFiles,
  trashedId,
} from './trash.ts';

export interface OpenReview extends ReadReview {
  readonly template: LoadedTemplate;
}

/** What lies in the trash. */
export interface TrashList {
  /** `trashedAt`: since when its file lies there under this name, as far as the disk knows. */
  readonly reviews: readonly { readonly file: string; readonly summary: ReviewSummary; readonly trashedAt: string }[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/** A save that has not begun; a newer one of the same editor takes its place. */
interface WaitingSave {
  document: ReviewDocument;
  readonly result: Promise<SaveResult>;
}

/**
 * Reviews on disk, one file each. Reading needs no lock; whoever writes holds the folder's lock.
 * Work on one review is done one piece after the other. Every failure a person can act on is a
 * `FailureError`; nothing is acknowledged before it is safe on disk, and no user data is deleted but what a person takes out of the trash for good.
 */
export class ReviewStore {
  readonly #files: FileSystem;
  readonly #layout: DataLayout;
  readonly #templates: TemplateLibrary;
  readonly #now: () => Date;
  readonly #index: ReviewIndex;
  readonly #texts: TextIndex;
  readonly #search: ReviewSearch;
  readonly #lanes = new Lanes();
  readonly #new = new NewFiles();
  readonly #seen = new SeenReviews();
  readonly #generations: Generations;
  readonly #writer: ReviewWriter;
  readonly #waiting = new Map<string, WaitingSave>();

  /** @param sums where a long list is summed up; null: here */
  constructor(
    files: FileSystem,
    layout: DataLayout,
    templates: TemplateLibrary,
    now: () => Date = () => new Date(),
    sums: SumElsewhere | null = null,
  ) {
    this.#files = files;
    this.#layout = layout;
    this.#templates = templates;
    this.#now = now;
    this.#generations = new Generations(files, layout.generations, now);
    this.#writer = new ReviewWriter({
      files,
      layout,
      templates,
      generations: this.#generations,
      seen: this.#seen,
      now,
    });
    this.#index = new ReviewIndex(
      files,
      layout,
      async (id, bytes, isOneOfMany) =>
        (isOneOfMany ? await sums?.sumUp(id, bytes, (sha256) => templates.find(sha256)) : null) ??
        this.#summarize(id, bytes),
    );
    this.#texts = new TextIndex(files, layout.texts, (known) => this.#passagesIn(known));
    this.#search = new ReviewSearch(this.#index, this.#texts);
  }

  /** All reviews. @throws {FailureError} when their folder cannot be read. */
  list(): Promise<ReviewList> {
    return this.#listing(() => this.#index.list());
  }

  /**
   * What is known of the reviews within a moment, and how many files are still being read.
   * @param goOn tells how the last look at the folder has come on, instead of looking again
   * @throws {FailureError} when their folder cannot be read.
   */
  listSoFar({ goOn }: { readonly goOn: boolean }): Promise<PartialList> {
    return this.#listing(() => this.#index.listSoFar(goOn));
  }

  /** Finds words in all that was written in the reviews. @throws {FailureError} when their folder cannot be read. */
  search(query: string, options: SearchOptions): Promise<SearchResult> {
    return this.#listing(() => this.#search.find(query, options));
  }

  #listing<T>(list: () => Promise<T>): Promise<T> {
    return explaining(`The reviews in ${this.#layout.reviews} could not be listed`, list);
  }

  /** @throws {FailureError} `not-found`, `damaged`, `newer-format` … */
  async open(id: string): Promise<OpenReview> {
    return explaining('The review could not be opened', async () => {
      const review = await this.#writer.read(id);
      return { ...review, template: await this.templateOf(review.document) };
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
   * @param andThen what has to be done as well, or the review is not there either
   */
  add(
    review: StoredReview,
    template: LoadedTemplate,
    andThen = async (): Promise<void> => {},
  ): Promise<ReviewDocument> {
    const { id } = review.document;
    return this.#alone(id, 'The review could not be stored', async () => {
      const taken = await nameTaken(this.#files, reviewPath(this.#layout, id));
      const document = taken ? { ...review.document, id: randomUUID() } : review.document;
      await this.#templates.keep(template);
      await this.#new.write(
        canonicalSha256({ ...document, id: '', createdAt: '' }),
        async () => {
          await this.#writer.create({ ...review, document });
          await andThen();
        },
        () => this.#writer.takeAway(document),
      );
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
        return this.#writer.save({ ...request, document: entry.document });
      }),
    };
    if (key !== null) this.#waiting.set(key, entry);
    return entry.result;
  }

  /** Stores a review again whose file is gone; `stale` where there is one by now. @throws {FailureError} */
  putBackGone({ document, baseRevision }: SaveRequest): Promise<SaveResult> {
    return this.#alone(document.id, 'The review could not be put back', async () => {
      await this.templateOf(document);
      const db = await this.#writer.load(document.id);
      if (db.data) return stale(db.data);
      return this.#writer.put(db, { document, revision: baseRevision, savedAt: '' }, document);
    });
  }

  trash(id: string): Promise<void> {
    return this.#alone(id, 'The review could not be moved to the trash', () =>
      moveToTrash(this.#files, this.#layout, id, this.#now()),
    );
  }

  restore(id: string): Promise<void> {
    return this.#alone(id, 'The review could not be brought back', () => bringBack(this.#files, this.#layout, id));
  }

  /** The reviews in the trash, the ones saved last first, and files there that cannot be read. @throws {FailureError} */
  trashed(): Promise<TrashList> {
    return explaining('The trash could not be listed', async () => {
      const names = await trashedFiles(this.#files, this.#layout);
      const states = await this.#files.statEach(this.#layout.trash, names);
      const read = await Promise.all(names.map((file, index) => this.#lookAt(file, states[index] ?? null)));
      const reviews = read.flatMap((entry) => ('summary' in entry ? [entry] : []));
      return {
        reviews: reviews.toSorted((left, right) => (left.summary.savedAt < right.summary.savedAt ? 1 : -1)),
        unreadable: read.flatMap((entry) => ('reason' in entry ? [entry] : [])),
      };
    });
  }

  /** A review in the trash, to look at. @throws {FailureError} */
  openTrashed(file: string): Promise<OpenReview> {
    return explaining('The review could not be opened', async () => {
      const stored = parseReviewOf(trashedId(file), await readTrashed(this.#files, this.#layout, file));
      const review = { ...stored, contentSha256: contentSha256(stored.document) };
      return { ...review, template: await this.templateOf(review.document) };
    });
  }

  /** Brings a review back from the trash by the name of its file. Gives its id. @throws {FailureError} */
  restoreFile(file: string): Promise<string> {
    return explaining('The review could not be brought back', () => bringBackFile(this.#files, this.#layout, file));
  }

  /** Deletes a file of the trash for good, at a person's wish. @throws {FailureError} */
  deleteForGood(file: string): Promise<void> {
    return explaining('The review could not be deleted', async () => {
      const id = await deleteForGood(this.#files, this.#layout, file);
      // Unless another copy of the review is still there, on the list or in the trash.
      if (id === null) return;
      await this.#generations.forget(id);
      await this.#texts.forget(`${id}.json`);
    });
  }

  /**
   * Brings back the newest whole version of a review whose file is damaged; null when there is nothing to mend, or nothing
   * to mend it with. @throws {FailureError} when the disk refuses
   */
  mend(id: string): Promise<Mended | null> {
    return this.#alone(id, 'The damaged review could not be mended', () =>
      mendReview(this.#files, this.#layout, this.#generations, id, this.#now()),
    );
  }

  /** Puts a review of a backup where it was, see `putBack`. @throws {FailureError} when the disk refuses */
  putBack(id: string, bytes: Uint8Array, wish: PutBack): Promise<PutBackResult> {
    return this.#alone(id, 'The review could not be restored', () =>
      putBack(this.#files, this.#layout, this.#generations, { id, bytes, ...wish }),
    );
  }

  /** Earlier versions of a review, newest first. @throws {FailureError} */
  versions(id: string): ReturnType<Generations['list']> {
    return explaining('The earlier versions could not be listed', () => this.#generations.list(id));
  }

  /** One of them. @throws {FailureError} `not-found`, `damaged` … */
  openVersion(id: string, name: string): Promise<StoredReview> {
    return explaining('The earlier version could not be opened', async () =>
      parseReviewOf(id, await this.#generations.read(id, name)),
    );
  }

  async #lookAt(
    file: string,
    state: BigIntStats | null,
  ): Promise<TrashList['reviews'][number] | TrashList['unreadable'][number]> {
    try {
      const { document, template, ...stored } = await this.openTrashed(file);
      // Moving a file changes its state and not its content; one whose state is not known has come just now.
      const trashedAt = (state?.ctime ?? this.#now()).toISOString();
      return { file, summary: summarize(document, template.template, stored), trashedAt };
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return { file, reason: error.failure.message };
    }
  }

  /** Takes no more changes and waits for those under way. */
  close(): Promise<void> {
    return this.#lanes.close();
  }

  /** Stores what makes the next start quick; nothing is lost when it fails. */
  async flushIndex(): Promise<void> {
    await Promise.all([this.#index.flush(), this.#texts.flush()]);
  }

  /** Puts a review onto another version of its template, or one that asks all of it and more, with every answer it has. */
  changeTemplate(id: string, baseRevision: number, to: LoadedTemplate): Promise<SaveResult> {
    return this.#alone(id, 'The template could not be changed', async () => {
      const current = await this.open(id);
      const { document, template: from } = current;
      if (current.revision !== baseRevision) {
        // The same wish sent twice, as after a lost answer, is done already.
        return current.revision === baseRevision + 1 && from.sha256 === to.sha256 ? saved(current) : stale(current);
      }
      const isRelated = growsInto(from.template, to.template) || growsInto(to.template, from.template);
      if (from.template.id !== to.template.id && !isRelated) {
        throw new FailureError(
          'invalid',
          `The review was made from “${from.template.title}”, and this is another template, neither a version of it nor one that asks all of it. Nothing was changed.`,
        );
      }
      const db = await this.#writer.load(id);
      if (db.data?.revision !== current.revision) return stale(await this.#writer.read(id));
      await this.#templates.keep(to);
      return this.#writer.store(db, current, carryOver(document, from.template, to).document);
    });
  }

  /** Puts a mark on a review that stands outside of what is signed, whatever its revision. */
  mark(id: string, change: (document: ReviewDocument) => ReviewDocument): Promise<SaveResult> {
    return this.#alone(id, 'The review could not be marked', async () => {
      const db = await this.#writer.load(id);
      if (!db.data) throw await notFound(this.#files, this.#layout);
      return this.#writer.put(db, db.data, change(db.data.document));
    });
  }

  async #passagesIn({ file, sha256: hash }: KnownFile): Promise<readonly Passage[] | null> {
    try {
      const id = basename(file, '.json');
      const bytes = await readIfPresent(this.#files, reviewPath(this.#layout, id), FILE_SIZE_LIMIT);
      if (bytes === null || sha256(bytes) !== hash) return null;
      const { document } = this.#seen.understand(id, bytes);
      return passagesOf(document, (await this.templateOf(document)).template);
    } catch {
      // The list says of it what there is to say.
      return null;
    }
  }

  async #summarize(id: string, bytes: Uint8Array): Promise<ReviewSummary> {
    const { document, ...stored } = this.#seen.understand(id, bytes);
    const { template } = await this.templateOf(document);
    return summarize(document, template, stored);
  }

  #alone<T>(id: string, what: string, work: () => Promise<T>): Promise<T> {
    return this.#lanes.run(id, () => explaining(what, work));
  }
}
