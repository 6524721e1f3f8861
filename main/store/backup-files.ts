import { join } from 'node:path';
import { type FileSystem, namesIn } from '#main/files/file-system.ts';
import { TEMPLATE_SIZE_LIMIT } from '#main/templates/parse-template.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { VERIFY_SIZE_LIMIT } from '#shared/verify/verify.ts';

/** What a file of a backup is. */
type BackupKind =
  | 'review'
  | 'template'
  | 'imports'
  | 'signed-elsewhere'
  | 'own-words'
  | 'record'
  | 'milestone'
  | 'generation'
  | 'trash'
  | 'keys';

interface Kind {
  readonly kind: BackupKind;
  readonly pattern: RegExp;
  /** Largest file that is taken, in bytes. */
  readonly limit: number;
}

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const HASH = '[0-9a-f]{64}';
const LIST_LIMIT = 16 * 1024 * 1024;

/** The keys of the workbook under a passphrase, which are no file of the data folder. */
export const KEYS_NAME = 'keys.p12';

/** Everything that a backup may hold, by its path. Nothing else is read from a folder, or written into one. */
const KINDS: readonly Kind[] = [
  { kind: 'review', pattern: new RegExp(`^reviews/(${ID})\\.json$`), limit: FILE_SIZE_LIMIT },
  { kind: 'template', pattern: new RegExp(`^templates/${HASH}\\.json$`), limit: TEMPLATE_SIZE_LIMIT },
  { kind: 'imports', pattern: /^imported-templates\.json$/, limit: LIST_LIMIT },
  { kind: 'signed-elsewhere', pattern: /^signed-elsewhere\.json$/, limit: LIST_LIMIT },
  { kind: 'own-words', pattern: /^own-words\.json$/, limit: 1024 * 1024 },
  { kind: 'record', pattern: new RegExp(`^records/(${ID})/${HASH}[a-z0-9.-]{0,40}$`), limit: VERIFY_SIZE_LIMIT },
  { kind: 'milestone', pattern: new RegExp(`^milestones/(${ID})\\.${ID}\\.json$`), limit: FILE_SIZE_LIMIT },
  { kind: 'generation', pattern: new RegExp(`^generations/(${ID})/\\d{8}T\\d{9}Z\\.json$`), limit: FILE_SIZE_LIMIT },
  { kind: 'trash', pattern: new RegExp(`^trash/(${ID})[A-Za-z0-9.-]{0,60}\\.json$`), limit: FILE_SIZE_LIMIT },
  { kind: 'keys', pattern: /^keys\.p12$/, limit: 64 * 1024 },
];

/** A file of a backup. */
export interface BackupPath {
  /** Path below the data folder, with `/` between its parts. */
  readonly path: string;
  readonly kind: BackupKind;
  readonly limit: number;
  /** The review that it belongs to; null for what belongs to all. */
  readonly review: string | null;
}

/** What a path is in a backup; null for what has no place there. */
export function backupPath(path: string): BackupPath | null {
  for (const { kind, pattern, limit } of KINDS) {
    const match = pattern.exec(path);
    if (match) return { path, kind, limit, review: match[1] ?? null };
  }
  return null;
}

/** The files of a data folder that go into a backup, in the order in which they are restored. */
export async function backupPathsIn(files: FileSystem, root: string): Promise<readonly BackupPath[]> {
  const paths = await pathsBelow(files, root, ['', 'reviews', 'templates', 'milestones', 'trash']);
  for (const folder of ['records', 'generations']) {
    const reviews = (await namesIn(files, join(root, folder))).map((name) => `${folder}/${name}`);
    paths.push(...(await pathsBelow(files, root, reviews)));
  }
  const known = paths.flatMap((path) => backupPath(path) ?? []);
  return known.filter(({ kind }) => kind !== 'keys').toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

async function pathsBelow(files: FileSystem, root: string, folders: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const folder of folders) {
    const names = await namesIn(files, join(root, folder));
    paths.push(...names.map((name) => (folder === '' ? name : `${folder}/${name}`)));
  }
  return paths;
}
