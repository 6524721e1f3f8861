import { join } from 'node:path';
import { Low } from 'lowdb';
import * as z from 'zod';
import { FailureError, systemCode } from '#main/files/failure.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { JsonCache } from '#main/files/json-cache.ts';
import { type ReviewSummary, reviewSummarySchema } from '#shared/review/summary.ts';

/** Raise it whenever a summary is computed in another way, so that old ones are not shown. */
const INDEX_VERSION = 3;
/** Files looked at side by side; more would not make the disk faster. */
const WIDTH = 16;

const indexSchema = z.strictObject({
  version: z.literal(INDEX_VERSION),
  /** File name → what the file looked like when its summary was made, and the summary. */
  entries: z.record(z.string(), z.strictObject({ fingerprint: z.string(), summary: reviewSummarySchema })),
});

type Index = z.output<typeof indexSchema>;

export interface ReviewList {
  readonly reviews: readonly ReviewSummary[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * The summaries of all reviews, kept so that a long list does not mean reading every file. It is a
 * cache: a file that is new or looks different is read again, and without the index all are.
 */
export class ReviewIndex {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #summarize: (id: string) => Promise<ReviewSummary>;
  readonly #stored: Low<Index>;
  #loaded: Promise<void> | null = null;
  #changed = false;

  constructor(
    files: FileSystem,
    place: { readonly reviews: string; readonly index: string },
    summarize: (id: string) => Promise<ReviewSummary>,
  ) {
    this.#files = files;
    this.#folder = place.reviews;
    this.#summarize = summarize;
    this.#stored = new Low(new JsonCache(files, place.index, indexSchema), { version: INDEX_VERSION, entries: {} });
  }

  /** All reviews, last saved first, and the files that cannot be read. */
  async list(): Promise<ReviewList> {
    this.#loaded ??= this.#stored.read();
    await this.#loaded;
    const names = (await this.#files.readdir(this.#folder)).filter((name) => name.endsWith('.json'));
    const before = this.#stored.data.entries;
    const entries: Index['entries'] = {};
    const unreadable: { file: string; reason: string }[] = [];
    await forEachOf(names, async (name) => {
      const entry = await this.#look(name, before[name]);
      if (entry === null) return;
      if ('reason' in entry) unreadable.push({ file: name, reason: entry.reason });
      else entries[name] = entry;
    });
    const sameSize = Object.keys(before).length === Object.keys(entries).length;
    this.#changed ||= !sameSize || Object.entries(entries).some(([name, entry]) => entry !== before[name]);
    this.#stored.data.entries = entries;
    const reviews = Object.values(entries).map((entry) => entry.summary);
    return {
      reviews: reviews.toSorted((left, right) => compare(right.savedAt, left.savedAt) || compare(left.id, right.id)),
      unreadable: unreadable.toSorted((left, right) => compare(left.file, right.file)),
    };
  }

  /** Writes the index where it changed. */
  async flush(): Promise<void> {
    if (!this.#changed) return;
    await this.#stored.write();
    this.#changed = false;
  }

  /** The entry of one file, from the cache where the file looks as it did; null when it is gone. */
  async #look(
    name: string,
    known: Index['entries'][string] | undefined,
  ): Promise<Index['entries'][string] | { readonly reason: string } | null> {
    const id = z.uuid().safeParse(name.slice(0, -'.json'.length));
    if (!id.success) {
      return { reason: 'Its name is not the id of a review. If it is a review, import it instead.' };
    }
    try {
      const status = await this.#files.stat(join(this.#folder, name), { bigint: true });
      // The time of the last status change moves even where a program sets the modification time back.
      const fingerprint = `${status.size}-${status.mtimeNs}-${status.ctimeNs}`;
      if (known?.fingerprint === fingerprint) return known;
      // Taken before reading: a change in between shows up at the next look.
      return { fingerprint, summary: await this.#summarize(id.data) };
    } catch (error) {
      if (!(error instanceof FailureError)) {
        if (systemCode(error) === 'ENOENT') return null;
        throw error;
      }
      if (error.failure.code === 'not-found') return null;
      const details = error.failure.details.map((detail) => `(${detail})`);
      return { reason: [error.failure.message, ...details].join(' ') };
    }
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

async function forEachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  // All workers draw from one iterator, so each item is done once.
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}
