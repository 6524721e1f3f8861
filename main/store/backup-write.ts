import { join } from 'node:path';
import { configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { writeDurablyBy } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { sha256 } from '#main/files/hash.ts';
import { VERSION } from '#shared/base/version.ts';
import { type BackupPath, backupPath, backupPathsIn, KEYS_NAME } from './backup-files.ts';
import { type BackupFileEntry, type BackupManifest, MANIFEST_NAME } from './backup-manifest.ts';
import { parseStoredReview, wholeReview } from './review-file.ts';

configure({ useWebWorkers: false });

export interface BackupWish {
  /** Only these reviews and what belongs to them; null for everything. */
  readonly only: readonly string[] | null;
  /** The workbook's keys under a passphrase; null to leave them out. */
  readonly keys: Uint8Array | null;
  readonly madeAt: Date;
  /** Asked before each file; throws when nobody wants the backup any more, and then there is none. */
  readonly goOn?: (() => void) | undefined;
  /** Told when everything was read: from then on, there is a backup. */
  readonly onRead?: (() => void) | undefined;
}

/** What went into a backup. */
export interface BackupMade {
  readonly reviews: number;
  readonly files: number;
  /** Reviews that went in as they are, although they cannot be read. */
  readonly damaged: readonly string[];
}

/**
 * Writes a data folder into one file, a ZIP that any program opens, with a checksum of each file in it. It is on disk when
 * this returns. Votes under way and private chances stay out: nobody could read them elsewhere.
 * @throws {FailureError} `not-found` for a review that is not there
 */
export async function writeBackup(
  files: FileSystem,
  root: string,
  target: string,
  wish: BackupWish,
): Promise<BackupMade> {
  const paths = await chosenPaths(files, root, wish.only);
  const entries: BackupFileEntry[] = [];
  const damaged: string[] = [];
  await writeDurablyBy(files, target, async (write) => {
    const zip = new ZipWriter(new WritableStream<Uint8Array>({ write }), { lastModDate: wish.madeAt, level: 6 });
    const add = async (path: string, bytes: Uint8Array): Promise<void> => {
      entries.push({ path, size: bytes.byteLength, sha256: sha256(bytes) });
      await zip.add(path, new Uint8ArrayReader(bytes));
    };
    for (const { path, kind, limit, review } of paths) {
      wish.goOn?.();
      const bytes = await readIfPresent(files, join(root, path), limit);
      // Gone meanwhile, as an earlier version that was thinned.
      if (!bytes) continue;
      if (kind === 'review' && review !== null && !wholeReview(bytes, review)) damaged.push(review);
      await add(path, bytes);
    }
    wish.onRead?.();
    if (wish.keys) await add(KEYS_NAME, wish.keys);
    const manifest: BackupManifest = {
      format: 'groundwork-backup',
      formatVersion: entries.some(({ path }) => backupPath(path)?.kind === 'own-words') ? 2 : 1,
      madeBy: VERSION,
      madeAt: wish.madeAt.toISOString(),
      isWhole: wish.only === null,
      files: entries,
    };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await zip.add(MANIFEST_NAME, new Uint8ArrayReader(text));
    await zip.close();
  });
  return {
    reviews: entries.filter(({ path }) => backupPath(path)?.kind === 'review').length,
    files: entries.length,
    damaged,
  };
}

async function chosenPaths(
  files: FileSystem,
  root: string,
  only: readonly string[] | null,
): Promise<readonly BackupPath[]> {
  const all = await backupPathsIn(files, root);
  if (only === null) return all;
  const chosen = new Set(only);
  const templates = new Set<string>();
  for (const id of only) {
    const found = all.find(({ kind, review }) => kind === 'review' && review === id);
    const bytes = found && (await readIfPresent(files, join(root, found.path), found.limit));
    if (!bytes) throw new FailureError('not-found', `There is no review ${id} in the data folder.`);
    templates.add(parseStoredReview(bytes).document.template.sha256);
  }
  return all.filter(({ path, kind, review }) => {
    if (review !== null) return chosen.has(review) && kind !== 'trash';
    return kind === 'signed-elsewhere' || templates.has(path.replace(/^templates\/(.*)\.json$/, '$1'));
  });
}
