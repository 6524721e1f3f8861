import { join } from 'node:path';
import { moveDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, namesIn, nameTaken, readIfPresent } from '#main/files/file-system.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';
import { STORED_SIZE_LIMIT } from './review-file.ts';

/** Moves a review to the trash; one of the same id that is there already is kept beside it. */
export async function moveToTrash(files: FileSystem, layout: DataLayout, id: string, now: Date): Promise<void> {
  const from = reviewPath(layout, id);
  const to = trashPath(layout, id);
  if (!(await nameTaken(files, from))) throw await notFound(files, layout);
  if (await nameTaken(files, to)) {
    await moveDurably(files, to, join(layout.trash, trashNameOf(id, now)));
  }
  await moveDurably(files, from, to);
}

/** Brings a review back from the trash; never over one that has the same id. */
export async function bringBack(files: FileSystem, layout: DataLayout, id: string): Promise<void> {
  const from = trashPath(layout, id);
  const to = reviewPath(layout, id);
  if (!(await nameTaken(files, from))) throw new FailureError('not-found', 'This review is not in the trash.');
  if (await nameTaken(files, to)) {
    throw new FailureError(
      'name-taken',
      'This review is on the list again already, so the one in the trash stays there.',
    );
  }
  await moveDurably(files, from, to);
}

/** Brings back one of the reviews of an id that lie in the trash, by the name of its file. */
export async function bringBackFile(files: FileSystem, layout: DataLayout, file: string): Promise<string> {
  const id = trashedId(file);
  const to = reviewPath(layout, id);
  if (!(await nameTaken(files, join(layout.trash, file)))) throw notInTrash();
  if (await nameTaken(files, to)) {
    throw new FailureError(
      'name-taken',
      'This review is on the list again already, so the one in the trash stays there.',
    );
  }
  await moveDurably(files, join(layout.trash, file), to);
  return id;
}

/**
 * Deletes a file of the trash for good. Sealed records and milestones of its review stay. Gives the review's id when
 * this was the last of its files.
 */
export async function deleteForGood(files: FileSystem, layout: DataLayout, file: string): Promise<string | null> {
  const id = trashedId(file);
  if (!(await nameTaken(files, join(layout.trash, file)))) throw notInTrash();
  await files.unlink(join(layout.trash, file));
  const others = (await trashedFiles(files, layout)).some((name) => name.startsWith(id));
  return others || (await nameTaken(files, reviewPath(layout, id))) ? null : id;
}

/** The bytes of a file of the trash. @throws {FailureError} when it is not there any more. */
export async function readTrashed(files: FileSystem, layout: DataLayout, file: string): Promise<Uint8Array> {
  trashedId(file);
  const bytes = await readIfPresent(files, join(layout.trash, file), STORED_SIZE_LIMIT);
  if (!bytes) throw notInTrash();
  return bytes;
}

/** The files of the trash, in no order. */
export async function trashedFiles(files: FileSystem, layout: DataLayout): Promise<readonly string[]> {
  return (await namesIn(files, layout.trash)).filter((name) => TRASHED_NAME.test(name));
}

/** Id of a review, and for earlier ones of the same id the moment at which they made room. */
const TRASHED_NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.[0-9TZ.-]{1,30})?\.json$/;

/** Name in the trash of one of several files of a review, by when it came there. */
export function trashNameOf(id: string, at: Date): string {
  return `${id}.${at.toISOString().replaceAll(':', '-')}.json`;
}

/** Id of the review that a file of the trash holds; no other name leads to a file. @throws {FailureError} for one */
export function trashedId(file: string): string {
  const id = TRASHED_NAME.exec(file)?.[1];
  if (id === undefined) throw notInTrash();
  return id;
}

function notInTrash(): FailureError {
  return new FailureError('not-found', 'This review is not in the trash any more.');
}

/** The failure of a review that is not where it was; another one where the whole folder is gone, as with a disk pulled out. */
export async function notFound(files: FileSystem, { root, reviews }: DataLayout): Promise<FailureError> {
  if (await nameTaken(files, reviews)) {
    return new FailureError(
      'not-found',
      'This review is not in the data folder any more. It may be in the trash, or another program moved it.',
    );
  }
  return new FailureError(
    'folder-missing',
    `The data folder ${root} cannot be reached. Its disk may have been taken out, or the folder was moved. Connect the disk or put the folder back, then try again.`,
  );
}

function trashPath(layout: DataLayout, id: string): string {
  return join(layout.trash, `${id}.json`);
}
