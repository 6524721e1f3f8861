import * as z from 'zod';
import type { FileSystem } from '#main/files/file-system.ts';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import { reviewSummarySchema } from '#shared/review/summary.ts';
import { type LineCache, readLines, writeLines } from './line-cache.ts';

const entrySchema = z.strictObject({
  /** Name of the review's file. */
  file: z.string(),
  /** What the system said of the file when it was read; empty where it could still change without a trace. */
  fingerprint: z.string(),
  /** SHA-256 of the file's bytes. */
  sha256: sha256Schema,
  summary: reviewSummarySchema,
});

/** What is kept of one review's file. */
export type IndexEntry = DeepReadonly<z.output<typeof entrySchema>>;

const CACHE: LineCache<IndexEntry> = {
  version: 6,
  // That of 10,000 reviews needs about half.
  limit: 32 * 1024 * 1024,
  parse: (entry) => entrySchema.parse(entry),
};

/** Reads the index. It is a cache: whatever is wrong with it, it counts as absent. */
export function readIndex(files: FileSystem, path: string): Promise<readonly IndexEntry[]> {
  return readLines(files, path, CACHE);
}

/** Writes the index file, replacing the old one. */
export function writeIndex(files: FileSystem, path: string, entries: Iterable<IndexEntry>): Promise<void> {
  return writeLines(files, path, CACHE, entries);
}
