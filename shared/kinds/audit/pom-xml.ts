import { childOf, parseXml, type XmlElement } from '#shared/base/xml.ts';
import { clipped, type ManifestPackage, type ManifestProblem, oncePerName } from './manifest.ts';

/** Reads what a pom.xml depends on; `dependency` elements out of the middle of one are read too. */
export function readPomXml(text: string): {
  readonly packages: readonly ManifestPackage[];
  readonly problems: readonly ManifestProblem[];
} {
  const { roots, problems: faults } = parseXml(text);
  const project = roots.find(({ name }) => name === 'project');
  const model = modelOf(project);
  const problems: ManifestProblem[] = [...faults];
  const packages = listed(project, roots).flatMap(({ element, profile }) => {
    const read = dependencyOf(element, model, profile);
    if (read) return [read];
    const message = `expected a groupId and an artifactId, not “${clipped(nameOf(element, model))}”`;
    problems.push({ line: element.line, message });
    return [];
  });
  return { packages: oncePerName(packages), problems };
}

interface Listed {
  readonly element: XmlElement;
  /** Profile that the dependency holds for; empty for all. */
  readonly profile: string;
}

/** Direct dependencies: of the project and its profiles, not those of plugins and not those that are only managed. */
function listed(project: XmlElement | undefined, roots: readonly XmlElement[]): readonly Listed[] {
  const inList = (list: XmlElement | undefined, profile: string) =>
    (list?.children ?? []).filter(({ name }) => name === 'dependency').map((element) => ({ element, profile }));
  if (!project) {
    const bare = roots.filter(({ name }) => name === 'dependency').map((element) => ({ element, profile: '' }));
    return [...roots.filter(({ name }) => name === 'dependencies').flatMap((list) => inList(list, '')), ...bare];
  }
  const profiles = childOf(project, 'profiles')?.children ?? [];
  return [
    ...inList(childOf(project, 'dependencies'), ''),
    ...profiles.flatMap((profile) => inList(childOf(profile, 'dependencies'), childOf(profile, 'id')?.text ?? '')),
  ];
}

interface Model {
  readonly values: ReadonlyMap<string, string>;
  /** Group of the project itself, where others of the same group are its siblings; null for none. */
  readonly group: string | null;
  /** Versions that the pom manages, by name. */
  readonly managed: ReadonlyMap<string, string>;
}

function modelOf(project: XmlElement | undefined): Model {
  const parent = childOf(project, 'parent');
  const textOf = (element: XmlElement | undefined, name: string) => childOf(element, name)?.text ?? '';
  const own = textOf(project, 'groupId');
  // A parent without a path is somebody else's, such as that of Spring Boot.
  const isForeign = childOf(parent, 'relativePath')?.text === '';
  const group = own || (isForeign ? '' : textOf(parent, 'groupId'));
  const version = textOf(project, 'version') || textOf(parent, 'version');
  const built = ['project', 'pom'].flatMap((prefix): [string, string][] => [
    [`${prefix}.groupId`, own || textOf(parent, 'groupId')],
    [`${prefix}.artifactId`, textOf(project, 'artifactId')],
    [`${prefix}.version`, version],
    [`${prefix}.parent.groupId`, textOf(parent, 'groupId')],
    [`${prefix}.parent.version`, textOf(parent, 'version')],
  ]);
  const properties = (childOf(project, 'properties')?.children ?? []).map(({ name, text }): [string, string] => [
    name,
    text,
  ]);
  const values = new Map([...built.filter(([, value]) => value !== ''), ...properties]);
  const model = { values, group: group === '' ? null : filled(group, values), managed: new Map<string, string>() };
  const management = childOf(childOf(project, 'dependencyManagement'), 'dependencies');
  const managed = (management?.children ?? []).map((element): [string, string] => [
    nameOf(element, model),
    filled(textOf(element, 'version'), values),
  ]);
  return { ...model, managed: new Map(managed) };
}

function nameOf(element: XmlElement, { values }: Pick<Model, 'values'>): string {
  const part = (name: string) => filled(childOf(element, name)?.text ?? '', values);
  return `${part('groupId')}:${part('artifactId')}`;
}

function dependencyOf(element: XmlElement, model: Model, profile: string): ManifestPackage | null {
  const name = nameOf(element, model);
  if (!/^[\w.-]+:[\w.-]+$/.test(name) || name.length > 300) return null;
  const scope = filled(childOf(element, 'scope')?.text ?? '', model.values);
  const written = filled(childOf(element, 'version')?.text ?? '', model.values);
  const isOwn = scope === 'system' || name.slice(0, name.indexOf(':')) === model.group;
  const about = [
    SCOPES[scope] ?? '',
    childOf(element, 'optional')?.text === 'true' ? 'optional' : '',
    profile === '' ? '' : `in the profile ${clipped(profile)}`,
  ];
  return {
    name,
    version: (written || (model.managed.get(name) ?? '')).slice(0, 100),
    standing: isOwn ? 'own' : scope === 'test' ? 'development' : 'used',
    about: about.filter((word) => word !== '').join(', '),
  };
}

/** Scopes that a reader should know of (https://maven.apache.org/pom.html#Dependencies). */
const SCOPES: Readonly<Record<string, string>> = {
  test: 'for tests',
  provided: 'provided where it runs',
  runtime: 'at run time',
};

/** A text with its `${…}` filled in where the pom says what they stand for. */
function filled(text: string, values: ReadonlyMap<string, string>): string {
  let result = text.trim();
  // A property may be made of others, but not without end.
  for (let round = 0; round < 5 && result.includes('${') && result.length < 500; round++) {
    result = result.replace(/\$\{([^{}]*)\}/g, (whole, key: string) => values.get(key.trim()) ?? whole);
  }
  return result;
}
