import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';

const PADDING = 'x'.repeat(200_000);

/** Saves as programs do that think of nothing: into the file itself, or all in one file by lowdb as it comes. */
export async function plainSave(folder: string, title: string, way: string): Promise<void> {
  const path = join(folder, 'plain.json');
  if (way === 'lowdb') {
    const db = await JSONFilePreset<{ title: string; padding: string }>(path, { title: '', padding: '' });
    db.data = { title, padding: PADDING };
    await db.write();
  } else {
    await writeFile(path, JSON.stringify({ title, padding: PADDING }));
  }
}

/** What it says that was saved so; `torn` for a file that cannot be read. */
export async function readPlain(folder: string): Promise<string> {
  try {
    const { title, padding } = JSON.parse(await readFile(join(folder, 'plain.json'), 'utf8'));
    return padding === PADDING ? title : 'torn';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'torn';
  }
}
