import { readFile, rm, writeFile } from 'node:fs/promises';
import { canonicalSha256 } from '#main/files/hash.ts';
import { copyOf } from '#main/files/twin-file.ts';

/** Writes the same into a file and its copy, as somebody who harms both. */
export async function writeBoth(path: string, text: string): Promise<void> {
  for (const file of [path, copyOf(path)]) await writeFile(file, text);
}

/** Removes a file and its copy. */
export async function removeBoth(path: string): Promise<void> {
  for (const file of [path, copyOf(path)]) await rm(file);
}

/** Changes what a file and its copy hold, checksum included, as somebody who knows how. */
export async function forgeBoth<Content>(path: string, change: (content: Content) => unknown): Promise<void> {
  const { content } = JSON.parse(await readFile(path, 'utf8')) as { content: Content };
  const changed = change(content);
  await writeBoth(path, JSON.stringify({ content: changed, sha256: canonicalSha256(changed) }));
}
