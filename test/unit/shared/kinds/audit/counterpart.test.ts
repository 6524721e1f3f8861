import { describe, expect, it } from 'vitest';
import { suggestCounterpart } from '#shared/kinds/audit/counterpart.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { rustTemplate, shippedText } from '#test/support/shipped.ts';

const section = sectionOf(kindsTemplate, 'audit');
const rust = sectionOf(rustTemplate, 'audit');
if (!section || !rust) throw new Error('the templates have an audit');

/** Lines of a word or a number and a module path. */
function moduleLines(name: string): readonly (readonly [string, string])[] {
  return shippedText(`test/fixtures/field/${name}`)
    .trim()
    .split('\n')
    .map((line) => {
      const [first = '', second = ''] = line.split(' ');
      return [first, second];
    });
}

describe('suggestCounterpart', () => {
  it.each([
    ['zap', 'tracing'],
    [' ZAP ', 'tracing'],
    ['go.uber.org/zap', 'tracing'],
    ['go.uber.org/zap@v1.27.0', 'tracing'],
    ['go.uber.org/zap/zapcore', 'tracing'],
    ['github.com/go-chi/chi/v5', 'axum'],
    ['github.com/go-chi/chi/v5/middleware', 'axum'],
    ['net/http', 'axum'],
    ['pkg/errors', 'thiserror'],
    ['github.com/pkg/errors', 'thiserror'],
    ['github.com/somebody/chi', undefined],
    ['gopkg.in/slog.v1', undefined],
    ['zapper', undefined],
    ['github.com/go-chi/chicken', undefined],
    ['', undefined],
    ['https://', undefined],
    ['__proto__', undefined],
  ])('%j: %s', (name, candidate) => {
    expect(suggestCounterpart(section, name)?.candidate).toBe(candidate);
  });
});

describe('the table of the Rust template', () => {
  it.each([
    // Each ends in the name of a library that it is not.
    'github.com/go-openapi/errors',
    'github.com/prometheus/prometheus',
    'github.com/acme/validator/v2',
    'example.org/tools/testing',
    'github.com/acme/backoff',
    'gitlab.com/acme/cobra-errors',
  ])('has nothing for %s', (path) => {
    expect(suggestCounterpart(rust, path)).toBeNull();
  });

  it.each([
    ['github.com/sirupsen/logrus', 'tracing + tracing-subscriber'],
    ['github.com/spf13/pflag', 'clap'],
    ['github.com/jackc/pgx/v5', 'sqlx, sea-orm or diesel'],
    ['gorm.io/driver/postgres', 'sqlx, sea-orm or diesel'],
    ['gopkg.in/yaml.v3', 'serde-saphyr or serde_norway'],
    ['golang.org/x/crypto', 'RustCrypto crates, ring or aws-lc-rs'],
    ['golang.org/x/crypto/ssh', 'russh, russh-sftp'],
    ['github.com/aws/aws-sdk-go-v2/service/s3', 'aws-config, aws-sdk-*'],
    ['k8s.io/client-go', 'kube, k8s-openapi'],
    ['k8s.io/klog/v2', 'tracing + tracing-subscriber'],
  ])('has %s: %s', (path, candidate) => {
    expect(suggestCounterpart(rust, path)?.candidate).toBe(candidate);
  });

  it('says of each row whether it stands on a document or was checked by us, and when', () => {
    for (const { id, sources, checked } of rust.counterparts) {
      expect([id, sources.length > 0], id).toEqual([id, checked === undefined]);
      expect([undefined, '2026-11-29'], id).toContain(checked);
    }
    expect(rust.counterparts.filter(({ checked }) => checked === undefined)).toHaveLength(19);
  });

  it('names no module and no library twice, so that no row hides another', () => {
    const modules = rust.counterparts.flatMap((row) => row.modules.map((path) => path.toLowerCase()));
    expect(new Set(modules).size).toBe(modules.length);
    const own = rust.counterparts.filter(({ checked }) => checked !== undefined).flatMap(({ current }) => current);
    expect(new Set(own).size).toBe(own.length);
    const documented = new Set(rust.counterparts.flatMap((row) => (row.checked === undefined ? row.current : [])));
    expect(own.filter((name) => documented.has(name))).toEqual([]);
  });

  it('knows 60 of 100 direct dependencies of 92 public projects, each weighed by how often it is used', () => {
    const lines = moduleLines('go-modules.txt').map(([count, path]) => ({ count: Number(count), path }));
    const sum = (part: typeof lines) => part.reduce((total, { count }) => total + count, 0);
    const known = lines.filter(({ path }) => suggestCounterpart(rust, path) !== null);
    expect(sum(lines)).toBeGreaterThan(5000);
    expect(sum(known) / sum(lines)).toBeGreaterThan(0.6);
  });

  it('gives the modules that a person looked at the row that was found right then', () => {
    const looked = moduleLines('go-modules-looked-at.txt');
    expect(looked.length).toBeGreaterThan(300);
    for (const [path, row] of looked) expect([path, suggestCounterpart(rust, path)?.id]).toEqual([path, row]);
  });
});
