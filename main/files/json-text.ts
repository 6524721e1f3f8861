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
  const problem = jsonProblem(text);
  if (problem !== null) throw new FailureError('invalid', 'The file is not readable JSON.', { details: [problem] });
  return JSON.parse(text);
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
