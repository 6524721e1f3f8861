import { type DurableWriteOptions, writeDurably } from './durable-write.ts';
import { systemCode } from './failure.ts';
import { type FileSystem, readIfPresent } from './file-system.ts';

/** What was found of a file that lies there twice. */
export interface TwinContent<T> {
  readonly content: T;
  /** Why the content comes from the copy; null when the file itself is whole. */
  readonly damage: Damage | null;
}

export interface Damage {
  readonly reason: string;
  /** What the damaged file holds; null when it is gone. */
  readonly bytes: Uint8Array | null;
}

type Look<T> =
  | { readonly kind: 'whole'; readonly content: T; readonly bytes: Uint8Array }
  | { readonly kind: 'damaged'; readonly error: unknown; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' };

/** Where the copy of a file lies, which is read when the file itself is damaged or gone. */
export function copyOf(path: string): string {
  return `${path}.copy`;
}

/** The name of the file that a file may be the copy of; any other name as it is. */
export function copiedName(name: string): string {
  return name.replace(/\.copy$/, '');
}

/** Writes a file and its copy. Both are on disk when this returns; when it rejects, the file may have been written. */
export async function writeTwice(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  options: Pick<DurableWriteOptions, 'mode'> = {},
): Promise<void> {
  await writeDurably(files, path, bytes, options);
  await writeDurably(files, copyOf(path), bytes, options);
}

/** Deletes a file and its copy. The copy goes first: what is left half-way is the file as it was, and not one that comes back. */
export async function removeTwice(files: FileSystem, path: string): Promise<void> {
  for (const file of [copyOf(path), path]) {
    await files.unlink(file).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error;
    });
  }
}

/**
 * Reads a file of at most `limit` bytes, or its copy when the file is damaged or gone. Null when neither is there.
 * @param parse throws for what is damaged
 * @throws what `parse` throws of the file when the copy is no better, such as `newer-format`: a newer program writes both, so
 *   where the copy is of this version, only the number was damaged; what the disk refuses
 */
export async function readTwin<T>(
  files: FileSystem,
  path: string,
  limit: number,
  parse: (bytes: Uint8Array) => T | Promise<T>,
): Promise<TwinContent<T> | null> {
  const own = await look(files, path, limit, parse);
  if (own.kind === 'whole') return { content: own.content, damage: null };
  const copy = await look(files, copyOf(path), limit, parse);
  if (copy.kind === 'whole') return { content: copy.content, damage: damageOf(own) };
  if (own.kind === 'damaged') throw own.error;
  if (copy.kind === 'damaged') throw copy.error;
  return null;
}

async function look<T>(
  files: FileSystem,
  path: string,
  limit: number,
  parse: (bytes: Uint8Array) => T | Promise<T>,
): Promise<Look<T>> {
  const bytes = await readIfPresent(files, path, limit);
  if (bytes === null) return { kind: 'absent' };
  try {
    return { kind: 'whole', content: await parse(bytes), bytes };
  } catch (error) {
    if (systemCode(error) !== '') throw error;
    return { kind: 'damaged', error, bytes };
  }
}

function damageOf(own: Exclude<Look<unknown>, { kind: 'whole' }>): Damage {
  if (own.kind === 'absent') return { reason: 'The file was gone.', bytes: null };
  return { reason: own.error instanceof Error ? own.error.message : String(own.error), bytes: own.bytes };
}
