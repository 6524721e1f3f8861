import { basename, dirname, join } from 'node:path';
import { SWAP_MARK } from '#main/files/durable-write.ts';
import { type FileSystem, namesIn, readBounded } from '#main/files/file-system.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { DataLayout } from './data-folder.ts';
import type { Generations } from './generations.ts';

/** What came of the file of a review and its next version changing names. */
interface Swapping {
  /** Id of the review. */
  readonly id: string;
  /** The finished next version. */
  readonly temporary: string;
  readonly path: string;
}

/**
 * Lets the next version of a review and its file change names, and then looks at what came out. Beside them lies a second name of the next
 * version until that is done. A start that finds the two names knows from it whether what lies there is an unfinished write, or the
 * file that was replaced: a program that ends in between has looked at nothing yet.
 * @param look called with the replaced file under the temporary name; sees to what becomes of it
 * @returns false where the disk knows no such change; nothing has happened then
 */
export async function swappedOut(
  files: FileSystem,
  { id, temporary, path }: Swapping,
  look: () => Promise<void>,
): Promise<boolean> {
  const mark = join(dirname(temporary), basename(temporary).replace(/\.tmp$/, `.${id}.tmp`));
  // A disk that knows no second names is not kept from a save.
  await files.link(temporary, mark).catch(() => undefined);
  try {
    if (!(await files.swap(temporary, path))) return false;
    await look();
    return true;
  } finally {
    await files.unlink(mark).catch(() => undefined);
  }
}

/**
 * Keeps what saves had replaced, without having looked at it, when the program ended, as an earlier version: it may be that of another program. Only for the
 * holder of the lock, before unfinished writes are swept.
 * @returns names that must not be swept, as what they hold could not be kept
 */
export async function keepSwappedOut(
  files: FileSystem,
  { reviews }: DataLayout,
  generations: Generations,
): Promise<readonly string[]> {
  const left: string[] = [];
  const names = await namesIn(files, reviews);
  for (const mark of names) {
    const [, beginning = '', id = ''] = SWAP_MARK.exec(mark) ?? [];
    const temporary = `${beginning}.tmp`;
    if (id === '' || !names.includes(temporary)) continue;
    const [next, other] = await files.statEach(reviews, [mark, temporary]);
    // Two names of one file: they did not change names yet, or did so back.
    if (next && other && next.ino === other.ino) continue;
    const isKept = await keepOne(files, generations, id, join(reviews, temporary)).catch(() => false);
    if (!isKept) left.push(mark, temporary);
  }
  return left;
}

async function keepOne(files: FileSystem, generations: Generations, id: string, path: string): Promise<boolean> {
  const bytes = await readBounded(files, path, FILE_SIZE_LIMIT);
  const [newest] = await generations.list(id);
  const isThere = newest !== undefined && sameBytes(await generations.read(id, newest.name), bytes);
  if (!isThere) await generations.keep(id, path, bytes);
  return true;
}
