/** Manifests that the audit can be filled from. */
export type ManifestKind = 'go.mod' | 'package.json' | 'pom.xml' | 'requirements.txt' | 'pyproject.toml' | 'Cargo.toml';

/** What is recognised, but says too much: lock files also list what other packages bring along. */
export type LockFile = 'lock';

const CARGO_TABLE =
  /^\s*\[{1,2}\s*((build|dev)[-_])?(package|workspace|dependencies|target|features|lib|bin|profile|patch)\b/m;
const PYTHON_TABLE = /^\s*\[{1,2}\s*(project|tool|build-system|dependency-groups)\b/m;
const LOCK_TABLE = /^\s*\[\[package\]\]\s*$/m;
const GO_LINE = /^\s*((module|require|replace)\s+\S|[\w.~/-]+\.[\w.~/-]+\s+v\d+(\.\d+)*([-+.]\S*)?\s*(\/\/.*)?$)/m;

/**
 * Which manifest a text is, by what it says; the name of a file decides only where the text does not. Null
 * when it is none.
 */
export function manifestKind(text: string, fileName = ''): ManifestKind | LockFile | null {
  const start = text.trimStart();
  if (start.startsWith('<')) return /<(project|dependency|dependencies)\b/.test(text) ? 'pom.xml' : null;
  if (start.startsWith('{') || /^"[^"\n]*"\s*:/.test(start)) return 'package.json';
  if (LOCK_TABLE.test(text)) return 'lock';
  // Both have [package] now and then; what only one of them has decides.
  if (PYTHON_TABLE.test(text) && !/^\s*\[(package|workspace|dependencies)\b/m.test(text)) return 'pyproject.toml';
  if (CARGO_TABLE.test(text)) return 'Cargo.toml';
  if (GO_LINE.test(text)) return 'go.mod';
  if (isRequirements(text) || /^requirements.*\.(txt|in)$/i.test(fileName)) return 'requirements.txt';
  return null;
}

/** A line that no other text has: a version as Python compares them, a marker, an option of pip. */
const REQUIREMENT =
  /^\s*([\w.-]+\s*(\[[^\]]*\])?\s*((~=|===?|!=|<=|>=|<|>)\s*[\w.*]|@\s*\w+[+:]|;\s*\w+\s*[=<>!i])|-(?:r|e|c|i|f)\s|--\w|git\+)/;
const BARE_NAME = /^\s*[A-Za-z0-9][\w.-]*(\[[^\]]*\])?\s*$/;

function isRequirements(text: string): boolean {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, ''))
    .filter((line) => line.trim() !== '');
  const plain = lines.filter((line) => REQUIREMENT.test(line)).length;
  const bare = lines.filter((line) => BARE_NAME.test(line)).length;
  // A text of single words may be anything; two of them below each other are taken for names.
  return plain > 0 ? plain + bare >= lines.length / 2 : lines.length > 1 && bare === lines.length;
}
