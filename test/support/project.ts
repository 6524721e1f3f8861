import path from 'node:path';

/** The project's own folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A path in the project, such as `templates/order.txt`. */
export function inProject(...parts: readonly string[]): string {
  return path.join(ROOT, ...parts);
}
