/** A module that a go.mod requires. */
export interface RequiredModule {
  readonly path: string;
  readonly version: string;
  /** Marked `// indirect`: needed only by other dependencies. */
  readonly indirect: boolean;
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
const IGNORED = new Set(['go', 'toolchain', 'godebug', 'exclude', 'replace', 'retract', 'tool', 'ignore']);

/**
 * Reads what a go.mod requires (https://go.dev/ref/mod#go-mod-file). Lines pasted from inside a
 * `require` block are read too. What cannot be read is reported and the rest still comes through.
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
  readonly #problems: { readonly line: number; readonly message: string }[] = [];

  read(text: string, line: number): void {
    const { tokens, comment } = split(text);
    const [first, ...rest] = tokens;
    if (first === undefined) return;
    if (this.#block) {
      if (first === ')') this.#block = null;
      else this.#directive(this.#block.directive, tokens, comment, line);
    } else if (rest[0] === '(') {
      this.#block = { directive: first, line };
    } else if (isVersion(rest[0]) && !isKnown(first)) {
      this.#require(tokens, comment, line);
    } else {
      this.#directive(first, rest, comment, line);
    }
  }

  finish(): GoMod {
    if (this.#block) this.#report(this.#block.line, `the block “${this.#block.directive} (” is not closed with “)”`);
    return { module: this.#module, required: [...this.#required.values()], problems: this.#problems };
  }

  #directive(name: string, tokens: readonly string[], comment: string, line: number): void {
    if (name === 'require') this.#require(tokens, comment, line);
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

  #report(line: number, message: string): void {
    if (this.#problems.length < PROBLEM_LIMIT) this.#problems.push({ line, message });
    else if (this.#problems.length === PROBLEM_LIMIT) {
      this.#problems.push({ line, message: 'further lines cannot be read either' });
    }
  }
}

/** The words of a line, without quotes, and its comment. */
function split(text: string): { readonly tokens: readonly string[]; readonly comment: string } {
  const at = text.indexOf('//');
  const code = at < 0 ? text : text.slice(0, at);
  const tokens = code.match(/"[^"]*"|`[^`]*`|=>|[()]|[^\s()"`]+/g) ?? [];
  return {
    tokens: tokens.map((token) => (/^["`]/.test(token) ? token.slice(1, -1) : token)),
    comment: at < 0 ? '' : text.slice(at + 2).trim(),
  };
}

function isKnown(word: string): boolean {
  return IGNORED.has(word) || word === 'require' || word === 'module';
}

function isVersion(word: string | undefined): boolean {
  return word !== undefined && word.length <= 200 && /^v\d+(\.\d+){0,2}([-+.][0-9A-Za-z.+-]*)?$/.test(word);
}

/** Letters, digits and the few signs that Go allows in module paths. */
function isModulePath(word: string): boolean {
  return word.length <= 300 && /^[A-Za-z0-9._~/-]+$/.test(word);
}

function clip(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40).toWellFormed()}…` : word;
}
