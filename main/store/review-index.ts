import { randomInt } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { sha256 } from '#main/files/hash.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { copyName } from './copy-name.ts';
import { fingerprintOf, isSettled } from './file-state.ts';
import { type IndexEntry, readIndex, writeIndex } from './index-file.ts';
import { ReadingQueue } from './reading-queue.ts';

/** Milliseconds that a list is waited for before what is known of it is shown. */
const PATIENCE = 100;
/** How many files of a stored index are read all the same, and the milliseconds between two of them. */
const SAMPLE = 64;
const SAMPLE_PACE = 20;
/** Files read side by side; more would not make the disk faster, and keep saves waiting. */
const WIDTH = 4;
/** From so many waiting files on, they are summed up elsewhere; that many are read ahead for it. */
const MANY = 40;
const WIDTH_OF_MANY = 24;
/** After so many files were read again, the index is stored at once and not only when the program ends. */
const WORTH_STORING = 100;

const idSchema = z.uuid();

export interface ReviewList {
  readonly reviews: readonly ReviewSummary[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

export interface PartialList extends ReviewList {
  /** Files that are still being read. */
  readonly reading: number;
}

/** What was found of a file: its entry, or why it cannot be read; null when it is gone. */
type Found = IndexEntry | { readonly reason: string } | null;

/** One look at the folder: of each file that lies there, what is known or how it is being found out. */
interface Look {
  readonly found: Map<string, Found>;
  readonly reading: Map<string, Promise<void>>;
}

/** Sums up a review; `isOneOfMany`: many more wait to be. */
type Summarize = (id: string, bytes: Uint8Array, isOneOfMany: boolean) => Promise<ReviewSummary>;

/**
 * The summaries of all reviews, kept so that a long list does not mean reading every file. They are believed only
 * as far as they are checked: a file that is new or looks different is read again, one that only looks different is
 * told by the hash of its bytes, and of those that a stored index vouches for a sample is read all the same.
 */
export class ReviewIndex {
  readonly #files: FileSystem;
  readonly #place: { readonly reviews: string; readonly index: string };
  readonly #summarize: Summarize;
  readonly #queue = new ReadingQueue<Found>((waiting) => (waiting < MANY ? WIDTH : WIDTH_OF_MANY));
  readonly #entries = new Map<string, IndexEntry>();
  readonly #closing = new AbortController();
  #loaded: Promise<void> | null = null;
  /** What the stored index said, until a sample of it is checked. */
  #unchecked: readonly IndexEntry[] = [];
  #look: Look | null = null;
  #isChanged = false;
  #storing: Promise<void> = Promise.resolve();

  constructor(files: FileSystem, place: { readonly reviews: string; readonly index: string }, summarize: Summarize) {
    this.#files = files;
    this.#place = place;
    this.#summarize = summarize;
  }

  /** All reviews, last saved first, and the files that cannot be read. */
  async list(): Promise<ReviewList> {
    const look = await this.#lookAround();
    await Promise.all(look.reading.values());
    const { reviews, unreadable } = listed(look);
    return { reviews, unreadable };
  }

  /** What is known of them within a moment; `goOn`: of the files that the last look found. */
  async listSoFar(goOn: boolean): Promise<PartialList> {
    const look = goOn && this.#look ? this.#look : await this.#lookAround();
    if (look.reading.size >= WORTH_STORING) this.#storeAfter(look);
    const patience = new AbortController();
    const enough = sleep(PATIENCE, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([Promise.all(look.reading.values()), enough]);
    patience.abort();
    return listed(look);
  }

  /** The files of all reviews, last saved first, as the last look found them; `isWhole`: as they are now, to the last one. */
  async known(isWhole: boolean): Promise<{ readonly entries: readonly IndexEntry[]; readonly reading: number }> {
    const look = isWhole || !this.#look ? await this.#lookAround() : this.#look;
    if (isWhole) await Promise.all(look.reading.values());
    const entries = [...look.found.values()].flatMap((entry) => (entry && 'summary' in entry ? [entry] : []));
    entries.sort((left, right) => bySaving(left.summary, right.summary));
    return { entries, reading: look.reading.size };
  }

  /** Writes the index where it changed, and ends its background work. */
  async flush(): Promise<void> {
    this.#closing.abort();
    await this.#storing;
    await this.#store();
  }

  async #lookAround(): Promise<Look> {
    this.#loaded ??= this.#load();
    await this.#loaded;
    const { reviews: folder } = this.#place;
    const names = (await this.#files.readdir(folder)).filter((name) => name.endsWith('.json'));
    const states = await this.#files.statEach(folder, names);
    const look: Look = { found: new Map(), reading: new Map() };
    const files = names.flatMap((name, index) => {
      const state = states[index];
      return state ? [{ name, state }] : [];
    });
    await Promise.all(names.filter((_, index) => !states[index]).map((name) => this.#askAgain(look, name)));
    // What changed last is read first, as it stands on top of the list.
    files.sort((left, right) => Number(left.state.mtimeNs - right.state.mtimeNs));
    for (const { name, state } of files) this.#lookAt(look, name, state);
    this.#forgetAllBut(look);
    this.#look = look;
    this.#checkAfter(look);
    return look;
  }

  /** Says of a file whose state was not told why; nothing of one that is gone. */
  async #askAgain(look: Look, name: string): Promise<void> {
    try {
      await explaining('The review could not be opened', () => this.#files.stat(join(this.#place.reviews, name)));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      if (error.failure.code !== 'folder-missing') look.found.set(name, { reason: error.failure.message });
    }
  }

  #lookAt(look: Look, name: string, state: BigIntStats): void {
    const id = idSchema.safeParse(name.slice(0, -'.json'.length));
    // Copies that other programs made are asked for apart, see `ReviewCopies`.
    if ((!id.success || name !== name.toLowerCase()) && copyName(name)) return;
    if (!id.success) {
      look.found.set(name, { reason: 'Its name is not the id of a review. If it is a review, import it instead.' });
      return;
    }
    const known = this.#entries.get(name);
    if (known) look.found.set(name, known);
    const fingerprint = fingerprintOf(state);
    if (known?.fingerprint === fingerprint) return;
    const done = this.#queue
      .read(`${name} ${fingerprint}`, () => this.#read(name, id.data, state))
      .then((found) => {
        look.found.set(name, found);
        look.reading.delete(name);
      });
    // Whoever waits for it hears of a fault; nobody may be waiting any more.
    done.catch(() => undefined);
    look.reading.set(name, done);
  }

  /** Reads one file, and sums it up unless its bytes are those of the summary that is known. */
  async #read(file: string, id: string, state: BigIntStats): Promise<Found> {
    const found = await this.#sumUp(file, id, state);
    if (found && 'summary' in found) this.#entries.set(file, found);
    else this.#entries.delete(file);
    this.#isChanged = true;
    return found;
  }

  async #sumUp(file: string, id: string, state: BigIntStats): Promise<Found> {
    // Both before reading: a change in between shows up at the next look.
    const fingerprint = isSettled(state) ? fingerprintOf(state) : '';
    const known = this.#entries.get(file);
    try {
      const bytes = await this.#bytesOf(file);
      if (bytes === null) return null;
      const hash = sha256(bytes);
      const summary =
        known?.sha256 === hash ? known.summary : await this.#summarize(id, bytes, this.#queue.waiting >= MANY);
      return { file, fingerprint, sha256: hash, summary };
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      const details = error.failure.details.map((detail) => `(${detail})`);
      return { reason: [error.failure.message, ...details].join(' ') };
    }
  }

  #bytesOf(file: string): Promise<Uint8Array | null> {
    const path = join(this.#place.reviews, file);
    return explaining('The review could not be opened', () => readIfPresent(this.#files, path, FILE_SIZE_LIMIT));
  }

  #forgetAllBut({ found, reading }: Look): void {
    for (const name of this.#entries.keys()) {
      if (found.has(name) || reading.has(name)) continue;
      this.#entries.delete(name);
      this.#isChanged = true;
    }
  }

  async #load(): Promise<void> {
    const stored = await readIndex(this.#files, this.#place.index);
    for (const entry of stored) this.#entries.set(entry.file, entry);
    this.#unchecked = stored;
  }

  /** Checks the stored index, once, when the first look is done. */
  #checkAfter(look: Look): void {
    const stored = this.#unchecked;
    this.#unchecked = [];
    void Promise.all(look.reading.values())
      .then(() => this.#checkSample(stored))
      // Nothing is amiss when the program ends or a file cannot be read meanwhile; the next start takes another sample.
      .catch(() => undefined);
  }

  /** Reads some files again that a stored index vouches for. Where it is wrong about one, none of it is believed. */
  async #checkSample(stored: readonly IndexEntry[]): Promise<void> {
    for (const { file, summary } of someOf(stored, SAMPLE)) {
      await sleep(SAMPLE_PACE, undefined, { signal: this.#closing.signal, ref: false });
      const entry = this.#entries.get(file);
      // Summed up again meanwhile, or right as it was.
      if (entry?.summary !== summary || (await this.#isTrue(entry))) continue;
      const doubtful = new Set(stored.map((other) => other.summary));
      for (const other of this.#entries.values()) if (doubtful.has(other.summary)) this.#entries.delete(other.file);
      this.#look = null;
      this.#isChanged = true;
      return;
    }
  }

  /** Whether an entry says what its file says; also where it is out of date, which the next look sees. */
  async #isTrue({ file, fingerprint, sha256: hash, summary }: IndexEntry): Promise<boolean> {
    const [state] = await this.#files.statEach(this.#place.reviews, [file]);
    if (!state || fingerprintOf(state) !== fingerprint) return true;
    const bytes = await this.#bytesOf(file);
    if (bytes === null) return true;
    const now = await this.#summarize(basename(file, '.json'), bytes, false).catch(() => null);
    return sha256(bytes) === hash && canonicalJson(now) === canonicalJson(summary);
  }

  /** Stores the index once a long look is done, so that an end without warning does not cost it again. */
  #storeAfter(look: Look): void {
    this.#storing = Promise.all([this.#storing, ...look.reading.values()])
      .then(() => this.#store())
      .catch(() => undefined);
  }

  async #store(): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    await writeIndex(this.#files, this.#place.index, [...this.#entries.values()]);
  }
}

function listed({ found, reading }: Look): PartialList {
  const reviews: ReviewSummary[] = [];
  const unreadable: { file: string; reason: string }[] = [];
  for (const [file, entry] of found) {
    if (entry && 'summary' in entry) reviews.push(entry.summary);
    else if (entry) unreadable.push({ file, reason: entry.reason });
  }
  return {
    reviews: reviews.sort(bySaving),
    unreadable: unreadable.sort((left, right) => compare(left.file, right.file)),
    reading: reading.size,
  };
}

/** Last saved first. */
function bySaving(left: ReviewSummary, right: ReviewSummary): number {
  return compare(right.savedAt, left.savedAt) || compare(left.id, right.id);
}

/** So many of the entries, by chance. */
function someOf<T>(all: readonly T[], many: number): readonly T[] {
  if (all.length <= many) return all;
  return Array.from({ length: many }, () => all[randomInt(all.length)] as T);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
