import { describe, expect, it } from 'vitest';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import type { Dependency } from '#shared/kinds/audit/answers.ts';
import { auditFromManifest } from '#shared/kinds/audit/import-manifest.ts';
import { packageCounterpart, suggestCandidate } from '#shared/kinds/audit/package-counterpart.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';

const rust = sectionOf(rustTemplate, 'audit');
if (!rust) throw new Error('the template has an audit');

function read(text: string, existing: readonly Dependency[] = [], withDevelopment = false) {
  let next = 0;
  if (!rust) throw new Error('the template has an audit');
  return auditFromManifest(rust, { text, withDevelopment }, existing, () => `new-${next++}`);
}

const PACKAGE_JSON = JSON.stringify({
  dependencies: { express: '^5.0.0', '@acme/core': 'workspace:*', 'nobody-knows': '1' },
  devDependencies: { vitest: '^3.0.0' },
});

describe('auditFromManifest', () => {
  it('gives rows with counterparts, each with where it is from and when the counterpart was checked', () => {
    const found = read(PACKAGE_JSON);
    expect(found.added.map(({ name, candidate, note }) => [name, candidate, note])).toEqual([
      ['express', 'axum', '^5.0.0 in package.json; counterpart checked 2026-11-29, not from the documents'],
      ['nobody-knows', '', '1 in package.json'],
    ]);
    expect(found.summary).toBe(
      'Read as package.json. 2 to add, 1 with a counterpart from the table. 1 for development and tests only, left out. 1 of the same repository, left out: @acme/core.',
    );
  });

  it('adds what is for development when it is asked to, and says so in its row', () => {
    const found = read(PACKAGE_JSON, [], true);
    expect(found.development).toBe(1);
    expect(found.added.at(-1)).toMatchObject({
      name: 'vitest',
      note: expect.stringMatching(/^\^3\.0\.0 in package\.json; for development; counterpart checked/),
    });
  });

  it('takes the same text twice without doubling a row, and knows a name in another spelling', () => {
    const first = read('Ruamel.Yaml>=0.18\nflask==3.0');
    expect(read('ruamel_yaml>=0.18\nFlask==3.0', first.added)).toMatchObject({ added: [], problems: [] });
    expect(read('ruamel_yaml>=0.18\nFlask==3.0', first.added).summary).toContain('2 already on the list.');
  });

  it('reads a go.mod as before', () => {
    expect(read('require go.uber.org/zap v1.27.0').added).toMatchObject([{ note: 'v1.27.0 in go.mod' }]);
  });

  it.each([
    ['hello', 'This is none of the files that can be read. Paste the text of a go.mod, package.json'],
    ['[[package]]\nname = "a"', 'This is a lock file'],
    ['x'.repeat(1_000_001), 'too long'],
    ['{"dependencies": {', 'No dependencies were found. Some lines could not be read.'],
    ['{"name": "empty"}', 'Read as package.json. No dependencies were found.'],
    ['flask>=3\n-r more.txt', 'It also takes in more.txt; paste that as well.'],
  ])('says of %.20s what is the matter', (text, summary) => {
    expect(read(text).summary).toContain(summary);
  });

  it('stops where the list is full, and says so', () => {
    const text = Array.from({ length: LIST_LIMIT + 2 }, (_, index) => `package-${index}>=1`).join('\n');
    const found = read(text);
    expect(found.added).toHaveLength(LIST_LIMIT);
    expect(found.summary).toContain('2 left out because the list holds 500 rows at most.');
  });

  it('names at most twenty lines that cannot be read', () => {
    const faulty = Array.from({ length: 30 }, (_, index) => `"faulty ${index}": 1`).join(',\n');
    const found = read(`{"dependencies": {"a": "1",\n${faulty},\n"b": "2"}}`);
    expect(found.problems).toHaveLength(21);
    expect(found.problems.at(-1)).toEqual({ line: 22, message: 'further lines cannot be read either' });
    expect(found.added.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('the table of packages', () => {
  it.each([
    ['npm', 'express', 'axum'],
    ['npm', 'Express', undefined],
    ['npm', 'express-validator', undefined],
    ['maven', 'org.slf4j:slf4j-api', 'tracing + tracing-subscriber'],
    ['maven', 'org.slf4j:other', undefined],
    ['pypi', 'PyYAML', 'serde-saphyr or serde_norway'],
    ['pypi', 'express', undefined],
    ['cargo', 'serde', undefined],
  ] as const)('%s %s: %s', (ecosystem, name, candidate) => {
    expect(packageCounterpart(rust, ecosystem, name)?.candidate).toBe(candidate);
  });

  it('offers what somebody types; a name of the first table goes before', () => {
    expect(suggestCandidate(rust, 'express')).toBe('axum');
    expect(suggestCandidate(rust, 'validator')).toBe('validator');
    expect(suggestCandidate(rust, 'nobody-knows')).toBeNull();
  });

  it('has each name once, and says of each row that it is ours, with the day', () => {
    const rows = rust.packages ?? [];
    const names = rows.flatMap(({ ecosystem, names: own }) => own.map((name) => `${ecosystem} ${name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(rows.map(({ checked, sources }) => `${checked} ${sources.length}`))).toEqual(
      new Set(['2026-11-29 0']),
    );
  });
});
