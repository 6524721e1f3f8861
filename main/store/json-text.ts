import { FILE_DEPTH_LIMIT } from '#shared/envelope.ts';
import { FailureError } from './failure.ts';

/**
 * Decodes and parses JSON that may come from anywhere. Nesting is bounded before anything recursive
 * sees it; bytes that are not UTF-8 and keys that stand twice are refused, because both would
 * otherwise change what the file says without a word.
 * @throws {FailureError} `invalid` with a detail that names the place.
 */
export function parseJson(source: Uint8Array | string): unknown {
  const text = typeof source === 'string' ? source.replace(/^\uFEFF/, '') : decode(source);
  const problem = structureProblem(text);
  if (problem !== null) throw invalidJson(problem);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalidJson(describeSyntaxError(text, error));
  }
}

function invalidJson(detail: string): FailureError {
  return new FailureError('invalid', 'The file is not readable JSON.', { details: [detail] });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FailureError('invalid', 'The file is not text in UTF-8. Save it as UTF-8 and try again.', {
      cause: error,
    });
  }
}

/** Looks at brackets and strings only; whatever else is wrong is left to the parser. */
function structureProblem(text: string): string | null {
  /** Keys seen in each open object; null for an open array. */
  const open: (Set<string> | null)[] = [];
  for (const { character, at, end } of landmarks(text)) {
    if (character === '}' || character === ']') open.pop();
    else if (character !== '"') open.push(character === '{' ? new Set() : null);
    else if (isRepeatedKey(open.at(-1), text, at, end)) {
      return `${placeOf(text, at)}: the key ${text.slice(at, Math.min(end, at + 80) + 1)} stands here twice`;
    }
    if (open.length > FILE_DEPTH_LIMIT) return `${placeOf(text, at)}: nested deeper than ${FILE_DEPTH_LIMIT} levels`;
  }
  return null;
}

/** The brackets of a JSON text, and its strings from quote to quote. */
function* landmarks(text: string): Generator<{ character: string; at: number; end: number }> {
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('{}[]'.includes(character)) yield { character, at, end: at };
    if (character !== '"') continue;
    const end = closingQuote(text, at);
    yield { character, at, end };
    at = end;
  }
}

function isRepeatedKey(keys: Set<string> | null | undefined, text: string, at: number, end: number): boolean {
  if (!keys || !isKey(text, end)) return false;
  const key = unescapeKey(text.slice(at, end + 1));
  const repeated = keys.has(key);
  keys.add(key);
  return repeated;
}

function closingQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && /[ \t\r\n]/.test(text.charAt(at))) at++;
  return text[at] === ':';
}

function unescapeKey(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted; // not valid JSON; the parser will say so
  }
}

function describeSyntaxError(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(message)?.[1];
  const at = position === undefined ? text.length : Number(position);
  const what = message.replace(/ in JSON at position.*$/s, '').replace(/, ".*$/s, '');
  return `${placeOf(text, at)}: ${what}`;
}

function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
