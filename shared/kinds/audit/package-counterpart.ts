import type { SectionOf } from '#shared/template/template.ts';
import { suggestCounterpart } from './counterpart.ts';
import type { Ecosystem } from './manifest.ts';
import { pythonName } from './requirements-txt.ts';

type PackageRow = NonNullable<SectionOf<'audit'>['packages']>[number];

/** A name as its ecosystem compares it; Cargo takes hyphens and underscores for the same. */
export function packageKey(ecosystem: Ecosystem, name: string): string {
  switch (ecosystem) {
    case 'npm':
    case 'maven':
      return name.trim();
    case 'pypi':
      return pythonName(name.trim());
    case 'cargo':
      return name.trim().replaceAll('_', '-');
  }
}

/** The row of the table for a package, which has to have that very name. Null when none. */
export function packageCounterpart(section: SectionOf<'audit'>, ecosystem: Ecosystem, name: string): PackageRow | null {
  return indexOf(section).get(`${ecosystem} ${packageKey(ecosystem, name)}`) ?? null;
}

/** What takes the place of something that somebody typed, without saying where it is from. Null when nobody knows. */
export function suggestCandidate(section: SectionOf<'audit'>, name: string): string | null {
  const row = (section.packages ?? []).find(({ ecosystem, names }) =>
    names.some((own) => packageKey(ecosystem, own) === packageKey(ecosystem, name)),
  );
  return (suggestCounterpart(section, name) ?? row)?.candidate ?? null;
}

/** Whether a candidate is one of the tables'. */
export function isFromTable(section: SectionOf<'audit'>, candidate: string): boolean {
  return [...section.counterparts, ...(section.packages ?? [])].some((row) => row.candidate === candidate);
}

/** Kept with the section, as a manifest asks for each of its packages. */
const indexes = new WeakMap<SectionOf<'audit'>, ReadonlyMap<string, PackageRow>>();

function indexOf(section: SectionOf<'audit'>): ReadonlyMap<string, PackageRow> {
  const known = indexes.get(section);
  if (known) return known;
  const entries = (section.packages ?? []).flatMap((row) =>
    row.names.map((name) => [`${row.ecosystem} ${packageKey(row.ecosystem, name)}`, row] as const),
  );
  const index = new Map(entries.toReversed());
  indexes.set(section, index);
  return index;
}
