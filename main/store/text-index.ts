import { randomInt } from 'node:crypto';
import type { FileSystem } from '#main/files/file-system.ts';
import { takeTurns } from '#main/files/turns.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { type SearchText, searchText } from '#shared/search/find.ts';
import type { Passage } from '#shared/search/passages.ts';
import type { IndexEntry } from './index-file.ts';
import { type LineCache, readLines, writeLines } from './line-cache.ts';

interface TextEntry {
  /** Name of the review's file. */
  readonly file: string;
  /** SHA-256 of the bytes that the passages stand in. */
  readonly sha256: string;
  readonly passages: readonly Passage[];
}

const CACHE: LineCache = {
  version: 2,
  // 1,000 long reviews need a fifth of it. What is not read is only found again by reading the reviews.
  limit: 256 * 1024 * 1024,
};

/** How many stored entries are made again to see whether they are true. */
const SAMPLE = 8;

/** What a review's file is known as: its name, and the hash of its bytes. */
export type KnownFile = Pick<IndexEntry, 'file' | 'sha256'>;

/** Makes the passages of a file anew; null where its bytes are not those of the hash, or are no review. */
export type ReadPassages = (known: KnownFile) => Promise<readonly Passage[] | null>;

/**
 * The texts of all reviews, kept so that a search need not read every file. They are those of certain bytes: a text counts only
 * where its hash is the one that the index of reviews has checked, and some of a stored file are made again before any is used.
 * Only what stands in reviews is here: neither ballots of an open round nor chances that are still private.
 */
export class TextIndex {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #read: ReadPassages;
  readonly #texts = new Map<string, { readonly sha256: string; readonly text: SearchText }>();
  /** Files that are still to be read, the one saved last first. */
  #wanted = new Map<string, string>();
  /** Files that could not be read, with the hash that was wanted. */
  readonly #failed = new Map<string, string>();
  #loaded: Promise<void> | null = null;
  #filling: Promise<void> | null = null;
  #isChanged = false;
  #isClosed = false;

  constructor(files: FileSystem, path: string, read: ReadPassages) {
    this.#files = files;
    this.#path = path;
    this.#read = read;
  }

  /** The text of a file with these bytes; null while it was not read. */
  textOf({ file, sha256 }: KnownFile): SearchText | null {
    const known = this.#texts.get(file);
    return known?.sha256 === sha256 ? known.text : null;
  }

  /** Whether there is nothing to wait for: the text is there, or cannot be had. */
  isSettled(known: KnownFile): boolean {
    return this.textOf(known) !== null || this.#failed.get(known.file) === known.sha256;
  }

  /** Sees to it that the texts of all these are there: answers when they are, or cannot be had. What is not among them goes. */
  async follow(known: readonly KnownFile[]): Promise<void> {
    this.#loaded ??= this.#load(known);
    await this.#loaded;
    const names = new Set(known.map(({ file }) => file));
    for (const file of this.#texts.keys()) {
      if (names.has(file)) continue;
      this.#texts.delete(file);
      this.#isChanged = true;
    }
    this.#wanted = new Map(known.filter((entry) => !this.isSettled(entry)).map(({ file, sha256 }) => [file, sha256]));
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = null;
    });
    await this.#filling;
  }

  /** Takes the text of a file out that was deleted for good, also of what is stored: that can be made again. */
  async forget(file: string): Promise<void> {
    this.#texts.delete(file);
    this.#isChanged ||= this.#texts.size > 0;
    await this.#files.unlink(this.#path).catch(() => undefined);
  }

  /** Writes the file where it changed, and ends the reading. */
  async flush(): Promise<void> {
    this.#isClosed = true;
    await this.#filling;
    if (!this.#isChanged) return;
    this.#isChanged = false;
    await writeLines(this.#files, this.#path, CACHE, this.#entries());
  }

  *#entries(): Iterable<TextEntry> {
    for (const [file, { sha256, text }] of this.#texts) yield { file, sha256, passages: text.passages };
  }

  async #fill(): Promise<void> {
    const turn = takeTurns();
    for (let next = first(this.#wanted); next && !this.#isClosed; next = first(this.#wanted)) {
      const passages = await this.#read(next);
      // What changed while it was read is wanted again, by another hash.
      if (this.#wanted.get(next.file) === next.sha256) this.#wanted.delete(next.file);
      if (passages) {
        this.#texts.set(next.file, { sha256: next.sha256, text: searchText(passages) });
        this.#isChanged = true;
      } else {
        this.#failed.set(next.file, next.sha256);
      }
      const wait = turn();
      if (wait) await wait;
    }
  }

  async #load(known: readonly KnownFile[]): Promise<void> {
    const hashes = new Map(known.map(({ file, sha256 }) => [file, sha256]));
    const stored = (await readLines<TextEntry>(this.#files, this.#path, CACHE)).filter(
      ({ file, sha256 }) => hashes.get(file) === sha256,
    );
    if (!(await this.#areTrue(stored))) return;
    const turn = takeTurns();
    for (const { file, sha256, passages } of stored) {
      this.#texts.set(file, { sha256, text: searchText(passages) });
      const wait = turn();
      if (wait) await wait;
    }
  }

  /** Whether some of what was stored, by chance, is what the reviews say. Where one is not, none is believed. */
  async #areTrue(stored: readonly TextEntry[]): Promise<boolean> {
    const left = [...stored];
    for (let count = 0; count < SAMPLE && left.length > 0; count++) {
      const [entry] = left.splice(randomInt(left.length), 1);
      const now = entry && (await this.#read(entry));
      if (now && canonicalJson(now) !== canonicalJson(entry.passages)) return false;
    }
    return true;
  }
}

function first(wanted: ReadonlyMap<string, string>): KnownFile | null {
  for (const [file, sha256] of wanted) return { file, sha256 };
  return null;
}
