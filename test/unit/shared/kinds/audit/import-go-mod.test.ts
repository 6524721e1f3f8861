import { describe, expect, it } from 'vitest';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import type { Dependency } from '#shared/kinds/audit/answers.ts';
import { auditFromGoMod } from '#shared/kinds/audit/import-go-mod.ts';
import { dependencySchema } from '#shared/kinds/audit/schema.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { rustTemplate, shippedText } from '#test/support/shipped.ts';

const section = sectionOf(kindsTemplate, 'audit');
const rust = sectionOf(rustTemplate, 'audit');
if (!section || !rust) throw new Error('the templates have an audit');

const rows = (...parts: readonly Record<string, unknown>[]): readonly Dependency[] =>
  parts.map((part, index) => dependencySchema.parse({ id: `d${index}`, ...part }));

const counting = () => {
  let next = 0;
  return () => `new-${next++}`;
};

describe('auditFromGoMod', () => {
  it('adds direct modules that are not listed yet, with their counterparts', () => {
    const text = `require (
      go.uber.org/zap v1.27.0
      github.com/go-chi/chi/v5 v5.1.0
      github.com/acme/own v0.1.0
      golang.org/x/sync v0.8.0 // indirect
    )`;
    const found = auditFromGoMod(section, text, rows({ name: 'github.com/go-chi/chi' }), counting());
    expect(found.added).toEqual([
      {
        id: 'new-0',
        name: 'go.uber.org/zap',
        candidate: 'tracing',
        status: null,
        days: null,
        owner: '',
        note: 'v1.27.0 in go.mod',
      },
      expect.objectContaining({ id: 'new-1', name: 'github.com/acme/own', candidate: '' }),
    ]);
    expect(found).toMatchObject({ known: 1, indirect: 1, overflow: 0, problems: [] });
    expect(found.summary).toBe(
      '2 to add, 1 with a counterpart from the table. 1 already on the list. 1 left out, which another module brings along.',
    );
  });

  it('takes the same text twice without doubling a row', () => {
    const text = 'require go.uber.org/zap v1.27.0';
    const first = auditFromGoMod(section, text, [], counting());
    expect(auditFromGoMod(section, text, first.added, counting()).added).toEqual([]);
  });

  it('stops where the list is full, and says so', () => {
    const lines = Array.from({ length: LIST_LIMIT + 5 }, (_, index) => `example.com/m${index} v1.0.0`);
    const found = auditFromGoMod(section, lines.join('\n'), rows({ name: 'here' }), counting());
    expect([found.added.length, found.overflow]).toEqual([LIST_LIMIT - 1, 6]);
    expect(found.summary).toContain('6 left out because the list holds 500 rows at most.');
  });

  it('says how to paste when nothing was found', () => {
    expect(auditFromGoMod(section, 'hello', [], counting()).summary).toContain('Paste the text of a go.mod');
  });
});

