import { dirname, join } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, nameTaken, readBounded } from '#main/files/file-system.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { starterFiles } from './starter-files.ts';

/** Files of a repository are for others as well. */
const FILE_MODE = 0o666;

export interface PlacedFile {
  /** From the folder, with slashes. */
  readonly path: string;
  /** `kept`: another file of that name was there already; `same`: the very same one was. */
  readonly standing: 'written' | 'kept' | 'same';
}

/**
 * Writes what the team committed itself to as files into a folder, which is made where it is missing. A file
 * that is there already is left as it is.
 * @throws {FailureError} when there is nothing to write, and errors of the system.
 */
export async function exportStarter(
  files: FileSystem,
  folder: string,
  review: ReviewDocument,
  template: Template,
): Promise<readonly PlacedFile[]> {
  const wanted = starterFiles(review, template);
  if (wanted.length === 0) {
    throw new FailureError(
      'invalid',
      'Nothing was written: the team has made no commitment from which a file follows. Commitments are made in their own section.',
    );
  }
  const placed: PlacedFile[] = [];
  for (const { path, text } of wanted) {
    const bytes = Buffer.from(text);
    const place = join(folder, ...path.split('/'));
    if (await nameTaken(files, place)) {
      placed.push({ path, standing: (await isSame(files, place, bytes)) ? 'same' : 'kept' });
      continue;
    }
    await files.mkdir(dirname(place), { recursive: true });
    await writeDurably(files, place, bytes, {
      mode: FILE_MODE,
      place: (temporary) => placeNew(files, temporary, place),
    });
    placed.push({ path, standing: 'written' });
  }
  return placed;
}

/** Somebody may have made the file a moment ago. */
async function placeNew(files: FileSystem, temporary: string, place: string): Promise<void> {
  if (await nameTaken(files, place)) throw new FailureError('name-taken', `${place} has been made by somebody else.`);
  await files.rename(temporary, place);
}

async function isSame(files: FileSystem, place: string, bytes: Buffer): Promise<boolean> {
  try {
    return bytes.equals(await readBounded(files, place, bytes.byteLength));
  } catch {
    return false;
  }
}

/** What became of the files, in a line each. */
export function placedLines(placed: readonly PlacedFile[]): readonly string[] {
  const words: Readonly<Record<PlacedFile['standing'], string>> = {
    written: 'written',
    kept: 'left as it was, because it was there already',
    same: 'there already, the same',
  };
  return placed.map(({ path, standing }) => `${path}: ${words[standing]}`);
}
