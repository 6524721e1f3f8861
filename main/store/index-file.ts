import * as z from 'zod';
import { writeDurably } from '#main/files/durable-write.ts';
import { type FileSystem, readBounded } from '#main/files/file-system.ts';
import { takeTurns } from '#main/files/turns.ts';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { sha256Schema } from '#shared/base/fields.ts';
import { reviewSummarySchema } from '#shared/review/summary.ts';

/** Raise it whenever a summary is computed in another way, so that old ones are not shown. */
const INDEX_VERSION = 5;
/** Largest index that is read, in bytes; that of 10,000 reviews needs about half. */
const SIZE_LIMIT = 16 * 1024 * 1024;

const HEAD = `{"version":${INDEX_VERSION},"entries":[`;
const TAIL = ']}';

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

/**
 * Reads the index, one entry a line, so that a long one holds nothing up. It is a cache: whatever is wrong with it,
 * it counts as absent.
 */
export async function readIndex(files: FileSystem, path: string): Promise<readonly IndexEntry[]> {
  try {
    const lines = new TextDecoder().decode(await readBounded(files, path, SIZE_LIMIT)).split('\n');
    if (lines[0] !== HEAD || lines.at(-2) !== TAIL || lines.at(-1) !== '') return [];
    const turn = takeTurns();
    const entries: IndexEntry[] = [];
    for (const line of lines.slice(1, -2)) {
      entries.push(entrySchema.parse(JSON.parse(line.replace(/,$/, ''))));
      const wait = turn();
      if (wait) await wait;
    }
    return entries;
  } catch {
    return [];
  }
}

/** Writes the index file, replacing the old one. */
export async function writeIndex(files: FileSystem, path: string, entries: Iterable<IndexEntry>): Promise<void> {
  const turn = takeTurns();
  const lines: string[] = [];
  for (const entry of entries) {
    lines.push(JSON.stringify(entry));
    const wait = turn();
    if (wait) await wait;
  }
  await writeDurably(files, path, Buffer.from(`${HEAD}\n${lines.join(',\n')}\n${TAIL}\n`));
}
