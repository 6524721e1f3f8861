import { clipped, type ManifestPackage, type ManifestProblem, oncePerName, type PackageStanding } from './manifest.ts';

type Read = { readonly packages: readonly ManifestPackage[]; readonly problems: readonly ManifestProblem[] };

/** Keys that list packages, what that makes of them, and a word on them. */
const LISTS: readonly (readonly [string, PackageStanding, string])[] = [
  ['dependencies', 'used', ''],
  ['optionalDependencies', 'used', 'optional'],
  ['peerDependencies', 'used', 'from the program that uses it'],
  ['devDependencies', 'development', 'for development'],
];

/** Keys by which a piece of a package.json is known not to be a list of packages. */
const OTHER_KEYS: ReadonlySet<string> = new Set(
  'name version description private type main scripts license author engines exports files bin homepage'.split(' '),
);

/** Reads what a package.json depends on; lines out of the middle of one are read too. */
export function readPackageJson(text: string): Read {
  const whole = parsed(text);
  // Lines out of the middle have no braces of their own, and often a comma at the end.
  const piece = whole.kind === 'read' ? whole : parsed(`{${text.trim().replace(/,$/, '')}}`);
  const { value } = piece.kind === 'read' ? piece : { value: undefined };
  if (!isRecord(value)) return { packages: [], problems: [whole.kind === 'read' ? NO_OBJECT : whole.problem] };
  if ('lockfileVersion' in value) return { packages: [], problems: [LOCK_FILE] };
  const lists = LISTS.filter(([key]) => value[key] !== undefined);
  const isBareList = lists.length === 0 && whole.kind === 'failed' && looksLikeList(value);
  const read = isBareList
    ? [packagesIn(text, value, 'used', '')]
    : lists.map(([key, standing, about]) => {
        const list = value[key];
        if (isRecord(list)) return packagesIn(text, list, standing, about);
        return {
          packages: [],
          problems: [{ line: lineOf(text, key), message: `“${key}” is not a list of names and versions` }],
        };
      });
  return {
    packages: oncePerName(read.flatMap(({ packages }) => packages)),
    problems: read.flatMap(({ problems }) => problems),
  };
}

const NO_OBJECT: ManifestProblem = { line: 1, message: 'expected the text of a package.json, which begins with “{”' };
const LOCK_FILE: ManifestProblem = {
  line: 1,
  message: 'this is a lock file, which also lists what other packages bring along; paste the package.json beside it',
};

type Parsed =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly problem: ManifestProblem };

function parsed(text: string): Parsed {
  try {
    return { kind: 'read', value: JSON.parse(text) };
  } catch (cause) {
    const at = /at position (\d+)/.exec(String(cause))?.[1];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length;
    return { kind: 'failed', problem: { line, message: 'the text is no JSON from here on, so none of it was read' } };
  }
}

function packagesIn(
  text: string,
  list: Readonly<Record<string, unknown>>,
  standing: PackageStanding,
  about: string,
): Read {
  const packages: ManifestPackage[] = [];
  const problems: ManifestProblem[] = [];
  for (const [name, version] of Object.entries(list)) {
    const read = typeof version === 'string' && isPackageName(name) ? packageOf(name, version.trim()) : null;
    if (!read) {
      const message = `expected a package and a version, such as “"express": "^5.0.0"”, not “${clipped(name)}”`;
      problems.push({ line: lineOf(text, name), message });
    } else {
      const words = [about, read.about].filter((word) => word !== '').join(', ');
      packages.push({ ...read, standing: read.standing === 'own' ? 'own' : standing, about: words });
    }
  }
  return { packages, problems };
}

function packageOf(name: string, spec: string): ManifestPackage | null {
  if (spec.length > 300) return null;
  // https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies, with the protocols of pnpm and Yarn.
  const isOwn = /^(workspace|file|link|portal|patch):|^(\.{1,2}|~)?[\\/]|^[A-Za-z]:[\\/]/.test(spec);
  const alias = /^npm:((?:@[^/@\s]+\/)?[^/@\s]+)(?:@(.*))?$/.exec(spec);
  const real = alias?.[1];
  if (real !== undefined && real !== name && isPackageName(real)) {
    return { name: real, version: alias?.[2] ?? '', standing: 'used', about: `called ${name} in the code` };
  }
  return { name, version: spec, standing: isOwn && !spec.startsWith('patch:') ? 'own' : 'used', about: '' };
}

/** Names that npm takes, the old ones with capitals included. */
function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(@[\w.~-]+\/)?[\w.~-]+$/.test(name) && !/^(\.|__proto__$)/.test(name);
}

/** Whether all of it are names with what may be a version. */
function looksLikeList(value: Readonly<Record<string, unknown>>): boolean {
  const entries = Object.entries(value);
  const isVersion = (spec: unknown) =>
    typeof spec === 'string' && /^([\^~<>=v\s]*\d|\*|latest$|next$|[a-z+]+:|[\w-]+\/[\w.-]+)/.test(spec);
  return entries.length > 0 && entries.every(([name, spec]) => !OTHER_KEYS.has(name) && isVersion(spec));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lineOf(text: string, key: string): number {
  const at = text.indexOf(JSON.stringify(key));
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
