import system, { type PlatformPath } from 'node:path';

/**
 * Whether a path is a folder itself or lies below it, by its name alone: links are not followed.
 * @param rules how paths are written; this system's unless said otherwise
 */
export function isWithin(
  folder: string,
  path: string,
  rules: Pick<PlatformPath, 'relative' | 'isAbsolute' | 'sep'> = system,
): boolean {
  const way = rules.relative(folder, path);
  return way !== '..' && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way);
}
