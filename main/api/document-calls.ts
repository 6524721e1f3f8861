import { basename, relative, resolve } from 'node:path';
import { about, explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, nameTaken, readBounded } from '#main/files/file-system.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { RECORD_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import type { Answer, Api } from '#shared/contract/contract.ts';

/** How a ZIP begins, as every backup does. */
const ZIP = Buffer.from('PK\u0003\u0004');

/** The calls about reviews as documents of the person’s system: what it asks to be shown, what was opened last, where files lie. */
export function documentCalls(context: ApiContext) {
  const { arrivals, recent, dataFolder, files, platform } = context;
  const layout = dataLayout(dataFolder);
  return {
    'arrival.take': async () => {
      const next = arrivals.take();
      if (next === null) return { kind: 'none' };
      if (next.kind === 'review') return next;
      const id = reviewAt(dataFolder, next.path);
      return id === null ? fileAt(context, next.path) : { kind: 'review', id };
    },
    'review.recent': async () => {
      const there = await files.statEach(
        layout.reviews,
        recent.all.map(({ id }) => `${id}.json`),
      );
      return { kind: 'recent', reviews: recent.all.filter((_, index) => there[index] != null) };
    },
    'review.reveal': async ({ id }) => {
      const path = reviewPath(layout, id);
      if (!(await nameTaken(files, path))) throw new FailureError('not-found', 'This review is not there any more.');
      await platform.revealFile(path).catch((cause: unknown) => {
        throw new FailureError('io', `The file manager could not be opened. The file is ${path}`, { cause });
      });
      return { kind: 'revealed' };
    },
  } satisfies Partial<Api>;
}

/** The review whose file in the data folder this is; null for a file from elsewhere. */
function reviewAt(dataFolder: string, path: string): string | null {
  const name = relative(dataLayout(resolve(dataFolder)).reviews, path);
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/.exec(name)?.[1] ?? null;
}

async function fileAt({ files, arrivals }: ApiContext, path: string): Promise<Answer<'arrival.take'>> {
  const name = basename(path);
  return explaining(`“${name}” cannot be opened`, async () => {
    if (!(await nameTaken(files, path))) throw new FailureError('not-found', `There is no file ${path}.`);
    if (await beginsAsZip(files, path)) return { kind: 'backup', name, file: arrivals.keepBackup(path) };
    const bytes = await readBounded(files, path, RECORD_SIZE_LIMIT).catch((error: unknown) => {
      throw about(`“${name}” cannot be opened.`, error);
    });
    return { kind: 'file', name, bytes: Buffer.from(bytes).toString('base64') };
  });
}

async function beginsAsZip(files: FileSystem, path: string): Promise<boolean> {
  // What is no plain file, such as a pipe that nobody writes into, is refused by what reads it.
  if (!(await files.stat(path)).isFile()) return false;
  const handle = await files.open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return bytesRead === ZIP.length && buffer.equals(ZIP);
  } finally {
    await handle.close();
  }
}
