import { join } from 'node:path';
import { moveDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, nameTaken } from '#main/files/file-system.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';

/** Moves a review to the trash; one of the same id that is there already is kept beside it. */
export async function moveToTrash(files: FileSystem, layout: DataLayout, id: string, now: Date): Promise<void> {
  const from = reviewPath(layout, id);
  const to = trashPath(layout, id);
  if (!(await nameTaken(files, from))) throw notFound();
  if (await nameTaken(files, to)) {
    const moment = now.toISOString().replaceAll(':', '-');
    await moveDurably(files, to, join(layout.trash, `${id}.${moment}.json`));
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

/** The failure of a review that is not where it was. */
export function notFound(): FailureError {
  return new FailureError(
    'not-found',
    'This review is not in the data folder any more. It may be in the trash, or another program moved it.',
  );
}

function trashPath(layout: DataLayout, id: string): string {
  return join(layout.trash, `${id}.json`);
}
