import { writeDurably } from '#main/files/durable-write.ts';
import { type FileSystem, readBounded } from '#main/files/file-system.ts';
import { takeTurns } from '#main/files/turns.ts';

/** What a file of one entry a line is, so that one of another version, or one that was cut off, is not believed. */
export interface LineCache<Entry> {
  /** Raise it whenever entries are made in another way, so that old ones are not shown. */
  readonly version: number;
  /** Largest file that is read, in bytes. */
  readonly limit: number;
  /** @throws for a line that is no entry. */
  readonly parse: (entry: unknown) => Entry;
}

const TAIL = ']}';

/**
 * Reads a cache of one entry a line, so that a long one holds nothing up. Whatever is wrong with it, it counts as absent.
 */
export async function readLines<Entry>(
  files: FileSystem,
  path: string,
  { version, limit, parse }: LineCache<Entry>,
): Promise<readonly Entry[]> {
  try {
    const lines = new TextDecoder().decode(await readBounded(files, path, limit)).split('\n');
    if (lines[0] !== headOf(version) || lines.at(-2) !== TAIL || lines.at(-1) !== '') return [];
    const turn = takeTurns();
    const entries: Entry[] = [];
    for (const line of lines.slice(1, -2)) {
      entries.push(parse(JSON.parse(line.replace(/,$/, ''))));
      const wait = turn();
      if (wait) await wait;
    }
    return entries;
  } catch {
    return [];
  }
}

/** Writes such a cache, replacing the old one. */
export async function writeLines<Entry>(
  files: FileSystem,
  path: string,
  { version }: LineCache<Entry>,
  entries: Iterable<Entry>,
): Promise<void> {
  const turn = takeTurns();
  const lines: string[] = [];
  for (const entry of entries) {
    lines.push(JSON.stringify(entry));
    const wait = turn();
    if (wait) await wait;
  }
  await writeDurably(files, path, Buffer.from(`${headOf(version)}\n${lines.join(',\n')}\n${TAIL}\n`));
}

function headOf(version: number): string {
  return `{"version":${version},"entries":[`;
}
