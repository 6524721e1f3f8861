import { isModulePath, isVersion } from './go-mod-words.ts';

/** What stands in for a module (https://go.dev/ref/mod#go-mod-file-replace). */
export type Replacement =
  /** A folder beside the go.mod, or elsewhere on the disk. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** Another module, such as a fork, or another version of the same one. */
  | { readonly kind: 'module'; readonly path: string; readonly version: string };

/** A `replace` line; it holds for one version, or for all where `version` is null. */
export interface ReplaceLine {
  readonly path: string;
  readonly version: string | null;
  readonly replacement: Replacement;
}

/** What the words of a `replace` say; null when it is not of that form. */
export function readReplace(words: readonly string[]): ReplaceLine | null {
  const arrow = words.indexOf('=>');
  const [path, version = null, ...more] = words.slice(0, Math.max(arrow, 0));
  const replacement = replacementOf(words.slice(arrow + 1));
  if (path === undefined || !isModulePath(path) || more.length > 0 || !replacement) return null;
  return version === null || isVersion(version) ? { path, version, replacement } : null;
}

function replacementOf([target, version, ...more]: readonly string[]): Replacement | null {
  if (target === undefined || more.length > 0) return null;
  if (version === undefined) return isFolder(target) ? { kind: 'folder', folder: target } : null;
  return isModulePath(target) && isVersion(version) ? { kind: 'module', path: target, version } : null;
}

/** Go knows a folder by how it begins; all else is the path of a module. */
function isFolder(target: string): boolean {
  return target.length <= 300 && /^(\.{1,2}([\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(target);
}

/** What replaces a module; a line for its version goes before one for all. */
export function replacementFor(
  module: { readonly path: string; readonly version: string },
  lines: readonly ReplaceLine[],
): Replacement | null {
  const own = lines.filter(({ path }) => path === module.path);
  const line = own.find(({ version }) => version === module.version) ?? own.find(({ version }) => version === null);
  return line?.replacement ?? null;
}

/**
 * Whether a folder that replaces a module is a part of the repository that the go.mod lies in: below the go.mod,
 * or beside it for a module of the same repository by its path.
 */
export function isOwnFolder(folder: string, path: string, mainModule: string | null): boolean {
  if (/^\.([\\/]|$)/.test(folder) && !/(^|[\\/])\.\.([\\/]|$)/.test(folder)) return true;
  return /^\.\.?([\\/]|$)/.test(folder) && mainModule !== null && repositoryOf(path) === repositoryOf(mainModule);
}

/** Hosts whose repositories have an owner and a name. */
const FORGES: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'gitea.com']);

function repositoryOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, FORGES.has(parts[0] ?? '') ? 3 : 2).join('/');
}
