import { rm, writeFile } from 'node:fs/promises';
import { copyOf } from '#main/files/twin-file.ts';

/** Writes the same into a file and its copy, as somebody who harms both. */
export async function writeBoth(path: string, text: string): Promise<void> {
  for (const file of [path, copyOf(path)]) await writeFile(file, text);
}

/** Removes a file and its copy. */
export async function removeBoth(path: string): Promise<void> {
  for (const file of [path, copyOf(path)]) await rm(file);
}
