import { FILE_DEPTH_LIMIT } from '#shared/review/envelope.ts';

/**
 * What keeps a text from being JSON that says one thing only: a fault of syntax, a key that stands
 * twice or is `__proto__`, nesting that is too deep. One line with the place, or null when all is well.
 * `JSON.parse` finds the first kind too, but not all versions of Node tell where.
 */
export function jsonProblem(text: string): string | null {
  try {
    new Checker(text).check();
    return null;
  } catch (error) {
    if (error instanceof Fault) return `${placeOf(text, error.at)}: ${error.message}`;
    throw error;
  }
}

class Fault extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Characters that need no escape in a string: all but the quote, the backslash and the control characters. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Goes through the text once; recursion is bounded by the depth limit. */
class Checker {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  check(): void {
    this.#value(0);
    if (this.#next() !== '') throw this.#fault('nothing more is expected here');
  }

  #value(depth: number): void {
    const first = this.#next();
    if (first === '{') this.#object(depth + 1);
    else if (first === '[') this.#array(depth + 1);
    else if (first === '"') this.#string();
    else if (!this.#take(SCALAR)) throw this.#fault('expected a value');
  }

  #object(depth: number): void {
    const keys = new Set<string>();
    this.#list('}', depth, () => {
      const at = this.#at;
      if (this.#next() !== '"') throw this.#fault('expected a key in quotes');
      this.#string();
      this.#remember(keys, at);
      if (this.#next() !== ':') throw this.#fault('expected : after the key');
      this.#at++;
      this.#value(depth);
    });
  }

  #array(depth: number): void {
    this.#list(']', depth, () => this.#value(depth));
  }

  #list(end: '}' | ']', depth: number, entry: () => void): void {
    if (depth > FILE_DEPTH_LIMIT) throw this.#fault(`nested deeper than ${FILE_DEPTH_LIMIT} levels`);
    this.#at++;
    if (this.#next() !== end) {
      entry();
      while (this.#next() === ',') {
        this.#at++;
        this.#next();
        entry();
      }
      if (this.#next() !== end) throw this.#fault(`expected , or ${end}`);
    }
    this.#at++;
  }

  #string(): void {
    this.#at++;
    do this.#take(PLAIN);
    while (this.#take(ESCAPE));
    if (this.#text[this.#at] !== '"') throw this.#fault('expected the text to go on or its closing quote');
    this.#at++;
  }

  #remember(keys: Set<string>, at: number): void {
    const key = String(JSON.parse(this.#text.slice(at, this.#at)));
    // zod leaves this key out of records without a word.
    if (key === '__proto__') throw new Fault(at, 'the key "__proto__" is not allowed');
    if (keys.has(key)) throw new Fault(at, `the key ${JSON.stringify(key.slice(0, 80))} stands here twice`);
    keys.add(key);
  }

  /** The next character that is not white space; empty at the end. */
  #next(): string {
    this.#take(SPACE);
    return this.#text.charAt(this.#at);
  }

  /** Moves behind what the pattern matches here; false when it matches nothing. */
  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text) || pattern.lastIndex === this.#at) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #fault(message: string): Fault {
    const ends = this.#at >= this.#text.length;
    return new Fault(this.#at, ends ? `the file ends here; ${message}` : message);
  }
}

/** Line and column, both counted from 1. */
function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
