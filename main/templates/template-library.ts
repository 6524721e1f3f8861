import { dirname, join } from 'node:path';
import type { Mending } from '#main/files/checked-file.ts';
import { explaining, FailureError } from '#main/files/failure.ts';
import { type FileSystem, namesIn, readIfPresent } from '#main/files/file-system.ts';
import { parseJson } from '#main/files/json-text.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import { copyOf, readTwin, writeTwice } from '#main/files/twin-file.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { compareVersions } from '#shared/template/version.ts';
import { type ImportEntry, ImportList } from './import-list.ts';
import { type LoadedTemplate, parseTemplate, printTemplate, TEMPLATE_SIZE_LIMIT } from './parse-template.ts';

/** Where a review's template is looked up. */
export interface TemplateSource {
  /** The templates that ship with the program. */
  readonly builtIn: readonly LoadedTemplate[];
  /** The template with this address; null when it is nowhere. */
  find(sha256: string): Promise<LoadedTemplate | null>;
  /** The template that a file written by hand means; the newest one where it names no version. */
  named(id: string, version: unknown): Promise<LoadedTemplate | null>;
}

/** Only the built-in templates, for work that leaves the data folder alone. */
export function builtInTemplates(builtIn: readonly LoadedTemplate[]): TemplateSource {
  return {
    builtIn,
    find: async (sha256) => builtIn.find((entry) => entry.sha256 === sha256) ?? null,
    named: async (id, version) => newestNamed(builtIn, id, version),
  };
}

/** A template that a new review can start from, with how it came here. */
export interface OfferedTemplate {
  readonly loaded: LoadedTemplate;
  /** Null for a built-in one. */
  readonly entry: ImportEntry | null;
}

/** A file of the library that cannot be used; it is left as it is. */
export interface UnreadableTemplate {
  readonly file: string;
  readonly reason: string;
}

const FILE_NAME = /^([0-9a-f]{64})\.json$/;
/** Names that programs give to the list of imports when it was changed in two places, and not those of the list itself. */
const COPIED_LIST = /^(?!imported-templates\.json(?:\.copy)?$)[^.~].*json/i;
const COPIED_LIST_REASON =
  'Another program left this copy of the list of imported templates, as the list was changed in two places. Templates that were imported on the other computer may be missing here: import them again, then delete the copy.';

/**
 * The built-in templates, those a person imported, and those that reviews of a data folder were made
 * from. The last two lie in one folder under their content address and are never changed or deleted.
 */
export class TemplateLibrary implements TemplateSource {
  readonly builtIn: readonly LoadedTemplate[];
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #list: string;
  readonly #imports: ImportList;
  readonly #known: Map<string, LoadedTemplate>;

  constructor(
    files: FileSystem,
    place: { readonly templates: string; readonly imports: string },
    builtIn: readonly LoadedTemplate[],
    mending: Mending | null = null,
  ) {
    this.#files = files;
    this.#folder = place.templates;
    this.#list = place.imports;
    this.#imports = new ImportList(files, place.imports, mending);
    this.builtIn = builtIn;
    this.#known = new Map(builtIn.map((entry) => [entry.sha256, entry]));
  }

