import { clipped, type ManifestPackage, type ManifestProblem, oncePerName } from './manifest.ts';
import { requirementLines } from './requirement-lines.ts';

/** A name as pip compares it (https://packaging.python.org/en/latest/specifications/name-normalization/). */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const NAME = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;

/**
 * Reads one requirement, such as `name[extra]>=1.0; python_version < "3.12"`
 * (https://packaging.python.org/en/latest/specifications/dependency-specifiers/). Null when it is none.
 */
export function readRequirement(text: string): ManifestPackage | null {
  const [, name = '', , rest = ''] = /^([\w.-]+)\s*(\[[^\]]*\])?\s*(.*)$/s.exec(text.trim()) ?? [];
  if (!NAME.test(name) || name.length > 200) return null;
  const [spec = '', marker] = rest.startsWith('@') ? rest.split(/\s;/) : rest.split(';');
  const version = spec.trim().replace(/^\((.*)\)$/, '$1');
  const isUrl = version.startsWith('@');
  const isVersion = version.split(',').every((part) => /^\s*((~=|===?|!=|<=|>=|<|>)\s*[\w.*+!-]+)?\s*$/.test(part));
  if (!isUrl && !isVersion) return null;
  const target = version.replace(/^@\s*/, '');
  const isOwn = isUrl && /^(file:|\.{1,2}[\\/]|[\\/])/.test(target);
  const about = marker !== undefined && marker.trim() !== '' ? `where ${marker.trim()}` : '';
  return { name, version: target.slice(0, 200), standing: isOwn ? 'own' : 'used', about: about.slice(0, 200) };
}

/** Reads what a requirements.txt asks for. */
export function readRequirementsTxt(text: string): {
  readonly packages: readonly ManifestPackage[];
  readonly problems: readonly ManifestProblem[];
  readonly remarks: readonly string[];
} {
  const lines = requirementLines(text);
  const others = lines.flatMap(({ code }) => /^(?:-r|--requirement)[\s=]*(\S+)/.exec(code)?.[1] ?? []);
  const read = lines.flatMap((line) => {
    const editable = /^(?:-e|--editable)[\s=]*(.*)$/.exec(line.code)?.[1];
    if (line.code.startsWith('-') && editable === undefined) return [];
    return [{ ...line, entry: requirementOf(editable ?? line.code, editable !== undefined) }];
  });
  const packages = read.flatMap(({ entry, via }): readonly ManifestPackage[] => {
    if (!entry) return [];
    return [isBroughtAlong(via) ? { ...entry, standing: 'indirect' } : entry];
  });
  const problems = read.flatMap(({ entry, line, code }) => {
    const message = `expected a package, such as “flask>=3.0”, not “${clipped(code)}”`;
    return entry ? [] : [{ line, message }];
  });
  const named = others.slice(0, 6).map((name) => clipped(name));
  const remarks = named.length > 0 ? [`It also takes in ${named.join(', ')}; paste that as well.`] : [];
  return { packages: oncePerName(packages), problems, remarks };
}

/** Whether other packages are all that a package is there for; a file that asks for it makes it direct. */
function isBroughtAlong(via: readonly string[]): boolean {
  const isPackage = (reason: string) =>
    NAME.test(reason.replace(/\[.*\]$/, '')) && !/\.(in|txt|toml|py|cfg)$/.test(reason);
  return via.length > 0 && via.every(isPackage);
}

function requirementOf(code: string, isEditable: boolean): ManifestPackage | null {
  const egg = /[#&]egg=([\w.-]+)/.exec(code)?.[1];
  const isFolder = /^(file:|\.{1,2}([\\/[]|$)|[\\/]|[A-Za-z]:[\\/])/.test(code) || (isEditable && !/[:@]/.test(code));
  if (isFolder || /^\S+\.(whl|zip|tar\.gz)$/.test(code.replace(/[#;].*$/, ''))) {
    const name = egg ?? nameOfPath(code);
    return { name, version: '', standing: 'own', about: '' };
  }
  if (/^[a-z][a-z+.-]*:\/\//i.test(code) || /^(git|hg|svn|bzr)\+/.test(code)) {
    const name = egg ?? repositoryName(code);
    return name !== null && NAME.test(name) ? { name, version: code.slice(0, 200), standing: 'used', about: '' } : null;
  }
  // Options of one requirement, such as hashes, follow it.
  return readRequirement(code.replace(/\s--?[a-z].*$/s, ''));
}

/** What a path is called in a message; the folder itself where it has no name. */
function nameOfPath(code: string): string {
  const [path = ''] = code.split(/[\s;[]/);
  return clipped(path === '' ? '.' : path);
}

/** A repository is mostly named as its package; an archive may be named anything. */
function repositoryName(code: string): string | null {
  return /^(?:git|hg|svn|bzr)\+.*\/([\w.-]+?)(?:\.git)?(?:@[^/]*)?(?:#.*)?$/.exec(code)?.[1] ?? null;
}
