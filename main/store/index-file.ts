import type { FileSystem } from '#main/files/file-system.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { type LineCache, readLines, writeLines } from './line-cache.ts';

/** What is kept of one review's file. */
export interface IndexEntry {
  /** Name of the review's file. */
  readonly file: string;
  /** What the system said of the file when it was read; empty where it could still change without a trace. */
  readonly fingerprint: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly summary: ReviewSummary;
}

const CACHE: LineCache = {
  version: 7,
  // That of 10,000 reviews needs about half.
  limit: 32 * 1024 * 1024,
};

/** Reads the index. It is a cache: whatever is wrong with it, it counts as absent. */
export function readIndex(files: FileSystem, path: string): Promise<readonly IndexEntry[]> {
  return readLines(files, path, CACHE);
}

/** Writes the index file, replacing the old one. */
export function writeIndex(files: FileSystem, path: string, entries: Iterable<IndexEntry>): Promise<void> {
  return writeLines(files, path, CACHE, entries);
}
