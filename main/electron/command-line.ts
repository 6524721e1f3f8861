import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * The data folder named with `--data`, or null. Everything else is left alone: Electron and the
 * operating system put switches of their own among the arguments.
 */
export function dataFolderFrom(args: readonly string[]): string | null {
  const data = read(args).values.data;
  return typeof data === 'string' && data !== '' ? resolve(data) : null;
}

/** What the arguments ask to be shown. */
export interface Asked {
  /** Files, as whole paths. */
  readonly files: readonly string[];
  /** Ids of reviews. */
  readonly reviews: readonly string[];
}

const DOCUMENT = /\.(?:groundwork|json|pdf|zip)$/i;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What arguments ask to be shown: files, by path or by address as file managers of Linux give them, and `--review`. Only what is
 * called like a document counts, as the value of a switch that is not ours stands among the arguments as well.
 * @param folder what relative paths start from
 */
export function askedFrom(args: readonly string[], folder: string): Asked {
  const { values, positionals } = read(args);
  const files = positionals.filter((file) => DOCUMENT.test(file)).flatMap((file) => pathOf(file, folder));
  const review = values.review;
  return { files, reviews: typeof review === 'string' && ID.test(review) ? [review] : [] };
}

function read(args: readonly string[]) {
  const options = { data: { type: 'string' }, review: { type: 'string' } } as const;
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
}

function pathOf(file: string, folder: string): readonly string[] {
  if (!file.startsWith('file:')) return [resolve(folder, file)];
  try {
    return [fileURLToPath(file)];
  } catch {
    // An address on another computer, say.
    return [];
  }
}