describe('what replaces a module', () => {
  const read = (text: string, existing: readonly Dependency[] = []) => {
    const { added, own, problems, known, summary } = auditFromGoMod(rust, text, existing, counting());
    return { rows: added.map(({ name, candidate, note }) => [name, candidate, note]), own, problems, known, summary };
  };

  it('is no dependency where it is a folder of the same repository, and is named where it is a fork', () => {
    const found = read(shippedText('test/fixtures/field/11-gomod-local-replace/go.mod'));
    expect(found.rows).toEqual([
      ['github.com/fork/glob', '', 'v0.0.0-20240615080505-1d823af5017b in go.mod, in place of github.com/example/glob'],
      ['github.com/spf13/cobra', 'clap', 'v1.9.1 in go.mod'],
    ]);
    expect(found.own).toEqual(['example.org/big/api', 'example.org/big/client']);
    expect(found.summary).toContain(
      '2 left out because folders of the same repository replace them: example.org/big/api, example.org/big/client.',
    );
  });

  it.each([
    // [module of the go.mod, replace line, row]
    ['k8s.io/kubernetes', 'k8s.io/api => ./staging/src/k8s.io/api', null],
    ['go.etcd.io/etcd/server/v3', 'go.etcd.io/etcd/api/v3 => ../api', null],
    ['github.com/acme/shop/worker', 'github.com/acme/shop/api v1.2.3 => ..', null],
    ['github.com/acme/shop', 'github.com/acme/shop/tool => .\\tool', null],
    ['github.com/acme/shop', 'github.com/acme/other => ../other', 'v1.2.3 in go.mod, replaced by the folder ../other'],
    ['github.com/acme/shop', 'github.com/x/y => ./../y', 'v1.2.3 in go.mod, replaced by the folder ./../y'],
    ['github.com/acme/shop', 'github.com/x/y => /src/y', 'v1.2.3 in go.mod, replaced by the folder /src/y'],
    ['github.com/acme/shop', 'github.com/x/y => C:\\src\\y', 'v1.2.3 in go.mod, replaced by the folder C:\\src\\y'],
    ['github.com/acme/shop', 'github.com/x/y v9.9.9 => ./y', 'v1.2.3 in go.mod'],
    ['github.com/acme/shop', 'github.com/x/y => github.com/x/y v1.3.0', 'v1.3.0 in go.mod'],
  ])('in %s, %s', (main, replace, note) => {
    const [path = ''] = replace.split(' ');
    const text = `module ${main}\nrequire ${path} v1.2.3\nreplace ${replace}\n`;
    const { rows: found, own, problems } = read(text);
    expect(problems).toEqual([]);
    expect(note === null ? own : found.map((row) => row[2]?.split('; ')[0])).toEqual(note === null ? [path] : [note]);
    expect(found).toHaveLength(note === null ? 0 : 1);
  });

  it('has the counterpart of the fork, and of what it was made from where the table does not know the fork', () => {
    const text = (target: string) =>
      `require github.com/spf13/cobra v1.9.1\nreplace github.com/spf13/cobra => ${target}`;
    expect(read(text('github.com/acme/cobra v1.0.0')).rows[0]?.slice(0, 2)).toEqual(['github.com/acme/cobra', 'clap']);
    expect(read(text('github.com/rs/zerolog v1.0.0')).rows[0]?.[1]).toBe('tracing + tracing-subscriber');
  });

  it('lets the line for one version go before the line for all, and counts a row of either name as known', () => {
    const text = `require a.b/c v1.0.0
      a.b/c => a.b/all v3.0.0
      a.b/c v1.0.0 => a.b/one v2.0.0`;
    expect(read(text).rows.map(([name]) => name)).toEqual(['a.b/one']);
    expect(read(text, rows({ name: 'a.b/one' }))).toMatchObject({ rows: [], known: 1 });
    expect(read(text, rows({ name: 'a.b/c' }))).toMatchObject({ rows: [], known: 1 });
  });

  it.each(['a.b/c', 'a.b/c =>', '=> ./c', 'a.b/c => c', 'a.b/c => d.e/f v1 more', 'a.b/c v1.0.0 v2.0.0 => ./c'])(
    'says of “replace %s” that it cannot be read',
    (line) => {
      expect(read(`require a.b/c v1.0.0\nreplace ${line}`)).toMatchObject({
        problems: [{ line: 2, message: expect.stringContaining('“example.org/module => ./folder”') }],
        rows: [['a.b/c', '', 'v1.0.0 in go.mod']],
      });
    },
  );

  it('says of a counterpart from no document that it is ours, with the day', () => {
    const [logrus, zap] = read('require github.com/sirupsen/logrus v1.9.3\nrequire go.uber.org/zap v1.27.0').rows;
    expect(logrus?.[2]).toBe('v1.9.3 in go.mod; counterpart checked 2026-11-29, not from the documents');
    expect(zap?.[2]).toBe('v1.27.0 in go.mod');
  });
});
