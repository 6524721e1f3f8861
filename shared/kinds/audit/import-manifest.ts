import { LIST_LIMIT } from '#shared/base/limits.ts';
import type { SectionOf } from '#shared/template/template.ts';
import type { Dependency } from './answers.ts';
import { readCargoToml } from './cargo-toml.ts';
import { checkedText } from './counterpart.ts';
import { auditFromGoMod } from './import-go-mod.ts';
import { addedText, firstOf, type LeftOut, leftOutTexts, unreadTexts } from './left-out.ts';
import { fewProblems, type Manifest, type ManifestPackage, type ManifestProblem } from './manifest.ts';
import { type ManifestKind, manifestKind } from './manifest-kind.ts';
import { packageCounterpart, packageKey } from './package-counterpart.ts';
import { readPackageJson } from './package-json.ts';
import { readPomXml } from './pom-xml.ts';
import { readPyprojectToml } from './pyproject-toml.ts';
import { readRequirementsTxt } from './requirements-txt.ts';
import { dependencySchema } from './schema.ts';

export interface ManifestImport {
  /** New rows, ready to be appended. */
  readonly added: readonly Dependency[];
  /** Packages for development and tests only, whether they are added or left out. */
  readonly development: number;
  readonly problems: readonly ManifestProblem[];
  readonly summary: string;
}

export interface ManifestText {
  readonly text: string;
  /** Name of the file, where it was one; decides only where the text does not. */
  readonly fileName?: string;
  /** Whether packages for development and tests are added, too. */
  readonly withDevelopment: boolean;
}

/** Longest text that is read, in UTF-16 code units; large real files have some 100,000. */
const TEXT_LIMIT = 1_000_000;

/** Rows for what a manifest depends on and the audit does not list yet, with their counterparts. */
export function auditFromManifest(
  section: SectionOf<'audit'>,
  { text: given, fileName, withDevelopment }: ManifestText,
  existing: readonly Dependency[],
  newId: () => string,
): ManifestImport {
  const text = given.replace(/^\uFEFF/, '');
  if (text.length > TEXT_LIMIT) return nothing('This text is too long for a manifest. Paste only its dependencies.');
  const kind = manifestKind(text, fileName);
  if (kind === null) return nothing(UNKNOWN);
  if (kind === 'lock') return nothing(LOCK);
  if (kind === 'go.mod') return { ...auditFromGoMod(section, text, existing, newId), development: 0 };
  return rowsFor(section, readManifest(kind, text), existing, newId, withDevelopment);
}

const UNKNOWN =
  'This is none of the files that can be read. Paste the text of a go.mod, package.json, pom.xml, requirements.txt, pyproject.toml or Cargo.toml, or the lines around its dependencies with their heading.';
const LOCK =
  'This is a lock file, which also lists what other packages bring along. Paste the manifest beside it, such as Cargo.toml or pyproject.toml.';

function nothing(summary: string): ManifestImport {
  return { added: [], development: 0, problems: [], summary };
}

function readManifest(kind: Exclude<ManifestKind, 'go.mod'>, text: string): Manifest {
  const more = { file: kind, remarks: [] };
  switch (kind) {
    case 'package.json':
      return { ...more, ecosystem: 'npm', ...readPackageJson(text) };
    case 'pom.xml':
      return { ...more, ecosystem: 'maven', ...readPomXml(text) };
    case 'requirements.txt':
      return { ...more, ecosystem: 'pypi', ...readRequirementsTxt(text) };
    case 'pyproject.toml':
      return { ...more, ecosystem: 'pypi', ...readPyprojectToml(text) };
    case 'Cargo.toml':
      return { ...more, ecosystem: 'cargo', ...readCargoToml(text) };
  }
}

function rowsFor(
  section: SectionOf<'audit'>,
  manifest: Manifest,
  existing: readonly Dependency[],
  newId: () => string,
  withDevelopment: boolean,
): ManifestImport {
  const { packages, ecosystem } = manifest;
  const stand = (standing: ManifestPackage['standing']) => packages.filter((entry) => entry.standing === standing);
  const development = stand('development');
  const wanted = packages.filter(
    ({ standing }) => standing === 'used' || (standing === 'development' && withDevelopment),
  );
  const listed = new Set(existing.map(({ name }) => packageKey(ecosystem, name)));
  const fresh = wanted.filter(({ name }) => !listed.has(packageKey(ecosystem, name)));
  const room = Math.max(0, LIST_LIMIT - existing.length);
  const added = fresh.slice(0, room).map((entry) => rowFor(section, manifest, entry, newId()));
  const left = {
    known: wanted.length - fresh.length,
    overflow: fresh.length - added.length,
    development: withDevelopment ? 0 : development.length,
    indirect: stand('indirect').length,
    own: stand('own').map(({ name }) => name),
  };
  const problems = fewProblems(manifest.problems);
  const summary = summaryOf({ ...manifest, problems }, added, left);
  return { added, development: development.length, problems, summary };
}

function rowFor(
  section: SectionOf<'audit'>,
  { file, ecosystem }: Manifest,
  { name, version, about }: ManifestPackage,
  id: string,
): Dependency {
  const row = packageCounterpart(section, ecosystem, name);
  const notes = [
    `${version === '' ? 'no version' : version} in ${file}`,
    ...(about === '' ? [] : [about]),
    ...(row?.checked === undefined ? [] : [`counterpart ${checkedText(row.checked)}`]),
  ];
  return dependencySchema.parse({ id, name, candidate: row?.candidate ?? '', note: notes.join('; ') });
}

interface ManifestLeftOut extends LeftOut {
  readonly development: number;
  readonly own: readonly string[];
}

function summaryOf(
  { file, packages, problems, remarks }: Manifest,
  added: readonly Dependency[],
  left: ManifestLeftOut,
): string {
  const { development, own } = left;
  return [
    `Read as ${file}.`,
    packages.length === 0 ? 'No dependencies were found.' : addedText(added),
    ...leftOutTexts(left, 'package', {
      before: development > 0 ? [`${development} for development and tests only, left out.`] : [],
      after: own.length > 0 ? [`${own.length} of the same repository, left out: ${firstOf(own)}.`] : [],
    }),
    ...remarks,
    ...unreadTexts(problems),
  ].join(' ');
}
