import path from 'node:path';

/** The project's own folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * A path inside the project.
 * @param {readonly string[]} parts
 */
export function inProject(...parts) {
  return path.join(ROOT, ...parts);
}

/** The folder the person was in: npm runs every script in the project's folder and keeps the other in INIT_CWD. */
export function callersFolder() {
  return (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();
}

/**
 * What went wrong, in words.
 * @param {unknown} error
 */
export function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
}
