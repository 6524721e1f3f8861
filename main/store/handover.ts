import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { makeFolder, writeDurably } from '#main/files/durable-write.ts';
import { type FileSystem, namesIn, readBounded } from '#main/files/file-system.ts';
import { parseJson } from '#main/files/json-text.ts';
import type { DataLayout } from './data-folder.ts';

/** What a start that finds the data folder in use asks of the program that has it. */
export interface Handover {
  /** Files to be shown, as whole paths; none to be shown the window only. */
  readonly files: readonly string[];
  /** Ids of reviews to be shown. */
  readonly reviews: readonly string[];
}

const handoverSchema = z.strictObject({
  files: z.array(z.string().max(4096)).max(50),
  reviews: z.array(z.uuid()).max(50),
});

const NAME = /^[0-9a-f-]{36}\.json$/;
const SIZE_LIMIT = 1024 * 1024;
/** Milliseconds for which a second start waits for the first one to take what it is handed. */
const PATIENCE = 5_000;

/**
 * Asks the program that has a data folder to show something. What is asked lies in the folder itself, so only whoever
 * may write reviews may ask. False when nobody takes it, and then it is gone again.
 */
export async function handOver(
  files: FileSystem,
  layout: DataLayout,
  asked: Handover,
  patience = PATIENCE,
): Promise<boolean> {
  await makeFolder(files, layout.handover);
  const name = `${randomUUID()}.json`;
  const path = join(layout.handover, name);
  const gone = new Promise<boolean>((resolve) => {
    const watcher = watchFolder(layout.handover, () => void look());
    const timer = setTimeout(() => end(false), patience);
    let isWritten = false;
    const end = (isTaken: boolean) => {
      clearTimeout(timer);
      watcher?.close();
      resolve(isTaken);
    };
    const look = async () => {
      if (isWritten && !(await namesIn(files, layout.handover)).includes(name)) end(true);
    };
    writeDurably(files, path, Buffer.from(JSON.stringify(asked))).then(
      () => {
        isWritten = true;
        void look();
      },
      () => end(false),
    );
  });
  if (await gone) return true;
  await rm(path, { force: true });
  return false;
}

/**
 * Takes what later starts hand over, until the returned function is called. What an earlier program left is not for this
 * one, and is removed.
 */
export async function takeHandovers(
  files: FileSystem,
  layout: DataLayout,
  show: (asked: Handover) => void,
): Promise<() => void> {
  await makeFolder(files, layout.handover);
  for (const name of await namesIn(files, layout.handover)) await rm(join(layout.handover, name), { force: true });
  let last: Promise<void> = Promise.resolve();
  const watcher = watchFolder(layout.handover, () => {
    last = last.then(() => takeAll(files, layout, show)).catch(() => undefined);
  });
  return () => watcher?.close();
}

async function takeAll(files: FileSystem, layout: DataLayout, show: (asked: Handover) => void): Promise<void> {
  for (const name of await namesIn(files, layout.handover)) {
    // Half a file has another name.
    if (!NAME.test(name)) continue;
    const path = join(layout.handover, name);
    const asked = await read(files, path);
    if (asked) show(asked);
    // Gone only now: to the other side that means that it is being shown.
    await rm(path, { force: true });
  }
}

async function read(files: FileSystem, path: string): Promise<Handover | null> {
  try {
    const parsed = handoverSchema.safeParse(parseJson(await readBounded(files, path, SIZE_LIMIT)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Null on a disk that tells of no changes: then a second start says that the folder is in use, as it always can. */
function watchFolder(folder: string, onChange: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
