import { join } from 'node:path';
import { writeDurably } from '../store/durable-write.ts';
import { FailureError } from '../store/failure.ts';
import { type FileSystem, nameTaken, readIfPresent } from '../store/file-system.ts';
import { parseJson } from '../store/json-text.ts';
import { TEMPLATE_SIZE_LIMIT } from '../store/review-file.ts';
import { type LoadedTemplate, parseTemplate, printTemplate } from './parse-template.ts';

/** Where a review's template is looked up. */
export interface TemplateSource {
  /** The templates that ship with the program. */
  readonly builtIn: readonly LoadedTemplate[];
  /** The template with this address; null when it is nowhere. */
  find(sha256: string): Promise<LoadedTemplate | null>;
}

/** Only the built-in templates, for work that leaves the data folder alone. */
export function builtInTemplates(builtIn: readonly LoadedTemplate[]): TemplateSource {
  return { builtIn, find: async (sha256) => builtIn.find((entry) => entry.sha256 === sha256) ?? null };
}

/** The built-in templates and those that reviews of a data folder were made from. */
export class TemplateLibrary implements TemplateSource {
  readonly builtIn: readonly LoadedTemplate[];
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #known: Map<string, LoadedTemplate>;

  constructor(files: FileSystem, folder: string, builtIn: readonly LoadedTemplate[]) {
    this.#files = files;
    this.#folder = folder;
    this.builtIn = builtIn;
    this.#known = new Map(builtIn.map((entry) => [entry.sha256, entry]));
  }

  /** @throws {FailureError} `damaged` when the stored template is not the one its name says. */
  async find(sha256: string): Promise<LoadedTemplate | null> {
    const known = this.#known.get(sha256);
    if (known) return known;
    const bytes = await readIfPresent(this.#files, this.#path(sha256), TEMPLATE_SIZE_LIMIT);
    if (bytes === null) return null;
    const parsed = parseTemplate(parseJson(bytes), sha256);
    if (!parsed.ok) {
      throw new FailureError('damaged', 'The stored template of this review is damaged. It was left as it is.', {
        details: parsed.problems,
      });
    }
    this.#known.set(sha256, parsed.loaded);
    return parsed.loaded;
  }

  /** Stores a template, built-in ones too, so that a newer program can still show old reviews. */
  async keep(loaded: LoadedTemplate): Promise<void> {
    const path = this.#path(loaded.sha256);
    if (!(await nameTaken(this.#files, path))) {
      await writeDurably(this.#files, path, Buffer.from(printTemplate(loaded)));
    }
    this.#known.set(loaded.sha256, loaded);
  }

  #path(sha256: string): string {
    return join(this.#folder, `${sha256}.json`);
  }
}
