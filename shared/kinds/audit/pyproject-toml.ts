import { isTomlTable, parseToml, type TomlTable, type TomlValue } from '#shared/base/toml.ts';
import { clipped, type ManifestPackage, type ManifestProblem, oncePerName, type PackageStanding } from './manifest.ts';
import { pythonName, readRequirement } from './requirements-txt.ts';

interface ReadPyproject {
  readonly packages: readonly ManifestPackage[];
  readonly problems: readonly ManifestProblem[];
  readonly remarks: readonly string[];
}

/** Names of extras that nobody installs to run a program. */
const DEVELOPMENT = /^(dev|develop|development|tests?|testing|docs?|lint|linting|typing|format|ci|benchmarks?)$/i;

/** Reads what a pyproject.toml depends on: as the standard has it, and as Poetry, uv and PDM have it. */
export function readPyprojectToml(text: string): ReadPyproject {
  const { table, problems: faults } = parseToml(text);
  const problems: ManifestProblem[] = [...faults];
  const report = (message: string) => {
    problems.push({ line: 1, message });
  };
  const project = tableIn(table, 'project');
  const local = localSources(table);
  const self = [at(project, 'name'), at(tableIn(table, 'tool', 'poetry'), 'name')].flatMap((name) =>
    typeof name === 'string' ? [pythonName(name)] : [],
  );
  const isOwn = ({ name }: ManifestPackage) => local.has(pythonName(name)) || self.includes(pythonName(name));
  const packages = [...standardLists(table, report), ...poetryLists(table, report)];
  const dynamic = at(project, 'dynamic');
  const isElsewhere = Array.isArray(dynamic) && dynamic.includes('dependencies');
  return {
    packages: oncePerName(packages.map((entry) => (isOwn(entry) ? { ...entry, standing: 'own' } : entry))),
    problems,
    remarks: isElsewhere ? ['Its dependencies stand in another file, often requirements.txt; paste that as well.'] : [],
  };
}

type Report = (message: string) => void;

/** The lists of the standards (PEP 621 and 735), and those of uv and PDM in the same form. */
function standardLists(table: TomlTable, report: Report): readonly ManifestPackage[] {
  const project = tableIn(table, 'project');
  const extras = [...(tableIn(project, 'optional-dependencies') ?? [])].flatMap(([extra, list]) =>
    requirementsIn(list, DEVELOPMENT.test(extra) ? 'development' : 'used', `optional: ${clipped(extra)}`, report),
  );
  const groups = [tableIn(table, 'dependency-groups'), tableIn(table, 'tool', 'pdm', 'dev-dependencies')].flatMap(
    (lists) => [...(lists ?? [])].flatMap(([, list]) => requirementsIn(list, 'development', FOR_DEVELOPMENT, report)),
  );
  return [
    ...requirementsIn(at(project, 'dependencies'), 'used', '', report),
    ...extras,
    ...groups,
    ...requirementsIn(at(tableIn(table, 'tool', 'uv'), 'dev-dependencies'), 'development', FOR_DEVELOPMENT, report),
  ];
}

const FOR_DEVELOPMENT = 'for development';

function requirementsIn(
  list: TomlValue | undefined,
  standing: PackageStanding,
  about: string,
  report: Report,
): readonly ManifestPackage[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    report('a list of dependencies is not a list');
    return [];
  }
  return list.flatMap((entry: TomlValue) => {
    // A group may take in another one, whose packages are read there.
    if (isTomlTable(entry) && entry.has('include-group')) return [];
    const read = typeof entry === 'string' ? readRequirement(entry) : null;
    if (!read) {
      report(`expected a package, such as “flask>=3.0”, not “${clipped(wordOf(entry))}”`);
      return [];
    }
    const words = [about, read.about].filter((word) => word !== '').join(', ');
    return [{ ...read, standing: read.standing === 'own' ? 'own' : standing, about: words }];
  });
}

function poetryLists(table: TomlTable, report: Report): readonly ManifestPackage[] {
  const poetry = tableIn(table, 'tool', 'poetry');
  const groups = [...(tableIn(poetry, 'group') ?? [])].flatMap(([group, content]) => {
    const list = isTomlTable(content) ? tableIn(content, 'dependencies') : undefined;
    return group === 'main'
      ? poetryIn(list, 'used', '', report)
      : poetryIn(list, 'development', FOR_DEVELOPMENT, report);
  });
  return [
    ...poetryIn(tableIn(poetry, 'dependencies'), 'used', '', report),
    ...poetryIn(tableIn(poetry, 'dev-dependencies'), 'development', FOR_DEVELOPMENT, report),
    ...groups,
  ];
}

function poetryIn(
  list: TomlTable | undefined,
  standing: PackageStanding,
  about: string,
  report: Report,
): readonly ManifestPackage[] {
  // The interpreter stands among them, and is no package.
  const entries = [...(list ?? [])].filter(([name]) => name !== 'python');
  return entries.flatMap(([name, value]) => {
    const entry = poetryEntry(value);
    if (!readRequirement(name) || entry.size === 0) {
      report(`expected a package and a version, such as “flask = "^3.0"”, not “${clipped(name)}”`);
      return [];
    }
    const source = entry.get('version') ?? entry.get('git') ?? entry.get('url');
    const words = [about, entry.get('optional') === true ? 'optional' : ''].filter((word) => word !== '').join(', ');
    const version = typeof source === 'string' ? source.slice(0, 200) : '';
    return [{ name, version, standing: entry.has('path') ? 'own' : standing, about: words }];
  });
}

/** A version, or a table; a package may have several entries, for several systems. */
function poetryEntry(value: TomlValue): TomlTable {
  const first: TomlValue | undefined = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return new Map([['version', first]]);
  return isTomlTable(first) ? first : new Map();
}

/** Packages that uv takes from the same workspace or from a folder. */
function localSources(table: TomlTable): ReadonlySet<string> {
  const sources = [...(tableIn(table, 'tool', 'uv', 'sources') ?? [])];
  const isLocal = (source: TomlValue | undefined) =>
    isTomlTable(source) && (source.get('workspace') === true || source.has('path'));
  return new Set(
    sources
      .filter(([, source]) => isLocal(Array.isArray(source) ? source[0] : source))
      .map(([name]) => pythonName(name)),
  );
}

function tableIn(table: TomlTable | undefined, ...path: readonly string[]): TomlTable | undefined {
  return path.reduce<TomlTable | undefined>((here, key) => {
    const next = here?.get(key);
    return isTomlTable(next) ? next : undefined;
  }, table);
}

function at(table: TomlTable | undefined, key: string): TomlValue | undefined {
  return table?.get(key);
}

function wordOf(value: TomlValue): string {
  return typeof value === 'string' ? value : 'something else';
}