  /** @throws {FailureError} `damaged` when the stored template is not the one its name says. */
  async find(sha256: string): Promise<LoadedTemplate | null> {
    const known = this.#known.get(sha256);
    if (known) return known;
    const path = this.#path(sha256);
    const found = await readTwin(this.#files, path, TEMPLATE_SIZE_LIMIT, (bytes) => storedTemplate(bytes, sha256));
    if (found === null) return null;
    this.#known.set(sha256, found.content);
    return found.content;
  }

  async named(id: string, version: unknown): Promise<LoadedTemplate | null> {
    const { templates } = await this.offered();
    return newestNamed(
      templates.map(({ loaded }) => loaded),
      id,
      version,
    );
  }

  /**
   * Stores a template and a copy of it, built-in ones too, so that a newer program can still show old reviews. What lies
   * there is looked at: a damaged file is written again, as nothing that is made from it could be opened.
   */
  async keep(loaded: LoadedTemplate): Promise<void> {
    const path = this.#path(loaded.sha256);
    const bytes = Buffer.from(printTemplate(loaded));
    const isThere = await Promise.all([path, copyOf(path)].map((file) => this.#holds(file, loaded.sha256, bytes)));
    if (isThere.includes(false)) await writeTwice(this.#files, path, bytes);
    this.#known.set(loaded.sha256, loaded);
  }

  /** What new reviews can start from: built-in first, then imported; what cannot be used is named. */
  async offered(): Promise<{
    readonly templates: readonly OfferedTemplate[];
    readonly unreadable: readonly UnreadableTemplate[];
  }> {
    const templates: OfferedTemplate[] = this.builtIn.map((loaded) => ({ loaded, entry: null }));
    const unreadable: UnreadableTemplate[] = [];
    unreadable.push(...(await this.#copiedLists()));
    const entries = await orReason(unreadable, 'imported-templates.json', () => this.#imports.read());
    for (const entry of entries ?? []) {
      if (this.builtIn.some(({ sha256 }) => sha256 === entry.sha256)) continue;
      const loaded = await orReason(unreadable, entry.file, async () => {
        const found = await this.find(entry.sha256);
        if (!found) throw new FailureError('not-found', 'Its copy is missing from the data folder. Import it again.');
        return found;
      });
      if (loaded) templates.push({ loaded, entry });
    }
    return { templates, unreadable };
  }

  /** A template lies under the hash of its content, so no copy of one can say something else. The list of imports can. */
  async #copiedLists(): Promise<readonly UnreadableTemplate[]> {
    // A folder that cannot be listed says so elsewhere.
    const names = await namesIn(this.#files, dirname(this.#list)).catch(() => []);
    return names
      .filter((name) => name.includes('imported-templates') && COPIED_LIST.test(name))
      .map((file) => ({ file, reason: COPIED_LIST_REASON }));
  }

  /**
   * Everything in the folder, whoever put it there.
   * @throws {FailureError} when the folder cannot be read.
   */
  async stored(): Promise<{
    readonly templates: readonly LoadedTemplate[];
    readonly unreadable: readonly UnreadableTemplate[];
  }> {
    const templates: LoadedTemplate[] = [];
    const unreadable: UnreadableTemplate[] = [];
    const names = await explaining(`The templates in ${this.#folder} could not be listed`, () =>
      this.#files.readdir(this.#folder),
    );
    for (const name of names.toSorted()) {
      const [, sha256] = FILE_NAME.exec(name) ?? [];
      if (sha256 === undefined) continue;
      const loaded = await orReason(unreadable, name, () => this.find(sha256));
      if (loaded) templates.push(loaded);
    }
    return { templates, unreadable };
  }

  /**
   * Takes a template into the library. The same content again is no second one.
   * @throws {FailureError} `name-taken` when its id and version already stand for another content.
   */
  async add(loaded: LoadedTemplate, file: string, importedAt: string): Promise<void> {
    const entries = await this.#imports.read();
    const { templates } = await this.offered();
    if (templates.some((entry) => entry.loaded.sha256 === loaded.sha256)) return;
    const { id, version, title } = loaded.template;
    const others = templates.map((entry) => entry.loaded.template);
    if (others.some((other) => other.id === id && other.version === version)) {
      throw new FailureError(
        'name-taken',
        `The library already has another “${title}” ${version}. Give the file a higher version, then import it again.`,
        { details: [`version: ${version} of “${id}” stands for other content`] },
      );
    }
    if (entries.length >= LIST_LIMIT) {
      throw new FailureError(
        'too-large',
        `The library holds ${LIST_LIMIT} imported templates at most. Remove one first.`,
      );
    }
    // The content first: an entry must never lead to nothing.
    await this.keep(loaded);
    // Its content was damaged, and is whole again.
    if (entries.some(({ sha256 }) => sha256 === loaded.sha256)) return;
    await this.#imports.write([...entries, { sha256: loaded.sha256, file, importedAt }]);
  }

  /** Takes over what another list of imports names and this folder holds. @throws {FailureError} as `add` does */
  async addListed(file: Uint8Array): Promise<void> {
    for (const { sha256, file: name, importedAt } of this.#imports.entriesOf(file)) {
      const loaded = await this.find(sha256);
      if (loaded) await this.add(loaded, name, importedAt);
    }
  }

  /** Takes an imported template off the library. Its content stays for the reviews made from it. */
  async remove(sha256: string): Promise<void> {
    const entries = await this.#imports.read();
    const rest = entries.filter((entry) => entry.sha256 !== sha256);
    if (rest.length === entries.length) {
      throw new FailureError('not-found', 'This template is not among the imported ones, so it cannot be removed.');
    }
    await this.#imports.write(rest);
  }

  /** Whether a file holds the template, be it printed as today or by an earlier version. */
  async #holds(file: string, sha256: string, printed: Uint8Array): Promise<boolean> {
    try {
      const bytes = await readIfPresent(this.#files, file, TEMPLATE_SIZE_LIMIT);
      return bytes !== null && (sameBytes(bytes, printed) || storedTemplate(bytes, sha256).sha256 === sha256);
    } catch (error) {
      if (error instanceof FailureError) return false;
      throw error;
    }
  }

  #path(sha256: string): string {
    return join(this.#folder, `${sha256}.json`);
  }
}

/** @throws {FailureError} `damaged` when the file holds another template than its name says, or none */
function storedTemplate(bytes: Uint8Array, sha256: string): LoadedTemplate {
  const parsed = parseTemplate(parseJson(bytes), sha256);
  if (parsed.ok) return parsed.loaded;
  throw new FailureError('damaged', 'The stored template of this review is damaged. It was left as it is.', {
    details: parsed.problems,
  });
}

/** The newest version of a template that is newer than the given one; null when there is none. */
export function newerVersion(
  offered: readonly OfferedTemplate[],
  { id, version }: { readonly id: string; readonly version: string },
): LoadedTemplate | null {
  const newest = newestNamed(
    offered.map(({ loaded }) => loaded),
    id,
  );
  return newest && compareVersions(newest.template.version, version) > 0 ? newest : null;
}

function newestNamed(templates: readonly LoadedTemplate[], id: string, version?: unknown): LoadedTemplate | null {
  const named = templates.filter(
    ({ template }) => template.id === id && (version === undefined || template.version === version),
  );
  return named.toSorted((left, right) => compareVersions(right.template.version, left.template.version))[0] ?? null;
}

/** Runs work on one file; what a person can act on becomes a line, and the rest goes on. */
async function orReason<T>(unreadable: UnreadableTemplate[], file: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    unreadable.push({ file, reason: [error.failure.message, ...error.failure.details].join(' ') });
    return null;
  }
}
