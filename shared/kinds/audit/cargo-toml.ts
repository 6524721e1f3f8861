import { isTomlTable, parseToml, type TomlTable, type TomlValue } from '#shared/base/toml.ts';
import { clipped, type ManifestPackage, type ManifestProblem, oncePerName, type PackageStanding } from './manifest.ts';

/** Tables that list packages, in both spellings that Cargo takes. */
const LISTS: readonly (readonly [readonly string[], PackageStanding, string])[] = [
  [['dependencies'], 'used', ''],
  [['build-dependencies', 'build_dependencies'], 'used', 'for the build'],
  [['dev-dependencies', 'dev_dependencies'], 'development', 'for development'],
];

/** Reads what a Cargo.toml depends on (https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html). */
export function readCargoToml(text: string): {
  readonly packages: readonly ManifestPackage[];
  readonly problems: readonly ManifestProblem[];
} {
  const { table, problems: faults } = parseToml(text);
  const workspace = tableOf(table.get('workspace'));
  const shared = tableOf(workspace?.get('dependencies'));
  const problems: ManifestProblem[] = [...faults];
  const report = (name: string) => {
    const message = `expected a crate and a version, such as “serde = "1"”, not “${clipped(name)}”`;
    problems.push({ line: lineOf(text, name), message });
  };
  const own = listsOf(table, '', shared, report);
  const targets = [...(tableOf(table.get('target')) ?? [])].flatMap(([target, lists]) =>
    listsOf(tableOf(lists), `on ${clipped(target)}`, shared, report),
  );
  // Of a workspace without a package of its own, the list that its members share is what it uses.
  const isVirtual = !table.has('package') && own.length + targets.length === 0;
  const members = isVirtual ? cratesIn(shared, 'used', '', undefined, report) : [];
  return { packages: oncePerName([...own, ...targets, ...members]), problems };
}

type Report = (name: string) => void;

function listsOf(
  table: TomlTable | undefined,
  where: string,
  shared: TomlTable | undefined,
  report: Report,
): readonly ManifestPackage[] {
  return LISTS.flatMap(([keys, standing, about]) => {
    const words = [about, where].filter((word) => word !== '').join(', ');
    return keys.flatMap((key) => cratesIn(tableOf(table?.get(key)), standing, words, shared, report));
  });
}

function cratesIn(
  list: TomlTable | undefined,
  standing: PackageStanding,
  about: string,
  shared: TomlTable | undefined,
  report: Report,
): readonly ManifestPackage[] {
  return [...(list ?? [])].flatMap(([key, value]) => {
    const read = crateOf(key, entryOf(value), shared);
    if (!read) {
      report(key);
      return [];
    }
    const words = [about, read.about].filter((word) => word !== '').join(', ');
    return [{ ...read, standing: read.standing === 'own' ? 'own' : standing, about: words }];
  });
}

function crateOf(key: string, entry: TomlTable | undefined, shared: TomlTable | undefined): ManifestPackage | null {
  const isInherited = entry?.get('workspace') === true;
  const inherited = isInherited ? entryOf(shared?.get(key)) : undefined;
  const name = textIn(entry, 'package') ?? textIn(inherited, 'package') ?? key;
  if (!entry || !/^[A-Za-z0-9_][\w-]{0,127}$/.test(name)) return null;
  const isOwn = entry.has('path') || inherited?.has('path') === true;
  const words = [
    entry.get('optional') === true ? 'optional' : '',
    name === key ? '' : `called ${clipped(key)} in the code`,
    isInherited && !inherited ? 'version from the workspace' : '',
  ];
  return {
    name,
    version: (versionOf(entry) ?? versionOf(inherited) ?? '').slice(0, 200),
    standing: isOwn ? 'own' : 'used',
    about: words.filter((word) => word !== '').join(', '),
  };
}

function entryOf(value: TomlValue | undefined): TomlTable | undefined {
  return typeof value === 'string' ? new Map([['version', value]]) : tableOf(value);
}

function versionOf(entry: TomlTable | undefined): string | undefined {
  return textIn(entry, 'version') ?? textIn(entry, 'git');
}

function textIn(entry: TomlTable | undefined, key: string): string | undefined {
  const value = entry?.get(key);
  return typeof value === 'string' ? value : undefined;
}

function tableOf(value: TomlValue | undefined): TomlTable | undefined {
  return isTomlTable(value) ? value : undefined;
}

function lineOf(text: string, name: string): number {
  const at = text.indexOf(name);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
