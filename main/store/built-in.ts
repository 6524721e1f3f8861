import { basename, join } from 'node:path';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, readBounded, readIfPresent } from '#main/files/file-system.ts';
import { parseJson } from '#main/files/json-text.ts';
import { type LoadedTemplate, parseTemplate, TEMPLATE_SIZE_LIMIT } from '#main/templates/parse-template.ts';
import { builtInTemplates } from '#main/templates/template-library.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { type ForeignReview, readForeignReview } from './foreign-review.ts';

/** Largest `order.txt` that is read, in bytes. */
const ORDER_SIZE_LIMIT = 64 * 1024;

/** A review that ships with the program. */
interface Sample {
  readonly id: string;
  readonly review: ForeignReview;
}

/** What ships in the program's `templates` folder. */
export interface BuiltIn {
  readonly templates: readonly LoadedTemplate[];
  readonly samples: readonly Sample[];
  /** Files that could not be used, one readable line each; for the log. */
  readonly problems: readonly string[];
}

/**
 * Loads templates and samples; a faulty file is reported and the rest still works.
 * @param more a folder with templates of the organisation, offered first; null for none
 */
export async function loadBuiltIn(files: FileSystem, appFolder: string, more: string | null = null): Promise<BuiltIn> {
  const folder = join(appFolder, 'templates');
  const problems: string[] = [];
  const readTemplate = async (path: string) => {
    const parsed = parseTemplate(parseJson(await readBounded(files, path, TEMPLATE_SIZE_LIMIT)));
    if (parsed.ok) return parsed.loaded;
    throw new FailureError('invalid', 'The template is not valid.', { details: parsed.problems });
  };
  const own = more === null ? [] : await loadEach(files, more, problems, readTemplate);
  const shipped = await loadEach(files, folder, problems, readTemplate);
  const known = new Set(own.map(({ sha256 }) => sha256));
  const templates = [...own, ...shipped.filter(({ sha256 }) => !known.has(sha256))];
  const source = builtInTemplates(templates);
  const samples = await loadEach(files, join(folder, 'samples'), problems, async (path) => ({
    id: basename(path, '.json'),
    review: await readForeignReview(await readBounded(files, path, FILE_SIZE_LIMIT), source),
  }));
  return { templates, samples, problems };
}

async function loadEach<T>(
  files: FileSystem,
  folder: string,
  problems: string[],
  load: (path: string) => Promise<T>,
): Promise<readonly T[]> {
  const loaded: T[] = [];
  for (const name of await inOrder(files, folder)) {
    try {
      loaded.push(await load(join(folder, name)));
    } catch (error) {
      const details = error instanceof FailureError ? error.failure.details : [];
      problems.push([`${name}: ${error instanceof Error ? error.message : String(error)}`, ...details].join('\n  '));
    }
  }
  return loaded;
}

/** The files of a folder: first those that its `order.txt` names, then the rest by name. */
async function inOrder(files: FileSystem, folder: string): Promise<readonly string[]> {
  const found = await files.readdir(folder).catch(() => []);
  const names = found.filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json')).toSorted();
  const order = await readIfPresent(files, join(folder, 'order.txt'), ORDER_SIZE_LIMIT).catch(() => null);
  const wanted = new TextDecoder()
    .decode(order ?? undefined)
    .split(/\s+/)
    .map((name) => `${name}.json`);
  return [...wanted.filter((name) => names.includes(name)), ...names.filter((name) => !wanted.includes(name))];
}
