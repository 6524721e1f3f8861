import { dirname, join } from 'node:path';
import { makeFolder, writeDurably } from '#main/files/durable-write.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { parseJson } from '#main/files/json-text.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import { parseTemplate } from '#main/templates/parse-template.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import type { BackupContent, OpenBackup } from './backup-read.ts';
import type { DataLayout } from './data-folder.ts';
import type { OwnWords } from './own-words.ts';
import type { PutBack } from './put-back.ts';
import { parseStoredReview } from './review-file.ts';
import type { ReviewStore } from './review-store.ts';
import type { SignedElsewhere } from './signed-elsewhere.ts';

/** Where a backup is restored into; only for the holder of the folder's lock. */
export interface RestorePlaces {
  readonly files: FileSystem;
  readonly layout: DataLayout;
  readonly store: ReviewStore;
  readonly templates: TemplateLibrary;
  readonly signedElsewhere: SignedElsewhere;
  readonly ownWords: OwnWords;
}

export interface RestoreWish {
  /** Only these reviews and what belongs to them; null for all. */
  readonly only: readonly string[] | null;
  /** Whether a review of the backup takes the place of another state of it, which becomes an earlier version. */
  readonly replace: boolean;
  /** Asked while files are checked; throws when nobody wants them any more, and then nothing was written. */
  readonly goOn?: () => void;
  /** Told when all are checked: from now on files are written. Throws as `goOn` does. */
  readonly onChecked?: () => void;
}

/** A review of a backup that stands in the data folder in another state. */
export interface DifferingReview {
  readonly id: string;
  readonly title: string;
  /** When it was saved last, in the backup and in the data folder; null for one that cannot be read. */
  readonly backupSavedAt: string;
  readonly savedAt: string | null;
}

export interface Restored {
  /** Reviews that were not there. */
  readonly added: readonly { readonly id: string; readonly title: string }[];
  /** Reviews that are there just so. */
  readonly same: number;
  /** Reviews that are there in another state: left alone, or replaced. */
  readonly differing: readonly DifferingReview[];
  /** Other files that were added. */
  readonly otherFiles: number;
  /** Files that were left out, with the reason. */
  readonly unusable: readonly { readonly path: string; readonly reason: string }[];
}

/** What restoring would do; nothing is written. @throws {FailureError} `damaged` when a file of the backup is */
export function lookAtBackup(backup: OpenBackup, places: RestorePlaces, wish: RestoreWish): Promise<Restored> {
  return walk(backup, places, { ...wish, isTrial: true });
}

/**
 * Puts what a backup holds into a data folder. Nothing that is there is written over, unless it is a review and the wish
 * says so. Every file is checked before the first is written.
 * @throws {FailureError} `damaged`, and what the disk refuses; what was restored until then stays
 */
export async function restoreBackup(backup: OpenBackup, places: RestorePlaces, wish: RestoreWish): Promise<Restored> {
  for (const file of chosen(backup, wish)) {
    wish.goOn?.();
    await backup.read(file);
  }
  wish.onChecked?.();
  return explaining('The backup could not be restored', () => walk(backup, places, { ...wish, isTrial: false }));
}

interface Walk {
  readonly added: { id: string; title: string }[];
  readonly differing: DifferingReview[];
  readonly unusable: { path: string; reason: string }[];
  same: number;
  otherFiles: number;
}

async function walk(
  backup: OpenBackup,
  places: RestorePlaces,
  wish: RestoreWish & { readonly isTrial: boolean },
): Promise<Restored> {
  const done: Walk = { added: [], differing: [], unusable: [], same: 0, otherFiles: 0 };
  // Templates come first: a review must never lead to nothing.
  for (const file of chosen(backup, wish).toSorted((left, right) => rank(left) - rank(right))) {
    try {
      await restoreFile(backup, file, places, wish, done);
    } catch (error) {
      const code = error instanceof FailureError ? error.failure.code : '';
      if (!(error instanceof FailureError) || !['damaged', 'invalid', 'newer-format', 'name-taken'].includes(code))
        throw error;
      done.unusable.push({ path: file.path, reason: error.failure.message });
    }
  }
  return done;
}

async function restoreFile(
  backup: OpenBackup,
  file: BackupContent,
  places: RestorePlaces,
  { replace, isTrial }: RestoreWish & { readonly isTrial: boolean },
  done: Walk,
): Promise<void> {
  const bytes = await backup.read(file);
  switch (file.kind) {
    case 'review':
      return restoreReview(file, bytes, places, { replace, isTrial }, done);
    case 'template':
      return isTrial ? undefined : restoreTemplate(file, bytes, places, done);
    case 'imports':
      return isTrial ? undefined : places.templates.addListed(bytes);
    case 'signed-elsewhere':
      return isTrial ? undefined : places.signedElsewhere.noteListed(bytes);
    case 'own-words':
      return isTrial ? undefined : places.ownWords.addListed(bytes);
    case 'keys':
      return undefined;
    default:
      return restoreOther(file, bytes, places, isTrial, done);
  }
}

async function restoreReview(
  { review: id }: BackupContent,
  bytes: Uint8Array,
  { store }: RestorePlaces,
  wish: PutBack,
  done: Walk,
): Promise<void> {
  const { document, savedAt } = parseStoredReview(bytes);
  if (document.id !== id) throw new FailureError('damaged', 'It holds another review than its name says.');
  const answer = await store.putBack(id, bytes, wish);
  if (answer.kind === 'added') done.added.push({ id, title: document.title });
  else if (answer.kind === 'same') done.same++;
  else done.differing.push({ id, title: document.title, backupSavedAt: savedAt, savedAt: answer.savedAt });
}

async function restoreTemplate(
  { path }: BackupContent,
  bytes: Uint8Array,
  { templates }: RestorePlaces,
  done: Walk,
): Promise<void> {
  const sha256 = path.replace(/^templates\/(.*)\.json$/, '$1');
  const parsed = parseTemplate(parseJson(bytes), sha256);
  if (!parsed.ok) throw new FailureError('damaged', 'It is not the template that its name says.');
  await templates.keep(parsed.loaded);
  done.otherFiles++;
}

/** A file that is written once and never changed: where another has its name, that one stays. */
async function restoreOther(
  { path, limit }: BackupContent,
  bytes: Uint8Array,
  { files, layout }: RestorePlaces,
  isTrial: boolean,
  done: Walk,
): Promise<void> {
  const target = join(layout.root, ...path.split('/'));
  const there = await readIfPresent(files, target, limit);
  if (there && !sameBytes(there, bytes)) {
    throw new FailureError('name-taken', 'Another file of this name is there, and stays as it is.');
  }
  if (there) return;
  done.otherFiles++;
  if (isTrial) return;
  await makeFolder(files, dirname(target));
  await writeDurably(files, target, bytes);
}

function chosen({ files }: OpenBackup, { only }: RestoreWish): readonly BackupContent[] {
  const ids = only && new Set(only);
  return files.filter(({ review }) => ids === null || review === null || ids.has(review));
}

/** In which order kinds are restored; those not named come last. */
const ORDER: readonly string[] = ['template', 'imports', 'signed-elsewhere', 'own-words', 'review'];

function rank({ kind }: BackupContent): number {
  return ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length;
}
