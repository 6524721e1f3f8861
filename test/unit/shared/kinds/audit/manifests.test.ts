import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCargoToml } from '#shared/kinds/audit/cargo-toml.ts';
import type { ManifestPackage } from '#shared/kinds/audit/manifest.ts';
import { manifestKind } from '#shared/kinds/audit/manifest-kind.ts';
import { readPackageJson } from '#shared/kinds/audit/package-json.ts';
import { readPomXml } from '#shared/kinds/audit/pom-xml.ts';
import { readPyprojectToml } from '#shared/kinds/audit/pyproject-toml.ts';
import { readRequirementsTxt } from '#shared/kinds/audit/requirements-txt.ts';

/** A package in a line: name, version, standing, and what is said of it. */
const lines = (packages: readonly ManifestPackage[]) =>
  packages.map(({ name, version, standing, about }) => [name, version, standing, about].join(' | '));

const PACKAGE_JSON = `{
  "name": "shop", "version": "1.0.0",
  "dependencies": {
    "express": "^5.0.0",
    "@acme/core": "workspace:*",
    "tool": "file:../tool",
    "left": "npm:right@2.0.0",
    "forked": "github:acme/forked",
    "bad name": "1.0.0"
  },
  "peerDependencies": { "react": ">=18" },
  "optionalDependencies": { "fsevents": "^2.3.0" },
  "devDependencies": { "vitest": "^3.0.0", "express": "^5.0.0" }
}`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>com.acme</groupId><artifactId>all</artifactId><version>2.0</version></parent>
  <artifactId>api</artifactId>
  <properties><jackson>2.18.0</jackson></properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>2.0.16</version></dependency>
    <dependency><groupId>org.only</groupId><artifactId>managed</artifactId><version>1</version></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>\${jackson}</version>
      <exclusions><exclusion><groupId>org.x</groupId><artifactId>y</artifactId></exclusion></exclusions></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>core</artifactId></dependency>
    <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13.2</version><scope>test</scope></dependency>
    <dependency><artifactId>nameless</artifactId></dependency>
  </dependencies>
  <build><plugins><plugin><dependencies>
    <dependency><groupId>org.plugin</groupId><artifactId>own</artifactId></dependency>
  </dependencies></plugin></plugins></build>
  <profiles><profile><id>aws</id><dependencies>
    <dependency><groupId>com.amazonaws</groupId><artifactId>sdk</artifactId><version>\${unknown}</version><optional>true</optional></dependency>
  </dependencies></profile></profiles>
</project>`;

const REQUIREMENTS = `# services
-r base.txt
-i https://pypi.example.org/simple
Flask[async]>=3.0,<4 ; python_version >= "3.10"
requests==2.32.3 \\
    --hash=sha256:abc \\
    --hash=sha256:def
    # via -r requirements.in
idna==3.10
    # via
    #   anyio
    #   requests
