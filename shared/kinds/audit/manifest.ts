/** Whose names a manifest uses. */
export type Ecosystem = 'npm' | 'maven' | 'pypi' | 'cargo';

/**
 * How a package of a manifest stands: used by the component, needed only while it is developed or tested, a
 * part of the same repository, or brought along by another package.
 */
export type PackageStanding = 'used' | 'development' | 'own' | 'indirect';

/** A package that a manifest names. */
export interface ManifestPackage {
  /** As its ecosystem names it, such as `express` or `org.slf4j:slf4j-api`. */
  readonly name: string;
  /** As it is written; empty where the manifest says none. */
  readonly version: string;
  readonly standing: PackageStanding;
  /** What else the manifest says of it, such as `optional`; empty for nothing. */
  readonly about: string;
}

export interface ManifestProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** What one manifest says of what a component depends on. */
export interface Manifest {
  /** Name of such files. */
  readonly file: string;
  readonly ecosystem: Ecosystem;
  readonly packages: readonly ManifestPackage[];
  readonly problems: readonly ManifestProblem[];
  /** What a person should know beside the packages, as sentences. */
  readonly remarks: readonly string[];
}

/** The weightiest standing of a package that stands in a manifest more than once. */
const WEIGHT: Readonly<Record<PackageStanding, number>> = { own: 3, used: 2, development: 1, indirect: 0 };

/** Each package once, as it weighs most. */
export function oncePerName(packages: readonly ManifestPackage[]): readonly ManifestPackage[] {
  const byName = new Map<string, ManifestPackage>();
  for (const entry of packages) {
    const earlier = byName.get(entry.name);
    if (!earlier || WEIGHT[entry.standing] > WEIGHT[earlier.standing]) byName.set(entry.name, entry);
  }
  return [...byName.values()];
}

/** Most problems that are worth reading. */
const PROBLEM_LIMIT = 20;

/** As many problems as are worth reading, in the order of the lines. */
export function fewProblems(problems: readonly ManifestProblem[]): readonly ManifestProblem[] {
  const sorted = problems.toSorted((one, other) => one.line - other.line);
  const next = sorted[PROBLEM_LIMIT];
  if (!next) return sorted;
  return [...sorted.slice(0, PROBLEM_LIMIT), { line: next.line, message: 'further lines cannot be read either' }];
}

/** A word as it is quoted in a message. */
export function clipped(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40).toWellFormed()}…` : word;
}
