import { filesOf, nested, noise } from './hostile-file.ts';

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
/** Just under what is read at all. */
const MOST = 999_000;

/** What is pasted as the manifest of a program. */
export const HOSTILE_MANIFESTS = filesOf('manifest', {
  'Cargo.toml of a hundred thousand crates': () => `[dependencies]\n${many(60_000, (at) => `c${at} = "1"`)}`,
  'Cargo.toml of tables within tables': () => `[dependencies]\n[${'a.'.repeat(MOST / 2 - 20)}b]\nx = 1`,
  'Cargo.toml of arrays without end': () => `[dependencies]\nserde = ${nested(400_000)}`,
  'Cargo.toml of inline tables without end': () => `[dependencies]\nserde = ${'{ a = '.repeat(150_000)}`,
  'Cargo.toml of a text that does not end': () => `[dependencies]\nserde = """${'"" '.repeat(300_000)}`,
  'Cargo.toml of a quote that does not end': () => `[dependencies]\nserde = "${'\\"'.repeat(450_000)}`,
  'Cargo.toml of equal signs': () => `[dependencies]\n${'='.repeat(MOST)}`,
  'Cargo.toml of spaces': () => `[dependencies]\nserde${' '.repeat(MOST - 100)}= "1"`,
  'Cargo.toml of comments': () => `[dependencies]\n${'#'.repeat(MOST - 100)}\nserde = "1"`,
  'Cargo.toml of brackets': () => `${'['.repeat(MOST / 2)}dependencies${']'.repeat(400_000)}\na = "1"`,
  'Cargo.toml with a crate called __proto__': () => '[dependencies]\n__proto__ = "1"\nconstructor = "1"\n"" = "1"',
  'Cargo.toml of one crate many times': () => `[dependencies]\n${many(90_000, () => 'a = "1"')}`,
  'Cargo.toml of formulas': () => '[dependencies]\n"=1+1" = "1"\n"@A1" = "=cmd|x"',
  'go.mod of a hundred thousand modules': () =>
    `module x\nrequire (\n${many(40_000, (at) => `e.com/m${at} v1.0.0`)}\n)`,
  'go.mod of blocks without end': () => `module x\n${many(90_000, () => 'require (')}`,
  'go.mod that replaces in a circle': () =>
    `module x\nrequire a.b/c v1.0.0\n${many(20_000, (at) => `replace a.b/m${at} => a.b/m${at + 1} v1.0.0`)}`,
  'go.mod of one line': () => `module x\nrequire ${'a.b/c '.repeat(150_000)}`,
  'go.mod of slashes': () => `module x\nrequire ${'/'.repeat(MOST - 100)} v1.0.0`,
  'go.mod of quotes': () => `module x\nrequire ${'"'.repeat(MOST - 100)}`,
  'package.json without end': () => `{"dependencies":${nested(300_000)}}`,
  'package.json of objects without end': () => `{"dependencies":${nested(100_000, '{"a":', '}', '1')}}`,
  'package.json of a hundred thousand packages': () =>
    `{"dependencies":{${many(60_000, (at) => `"p${at}":"1",`)}"z":"1"}}`,
  'package.json with a package called __proto__': () => '{"dependencies":{"__proto__":"1","constructor":"2"}}',
  'package.json of one long name': () => `{"dependencies":{"${'@/'.repeat(400_000)}":"1"}}`,
  'package.json of versions without end': () => `{"dependencies":{"a":"${'>=1 || '.repeat(120_000)}1"}}`,
  'pom.xml of a billion laughs': () =>
    `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "lol">${Array.from({ length: 20 }, (_, at) => `<!ENTITY b${at} "${'&a;'.repeat(50)}">`).join('')}]><project><dependencies><dependency><artifactId>&b19;</artifactId></dependency></dependencies></project>`,
  'pom.xml of a file elsewhere': () =>
    '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><project><dependencies><dependency><groupId>a</groupId><artifactId>&x;</artifactId></dependency></dependencies></project>',
  'pom.xml of tags without end': () => `<project>${'<dependencies>'.repeat(60_000)}`,
  'pom.xml of tags that do not close': () => `<project>${'<a '.repeat(300_000)}`,
  'pom.xml of comments that do not close': () => `<project>${'<!--'.repeat(240_000)}`,
  'pom.xml of sections that do not close': () => `<project>${'<![CDATA['.repeat(100_000)}`,
  'pom.xml of properties in a circle': () =>
    `<project><properties>${many(10_000, (at) => `<p${at}>\${p${at + 1}}</p${at}>`)}<p10000>\${p0}</p10000></properties><dependencies><dependency><groupId>a</groupId><artifactId>\${p0}</artifactId><version>\${p1}</version></dependency></dependencies></project>`,
  'pom.xml of properties that grow': () =>
    `<project><properties>${many(40, (at) => `<p${at}>\${p${at + 1}}\${p${at + 1}}</p${at}>`)}</properties><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>\${p0}</version></dependency></dependencies></project>`,
  'requirements.txt of a hundred thousand packages': () => many(90_000, (at) => `p${at}==1`),
  'requirements.txt of lines that go on': () => many(300_000, () => 'a\\'),
  'requirements.txt of brackets': () => `requests${'['.repeat(MOST - 100)}`,
  'requirements.txt of markers': () => `requests==1 ; ${'python_version < "3" and '.repeat(39_000)}x`,
  'requirements.txt of other files': () => many(50_000, (at) => `-r ../../${at}.txt`),
  'requirements.txt of one line': () => `a${'>=1,'.repeat(240_000)}`,
  'pyproject.toml without end': () => `[project]\ndependencies = ${nested(400_000)}`,
  'pyproject.toml of tables without end': () => many(90_000, () => '[tool.x]'),
  'pyproject.toml of quotes': () => `[project]\ndependencies = [${"'".repeat(MOST - 100)}`,
  'pyproject.toml of a text that does not end': () => `[project]\ndescription = '''${"''".repeat(450_000)}`,
  'a manifest of noise': () => noise(900_000).toString('latin1'),
  'a manifest of zero bytes': () => '\0'.repeat(900_000),
});

/** What is pasted as a list of people. */
export const HOSTILE_ROSTERS = filesOf('roster', {
  'a hundred thousand people': () => many(100_000, (at) => `Person ${at}\tRole\tTeam`),
  'the same person many times': () => many(200_000, () => 'Ada\tLead'),
  'a name of two million letters': () => 'a'.repeat(2_000_000),
  'half an address': () => `${'a@'.repeat(500_000)}`,
  'an address without a mark': () => `${'a.'.repeat(1_000_000)}\tLead`,
  'marks of addresses': () => '@'.repeat(1_000_000),
  'spaces before an address': () => `Ada${' '.repeat(1_000_000)}x`,
  'open brackets': () => `Ada ${'('.repeat(1_000_000)}`,
  'brackets that open and close': () => `Ada ${'(x)'.repeat(300_000)}`,
  'tabs only': () => '\t'.repeat(2_000_000),
  'line breaks only': () => '\r\n'.repeat(1_000_000),
  'numbers of a list': () => many(100_000, (at) => `${at % 999}.`),
  'names that differ in accents': () => many(50_000, (at) => `Zoë${'\u0308'.repeat(at % 50)}`),
});