psycopg
-e ./lib
-e git+https://example.org/acme/tools.git@main#egg=acme-tools
model @ https://example.org/model-1.0-py3-none-any.whl
./vendored.whl
what is this
`;

const PYPROJECT = `[project]
name = "shop"
dependencies = ["flask>=3", "acme-core", "shop[extra]", 'tomli>=2; python_version < "3.11"', "not a name"]
[project.optional-dependencies]
s3 = ["boto3"]
test = ["pytest"]
[dependency-groups]
lint = ["ruff", { include-group = "more" }]
[tool.uv.sources]
acme_core = { workspace = true }
[tool.poetry.dependencies]
python = "^3.12"
httpx = { version = "^0.27", optional = true }
local = { path = "../local" }
split = [{ version = "1", platform = "linux" }, { version = "2" }]
[tool.poetry.group.dev.dependencies]
mypy = "*"
`;

const CARGO = `[package]
name = "shop"
[dependencies]
serde = { version = "1", features = ["derive"] }
tokio.workspace = true
own = { path = "../own", version = "0.1" }
sibling.workspace = true
renamed = { package = "real-name", version = "2", optional = true }
[dev-dependencies]
insta = "1"
[build-dependencies]
cc = "1"
[target.'cfg(unix)'.dependencies]
nix = "0.29"
[workspace.dependencies]
sibling = { path = "crates/sibling" }
unused = "1"
`;

describe('a manifest', () => {
  it('package.json: direct packages, with what is local, renamed or for development', () => {
    const { packages, problems } = readPackageJson(PACKAGE_JSON);
    expect(lines(packages)).toEqual([
      'express | ^5.0.0 | used | ',
      '@acme/core | workspace:* | own | ',
      'tool | file:../tool | own | ',
      'right | 2.0.0 | used | called left in the code',
      'forked | github:acme/forked | used | ',
      'fsevents | ^2.3.0 | used | optional',
      'react | >=18 | used | from the program that uses it',
      'vitest | ^3.0.0 | development | for development',
    ]);
    expect(problems).toEqual([{ line: 9, message: expect.stringContaining('not “bad name”') }]);
  });

  it.each([
    ['"dependencies": {\n "pg": "^8.0.0"\n},', ['pg']],
    ['"pg": "^8.0.0",\n"ws": "8.18.0",', ['pg', 'ws']],
    ['"name": "shop", "version": "1.0.0"', []],
    ['{"name": "shop", "version": "1.0.0"}', []],
    ['{"lockfileVersion": 3, "packages": {}, "dependencies": {"a": {"version": "1"}}}', []],
    ['{"dependencies": ["pg"]}', []],
    ['{"dependencies": {"pg": "8"}', []],
    ['{"dependencies": {"__proto__": "8"}}', []],
    ['[]', []],
  ])('package.json, a piece or a faulty one: %s', (text, names) => {
    const { packages, problems } = readPackageJson(text);
    expect(packages.map(({ name }) => name)).toEqual(names);
    const isWhole = names.length > 0 || /^\{?"name/.test(text);
    expect(problems.length > 0).toBe(!isWhole);
  });

  it('pom.xml: direct dependencies with their versions, without those of plugins and what is only managed', () => {
    const { packages, problems } = readPomXml(POM);
    expect(lines(packages)).toEqual([
      'com.fasterxml.jackson.core:jackson-databind | 2.18.0 | used | ',
      'org.slf4j:slf4j-api | 2.0.16 | used | ',
      'com.acme:core |  | own | ',
      'junit:junit | 4.13.2 | development | for tests',
      expect.stringMatching(/^com\.amazonaws:sdk \| \$\{unknown\} \| used \| optional, in the profile aws$/),
    ]);
    expect(problems).toEqual([{ line: 15, message: expect.stringContaining('expected a groupId') }]);
  });

  it('pom.xml: the group of somebody else’s parent is not the project’s own', () => {
    const spring = (path: string) =>
      `<project><parent><groupId>org.spring</groupId><artifactId>p</artifactId>${path}</parent><dependencies><dependency><groupId>org.spring</groupId><artifactId>web</artifactId></dependency></dependencies></project>`;
    expect(readPomXml(spring('<relativePath/>')).packages[0]?.standing).toBe('used');
    expect(readPomXml(spring('')).packages[0]?.standing).toBe('own');
    const piece = '<dependency><groupId>a.b</groupId><artifactId>c</artifactId></dependency>';
    expect(readPomXml(piece).packages.map(({ name }) => name)).toEqual(['a.b:c']);
  });

  it('requirements.txt: what is asked for, without options, folders and what others bring along', () => {
    const { packages, problems, remarks } = readRequirementsTxt(REQUIREMENTS);
    expect(lines(packages)).toEqual([
      'Flask | >=3.0,<4 | used | where python_version >= "3.10"',
      'requests | ==2.32.3 | used | ',
      'idna | ==3.10 | indirect | ',
      'psycopg |  | used | ',
      './lib |  | own | ',
      'acme-tools | git+https://example.org/acme/tools.git@main#egg=acme-tools | used | ',
      'model | https://example.org/model-1.0-py3-none-any.whl | used | ',
      './vendored.whl |  | own | ',
    ]);
    expect(problems).toEqual([{ line: 18, message: expect.stringContaining('“what is this”') }]);
    expect(remarks).toEqual(['It also takes in base.txt; paste that as well.']);
  });

  it('pyproject.toml: the standard, uv and Poetry', () => {
    const { packages, problems } = readPyprojectToml(PYPROJECT);
    expect(lines(packages)).toEqual([
      'flask | >=3 | used | ',
      'acme-core |  | own | ',
      'shop |  | own | ',
      'tomli | >=2 | used | where python_version < "3.11"',
      'boto3 |  | used | optional: s3',
      'pytest |  | development | optional: test',
      'ruff |  | development | for development',
      'httpx | ^0.27 | used | optional',
      'local |  | own | ',
      'split | 1 | used | ',
      'mypy | * | development | for development',
    ]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('“not a name”')]);
    expect(readPyprojectToml('[project]\ndynamic = ["dependencies"]').remarks).toHaveLength(1);
  });

  it('Cargo.toml: crates by their real names, without those of the same repository', () => {
    const { packages, problems } = readCargoToml(CARGO);
    expect(lines(packages)).toEqual([
      'serde | 1 | used | ',
      'tokio |  | used | version from the workspace',
      'own | 0.1 | own | ',
      'sibling |  | own | ',
      'real-name | 2 | used | optional, called renamed in the code',
      'cc | 1 | used | for the build',
      'insta | 1 | development | for development',
      'nix | 0.29 | used | on cfg(unix)',
    ]);
    expect(problems).toEqual([]);
    const virtual = readCargoToml('[workspace.dependencies]\nserde = "1"\nown = { path = "own" }');
    expect(lines(virtual.packages)).toEqual(['serde | 1 | used | ', 'own |  | own | ']);
    expect(readCargoToml('[dependencies]\nserde = 1').problems).toHaveLength(1);
  });
});

describe('manifestKind', () => {
  it.each([
    [PACKAGE_JSON, 'package.json'],
    ['"express": "^5"', 'package.json'],
    [POM, 'pom.xml'],
    ['<html></html>', null],
    [REQUIREMENTS, 'requirements.txt'],
    ['flask\nrequests', 'requirements.txt'],
    ['flask', null],
    ['This is a letter to somebody.\nIt has two lines.', null],
    [PYPROJECT, 'pyproject.toml'],
    [CARGO, 'Cargo.toml'],
    ['[dependencies]\nserde = "1"', 'Cargo.toml'],
    ['[[package]]\nname = "serde"', 'lock'],
    ['module example.org/a\n\nrequire go.uber.org/zap v1.27.0', 'go.mod'],
    ['go.uber.org/zap v1.27.0 // indirect', 'go.mod'],
    ['', null],
  ])('of %j', (text, kind) => {
    expect(manifestKind(text)).toBe(kind);
  });

  it('goes by the name of a file where the text says nothing', () => {
    expect(manifestKind('flask', 'requirements-dev.txt')).toBe('requirements.txt');
    expect(manifestKind(CARGO, 'requirements.txt')).toBe('Cargo.toml');
  });
});

describe('any text', () => {
  const readers = [readPackageJson, readPomXml, readRequirementsTxt, readPyprojectToml, readCargoToml];
  const whole = [PACKAGE_JSON, POM, REQUIREMENTS, PYPROJECT, CARGO];
  /** A manifest of which a stretch was cut out or doubled, and something put in its place. */
  const damaged = fc
    .tuple(
      fc.constantFrom(...whole),
      fc.nat(),
      fc.nat(60),
      fc.oneof(fc.string(), fc.constantFrom('"', '{', '[', '<', '\n')),
    )
    .map(([text, at, length, put]) => {
      const start = at % text.length;
      return text.slice(0, start) + put + text.slice(start + length);
    });

  it('is read without an error, and gives no name that does not stand in it', () => {
    // Filled in from elsewhere, or clipped.
    const isWritten = (text: string, part: string) =>
      part === 'com.acme' || part === '.' || text.includes(part.replace(/…$/, ''));
    const invented = (text: string) =>
      readers
        .flatMap((read) => read(text).packages.flatMap(({ name }) => name.split(':')))
        .filter((part) => !isWritten(text, part));
    fc.assert(
      fc.property(damaged, (text) => {
        expect(invented(text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
