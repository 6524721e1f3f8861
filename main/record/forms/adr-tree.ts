import { join } from 'node:path';
import { FailureError, systemCode } from '#main/files/failure.ts';
import { type FileSystem, readBounded } from '#main/files/file-system.ts';
import { reviewOfAdr } from './adr-file.ts';
import type { FolderName } from './adr-members.ts';
import { splitRecordName } from './adr-name.ts';

/** Largest file that is looked into; a record with everything has a tenth of it. */
const ADR_SIZE_LIMIT = 4 * 1024 * 1024;
/** Folders that lie deeper hold no records of this one. */
const DEPTH_LIMIT = 3;
/** Most names that are looked at; a folder of decision records has a few hundred. */
const NAME_LIMIT = 5000;

export interface Adr {
  /** Below the folder, parts joined by `/`. */
  readonly path: string;
  /** The review that it was exported from; null for a record of another origin. */
  readonly reviewId: string | null;
  readonly text: string;
}

export interface AdrTree {
  readonly names: readonly FolderName[];
  /** The texts of the folder and of those below. */
  readonly adrs: readonly Adr[];
}

/** What lies in a folder of decision records, and in the folders that it is ordered into. Links are not followed. */
export async function readAdrTree(files: FileSystem, folder: string): Promise<AdrTree> {
  const names: FolderName[] = [];
  const adrs: Adr[] = [];
  const left = { names: NAME_LIMIT };
  for (const name of (await files.readdir(folder)).toSorted()) {
    const inside = await readBelow(files, { folder, path: name, depth: 1 }, left, adrs);
    names.push({ name, inside });
  }
  return { names, adrs };
}

interface Place {
  readonly folder: string;
  readonly path: string;
  readonly depth: number;
}

/** Reads one file or folder; answers with the records right inside, and null for a file. */
async function readBelow(
  files: FileSystem,
  { folder, path, depth }: Place,
  left: { names: number },
  adrs: Adr[],
): Promise<readonly string[] | null> {
  if (--left.names < 0) return null;
  if (!(await isFolder(files, join(folder, path)))) {
    if (splitRecordName(path)) adrs.push(await readAdr(files, folder, path));
    return null;
  }
  const name = path.split('/').at(-1) ?? '';
  if (depth > DEPTH_LIMIT || name.startsWith('.') || name === 'node_modules') return [];
  const inside: string[] = [];
  for (const entry of (await files.readdir(join(folder, path))).toSorted()) {
    const below = await readBelow(files, { folder, path: `${path}/${entry}`, depth: depth + 1 }, left, adrs);
    if (below === null && splitRecordName(entry)) inside.push(entry);
  }
  return inside;
}

async function readAdr(files: FileSystem, folder: string, path: string): Promise<Adr> {
  const bytes = await readBounded(files, join(folder, path), ADR_SIZE_LIMIT).catch((error: unknown) => {
    // A huge file or a link to nowhere: it has its name, and more is not asked of it.
    if (error instanceof FailureError || systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  const text = bytes ? decoded(bytes) : '';
  return { path, reviewId: reviewOfAdr(text), text };
}

async function isFolder(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.lstat(path)).isDirectory();
  } catch (error) {
    // Gone since the folder was listed.
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The text of a file; empty for one that is not UTF-8, which is not one of ours and has to stay as it is. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}
