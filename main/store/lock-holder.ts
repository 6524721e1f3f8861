import * as z from 'zod';
import { type FileSystem, readBounded } from '#main/files/file-system.ts';
import { parseJson } from '#main/files/json-text.ts';

/** Which kind of program holds a data folder. */
export type HolderKind = 'electron' | 'loopback' | 'command-line';

const HOLDER_WORDS: Readonly<Record<HolderKind, string>> = {
  electron: 'the Groundwork window',
  loopback: 'Groundwork in a browser',
  'command-line': 'the groundwork command',
};

const holderSchema = z.object({
  pid: z.int(),
  kind: z.enum(['electron', 'loopback', 'command-line']),
  startedAt: z.iso.datetime(),
  computer: z.string(),
});

/** Who holds a data folder, as the file beside its lock tells. */
export type Holder = Readonly<z.output<typeof holderSchema>>;

/** Reads who holds a data folder; null where that cannot be known. */
export async function readHolder(files: FileSystem, path: string): Promise<Holder | null> {
  try {
    const parsed = holderSchema.safeParse(parseJson(await readBounded(files, path, 4096)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Says who holds a data folder, and what to do. */
export function heldBy(holder: Holder | null, folder: string): string {
  const advice = 'Close it there first, or choose another folder with --data.';
  if (!holder) return `Another program has the data folder ${folder} open. ${advice}`;
  const since = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const started = since.format(new Date(holder.startedAt));
  return `The data folder ${folder} is open in ${HOLDER_WORDS[holder.kind]} (process ${holder.pid} on ${holder.computer}, since ${started}). ${advice}`;
}
