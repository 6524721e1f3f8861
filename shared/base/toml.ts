import { closingBracket, readString, skipBlank } from './toml-scan.ts';

/** A value; numbers and dates stay as they are written. */
export type TomlValue = string | boolean | TomlLiteral | readonly TomlValue[] | TomlTable;
export type TomlTable = ReadonlyMap<string, TomlValue>;

/** A number or a date. */
export interface TomlLiteral {
  readonly literal: string;
}

export interface Toml {
  readonly table: TomlTable;
  /** What could not be read, by line number from 1; all else came through. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

type MutableTable = Map<string, TomlValue>;

/** How deep lists and tables may lie in each other. */
const DEPTH_LIMIT = 40;

/** Reads TOML (https://toml.io/en/v1.0.0) forgivingly: what is faulty is reported, and the rest is read. */
export function parseToml(text: string): Toml {
  const reader = new Reader(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  return reader.read();
}

export function isTomlTable(value: TomlValue | undefined): value is TomlTable {
  return value instanceof Map;
}

class Reader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #counted = 0;
  readonly #root: MutableTable = new Map();
  #table: MutableTable = this.#root;
  readonly #problems: { readonly line: number; readonly message: string }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): Toml {
    for (;;) {
      this.#at = skipBlank(this.#text, this.#at);
      if (this.#at >= this.#text.length) return { table: this.#root, problems: this.#problems };
      const start = this.#at;
      const message = this.#text[start] === '[' ? this.#header() : this.#entry();
      const end = /[ \t]*(#[^\n]*)?(\n|$)/y;
      end.lastIndex = this.#at;
      if (message === null && end.test(this.#text)) continue;
      this.#problems.push({
        line: this.#lineAt(start),
        message: message ?? 'something follows where the line should end',
      });
      const next = this.#text.indexOf('\n', Math.max(this.#at, start));
      this.#at = next < 0 ? this.#text.length : next + 1;
    }
  }

  /** The number of the line that a place lies in; places are asked for in their order. */
  #lineAt(at: number): number {
    for (; this.#counted < at; this.#counted++) if (this.#text[this.#counted] === '\n') this.#line += 1;
    return this.#line;
  }

  /** `[table]` or `[[table]]`; answers with what is wrong. */
  #header(): string | null {
    const isList = this.#text.startsWith('[[', this.#at);
    this.#at += isList ? 2 : 1;
    const path = this.#path();
    const close = isList ? ']]' : ']';
    // What stands below a faulty heading belongs nowhere.
    this.#table = new Map();
    if (!path || !this.#text.startsWith(close, this.#at))
      return `expected a heading such as “${isList ? '[[table]]' : '[table]'}”`;
    this.#at += close.length;
    const parent = tableAt(this.#root, path.slice(0, -1));
    const key = path.at(-1);
    if (!parent || key === undefined) return `the heading “${clip(path.join('.'))}” is a value already`;
    const here = parent.get(key);
    if (isList) {
      parent.set(key, [...(Array.isArray(here) ? here : []), this.#table]);
      return null;
    }
    if (here !== undefined && !isMutable(here)) return `the heading “${clip(path.join('.'))}” is a value already`;
    if (here) this.#table = here;
    else parent.set(key, this.#table);
    return null;
  }

  /** `key = value`; answers with what is wrong. */
  #entry(): string | null {
    const read = this.#pair(0);
    if (!read) return 'expected a name, “=” and a value, such as “name = "value"”';
    return put(this.#table, read.path, read.value);
  }

  #pair(depth: number): { readonly path: readonly string[]; readonly value: TomlValue } | null {
    const path = this.#path();
    if (!path || this.#text[this.#at] !== '=') return null;
    this.#at += 1;
    this.#space();
    const value = this.#value(depth);
    return value === null ? null : { path, value };
  }

  #path(): readonly string[] | null {
    const path: string[] = [];
    for (;;) {
      this.#space();
      const key = this.#key();
      if (key === null) return null;
      path.push(key);
      this.#space();
      if (path.length > DEPTH_LIMIT) return null;
      if (this.#text[this.#at] !== '.') return path;
      this.#at += 1;
    }
  }

  #key(): string | null {
    if (/["']/.test(this.#text[this.#at] ?? '')) return this.#string();
    return this.#match(/[\w-]+/y);
  }

  #value(depth: number): TomlValue | null {
    const first = this.#text[this.#at];
    if (depth > DEPTH_LIMIT) return null;
    if (first === '"' || first === "'") return this.#string();
    if (first === '[') return this.#list(depth + 1);
    if (first === '{') return this.#inline(depth + 1);
    const word = this.#match(/[\w+.:-]+( \d[\w.:+-]*)?/y);
    if (word === null) return null;
    return word === 'true' || word === 'false' ? word === 'true' : { literal: word };
  }

  #list(depth: number): TomlValue | null {
    const values: TomlValue[] = [];
    this.#at += 1;
    for (;;) {
      this.#at = skipBlank(this.#text, this.#at);
      if (this.#close(']')) return values;
      const value = this.#value(depth);
      if (value === null) return this.#lost(']');
      values.push(value);
      this.#at = skipBlank(this.#text, this.#at);
      if (!this.#close(',') && this.#text[this.#at] !== ']') return this.#lost(']');
    }
  }

  #inline(depth: number): TomlValue | null {
    const table: MutableTable = new Map();
    this.#at += 1;
    for (;;) {
      // Line ends and a last comma are allowed from TOML 1.1 on.
      this.#at = skipBlank(this.#text, this.#at);
      if (this.#close('}')) return table;
      const read = this.#pair(depth);
      if (!read || put(table, read.path, read.value) !== null) return this.#lost('}');
      this.#at = skipBlank(this.#text, this.#at);
      if (!this.#close(',') && this.#text[this.#at] !== '}') return this.#lost('}');
    }
  }

  /** Goes on behind a list or table that cannot be read, so that its lines are not taken for entries. */
  #lost(bracket: string): null {
    this.#at = closingBracket(this.#text, this.#at, bracket) ?? this.#at;
    return null;
  }

  #string(): string | null {
    const read = readString(this.#text, this.#at);
    if (!read) return null;
    this.#at = read.end;
    return read.value;
  }

  #close(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    this.#match(/[ \t]+/y);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }
}

function isMutable(value: TomlValue): value is MutableTable {
  return value instanceof Map;
}

/** The table under a path, made where it is missing, the last one of a list of tables; null for another value. */
function tableAt(root: MutableTable, path: readonly string[]): MutableTable | null {
  let table = root;
  for (const key of path) {
    const here = table.get(key);
    const next = Array.isArray(here) ? here.at(-1) : here;
    if (next === undefined) {
      const made: MutableTable = new Map();
      table.set(key, made);
      table = made;
    } else if (isMutable(next)) table = next;
    else return null;
  }
  return table;
}

function put(table: MutableTable, path: readonly string[], value: TomlValue): string | null {
  const parent = tableAt(table, path.slice(0, -1));
  const key = path.at(-1);
  if (!parent || key === undefined) return `“${clip(path.join('.'))}” has a value already`;
  if (parent.has(key)) return `“${clip(path.join('.'))}” stands here twice`;
  parent.set(key, value);
  return null;
}

function clip(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40).toWellFormed()}…` : word;
}
