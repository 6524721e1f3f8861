import { type ReplaceLine, type Replacement, readReplace, replacementFor } from './go-mod-replace.ts';
import { goModWords, isModulePath, isVersion } from './go-mod-words.ts';

/** A module that a go.mod requires. */
export interface RequiredModule {
  readonly path: string;
  readonly version: string;
  /** Marked `// indirect`: needed only by other dependencies. */
  readonly indirect: boolean;
  /** What a `replace` puts in its place; absent where nothing does. */
  readonly replacement?: Replacement;
}

export interface GoMod {
  /** Path of the module itself; null when the text has no such line. */
  readonly module: string | null;
  readonly required: readonly RequiredModule[];
  /** What could not be read, by line number from 1. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Longest text that is read, in UTF-16 code units; large real files have some 100,000. */
const TEXT_LIMIT = 1_000_000;
const PROBLEM_LIMIT = 20;

/** Directives that say nothing about what the module depends on. */
const IGNORED = new Set(['go', 'toolchain', 'godebug', 'exclude', 'retract', 'tool', 'ignore']);

/**
 * Reads what a go.mod requires and what it puts in the place of that (https://go.dev/ref/mod#go-mod-file).
 * Lines pasted from inside a block are read too. What cannot be read is reported and the rest still comes through.
 */
export function parseGoMod(text: string): GoMod {
  if (text.length > TEXT_LIMIT) {
    const message = 'This text is too long for a go.mod. Paste only its require lines.';
    return { module: null, required: [], problems: [{ line: 1, message }] };
  }
  const reader = new Reader();
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    reader.read(line, index + 1);
  });
  return reader.finish();
}

class Reader {
  #block: { readonly directive: string; readonly line: number } | null = null;
  #module: string | null = null;
  readonly #required = new Map<string, RequiredModule>();
  readonly #replaced: ReplaceLine[] = [];
  readonly #problems: { readonly line: number; readonly message: string }[] = [];

  read(text: string, line: number): void {
    const { tokens, comment } = goModWords(text);
    const [first, ...rest] = tokens;
    if (first === undefined) return;
    if (this.#block) {
      if (first === ')') this.#block = null;
      else this.#directive(this.#block.directive, tokens, comment, line);
    } else if (rest[0] === '(') {
      this.#block = { directive: first, line };
    } else if (!isKnown(first) && tokens.includes('=>')) {
      this.#replace(tokens, line);
    } else if (isVersion(rest[0]) && !isKnown(first)) {
      this.#require(tokens, comment, line);
    } else {
      this.#directive(first, rest, comment, line);
    }
  }

  finish(): GoMod {
    if (this.#block) this.#report(this.#block.line, `the block “${this.#block.directive} (” is not closed with “)”`);
    const required = [...this.#required.values()].map((module) => {
      const replacement = replacementFor(module, this.#replaced);
      return replacement ? { ...module, replacement } : module;
    });
    return { module: this.#module, required, problems: this.#problems };
  }

  #directive(name: string, tokens: readonly string[], comment: string, line: number): void {
    if (name === 'require') this.#require(tokens, comment, line);
    else if (name === 'replace') this.#replace(tokens, line);
    else if (name === 'module') this.#module = tokens[0] ?? null;
    else if (!IGNORED.has(name)) this.#report(line, `“${clip(name)}” is not a line of a go.mod`);
  }

  #require([path, version, ...rest]: readonly string[], comment: string, line: number): void {
    if (path === undefined || !isModulePath(path) || !isVersion(version) || rest.length > 0) {
      this.#report(line, 'expected a module path and a version, such as “example.org/module v1.2.3”');
      return;
    }
    const indirect = /^indirect\s*(;|$)/.test(comment);
    const earlier = this.#required.get(path);
    // A module that is listed twice counts as direct when one of the lines says so.
    this.#required.set(path, { path, version: version ?? '', indirect: indirect && (earlier?.indirect ?? true) });
  }

  #replace(tokens: readonly string[], line: number): void {
    const read = readReplace(tokens);
    if (read) this.#replaced.push(read);
    else this.#report(line, 'expected what replaces a module, such as “example.org/module => ./folder”');
  }

  #report(line: number, message: string): void {
    if (this.#problems.length < PROBLEM_LIMIT) this.#problems.push({ line, message });
    else if (this.#problems.length === PROBLEM_LIMIT) {
      this.#problems.push({ line, message: 'further lines cannot be read either' });
    }
  }
}

function isKnown(word: string): boolean {
  return IGNORED.has(word) || word === 'require' || word === 'replace' || word === 'module';
}

function clip(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40).toWellFormed()}…` : word;
}
