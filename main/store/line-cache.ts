import { createHash } from 'node:crypto';
import { writeDurably } from '#main/files/durable-write.ts';
import { type FileSystem, readBounded } from '#main/files/file-system.ts';
import { takeTurns } from '#main/files/turns.ts';

/** What a file of one entry a line is, so that one of another version, or one that was damaged, is not believed. */
export interface LineCache {
  /** Raise it whenever entries have another form or are made in another way, so that old ones are not shown. */
  readonly version: number;
  /** Largest file that is read, in bytes. */
  readonly limit: number;
}

const TAIL = ']}\n';
/** Bytes that are hashed at once; a few milliseconds. */
const PIECE = 4 * 1024 * 1024;

/**
 * Reads a cache of one entry a line, so that a long one holds nothing up. Whatever is wrong with it, it counts as absent.
 * The checksum says that its version wrote every byte, so entries are not looked at again, which would take most of the time.
 */
export async function readLines<Entry>(
  files: FileSystem,
  path: string,
  { version, limit }: LineCache,
): Promise<readonly Entry[]> {
  try {
    const bytes = await readBounded(files, path, limit);
    const start = bytes.indexOf(0x0a) + 1;
    const body = bytes.subarray(start);
    const head = new TextDecoder().decode(bytes.subarray(0, start));
    if (head !== headOf(version, await checksum(body))) return [];
    const turn = takeTurns();
    const entries: Entry[] = [];
    for (const line of new TextDecoder().decode(body.subarray(0, -TAIL.length)).split(',\n')) {
      if (line !== '\n') entries.push(JSON.parse(line) as Entry);
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
  { version }: LineCache,
  entries: Iterable<Entry>,
): Promise<void> {
  const turn = takeTurns();
  const lines: string[] = [];
  for (const entry of entries) {
    lines.push(JSON.stringify(entry));
    const wait = turn();
    if (wait) await wait;
  }
  const body = Buffer.from(`${lines.join(',\n')}\n${TAIL}`);
  await writeDurably(files, path, Buffer.concat([Buffer.from(headOf(version, await checksum(body))), body]));
}

function headOf(version: number, sha256: string): string {
  return `{"version":${version},"sha256":"${sha256}","entries":[\n`;
}

/** SHA-256 in pieces, so that other work gets its turn. */
async function checksum(bytes: Uint8Array): Promise<string> {
  const turn = takeTurns();
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    hash.update(bytes.subarray(at, at + PIECE));
    const wait = turn();
    if (wait) await wait;
  }
  return hash.digest('hex');
}
