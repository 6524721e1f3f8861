import { FILE_DEPTH_LIMIT } from '#shared/review/envelope.ts';
import { FailureError } from './failure.ts';
import { jsonProblem } from './json-syntax.ts';

/**
 * Decodes and parses JSON that may come from anywhere. Nesting is bounded before anything recursive
 * sees it; bytes that are not UTF-8, keys that stand twice and `__proto__` are refused, because they
 * would otherwise change what the file says without a word.
 * @throws {FailureError} `invalid` with a detail that names the place.
 */
export function parseJson(source: Uint8Array | string): unknown {
  const text = typeof source === 'string' ? source.replace(/^\uFEFF/, '') : decode(source);
  const own = asPrinted(text);
  if (own) return own.value;
  const problem = jsonProblem(text);
  if (problem !== null) throw new FailureError('invalid', 'The file is not readable JSON.', { details: [problem] });
  return JSON.parse(text);
}

/**
 * The value of a text that is letter for letter what the platform prints for it, as our own files are. Such a text
 * holds all that it says: a key that stood twice would be missing from the print. Null for every other text, which
 * takes a slower look.
 */
function asPrinted(text: string): { readonly value: unknown } | null {
  if (text.includes('"__proto__"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isWithin(FILE_DEPTH_LIMIT, value)) return null;
    const isIndented = /^[[{]\n/.test(text);
    const printed = isIndented ? `${JSON.stringify(value, null, 2)}\n` : JSON.stringify(value);
    return printed === text ? { value } : null;
  } catch {
    return null;
  }
}

/** Whether data is nested no deeper than so many levels; goes no deeper itself. */
function isWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((entry) => isWithin(levels - 1, entry));
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
