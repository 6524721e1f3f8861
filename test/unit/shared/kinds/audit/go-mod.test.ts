import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoMod } from '#shared/kinds/audit/go-mod.ts';

const FILE = `// A comment before all.
module example.com/shop // the shop

go 1.23.1

toolchain go1.23.4

require (
	github.com/go-chi/chi/v5 v5.1.0
	go.uber.org/zap v1.27.0 // logging
	golang.org/x/sync v0.8.0 // indirect
	"gopkg.in/yaml.v3" v3.0.1
)

require github.com/acme/pre v0.0.0-20240101120000-abcdef123456 // indirect; needed by tools

replace github.com/old/thing v1.0.0 => ../thing

exclude (
	github.com/bad/one v1.0.0
)

retract [v1.0.0, v1.0.5]
`;

describe('parseGoMod', () => {
  it('reads what a file requires', () => {
    expect(parseGoMod(FILE)).toEqual({
      module: 'example.com/shop',
      required: [
        { path: 'github.com/go-chi/chi/v5', version: 'v5.1.0', indirect: false },
        { path: 'go.uber.org/zap', version: 'v1.27.0', indirect: false },
        { path: 'golang.org/x/sync', version: 'v0.8.0', indirect: true },
        { path: 'gopkg.in/yaml.v3', version: 'v3.0.1', indirect: false },
        { path: 'github.com/acme/pre', version: 'v0.0.0-20240101120000-abcdef123456', indirect: true },
      ],
      problems: [],
    });
  });

  it('reads lines pasted from inside a block, with any line ends', () => {
    const { required, problems } = parseGoMod('\tgo.uber.org/zap v1.27.0\r\n\tgithub.com/x/y v2.0.0+incompatible\r');
    expect(required.map(({ path }) => path)).toEqual(['go.uber.org/zap', 'github.com/x/y']);
    expect(problems).toEqual([]);
  });

  it('counts a module as direct when one of two lines says so', () => {
    const { required } = parseGoMod('require a.b/c v1.0.0 // indirect\nrequire a.b/c v1.0.0');
    expect(required).toEqual([{ path: 'a.b/c', version: 'v1.0.0', indirect: false }]);
  });

  it('reads a block written without a space', () => {
    expect(parseGoMod('require(\na.b/c v1.0.0\n)').required).toHaveLength(1);
  });

  it.each([
    ['npm install left-pad', 1, '“npm” is not a line of a go.mod'],
    ['\n\nrequire github.com/x/y', 3, 'expected a module path and a version'],
    ['require github.com/x/y latest', 1, 'expected a module path and a version'],
    ['require (\ngithub.com/x/y v1.0.0', 1, 'is not closed'],
    ['require (\n<script> v1.0.0\n)', 2, 'expected a module path and a version'],
    [')', 1, '“)” is not a line of a go.mod'],
  ])('says of %j what cannot be read', (text, line, message) => {
    const [problem] = parseGoMod(text).problems;
    expect(problem?.line).toBe(line);
    expect(problem?.message).toContain(message);
  });

  it('keeps what it can read beside what it cannot', () => {
    const { required, problems } = parseGoMod('nonsense here\nrequire a.b/c v1.0.0\nmore nonsense');
    expect([required.length, problems.length]).toEqual([1, 2]);
  });

  it('is bounded', () => {
    expect(parseGoMod('x'.repeat(1_000_001)).problems[0]?.message).toContain('too long');
    expect(parseGoMod('bad line\n'.repeat(1000)).problems).toHaveLength(21);
  });

  it('never fails, whatever is pasted', () => {
    const pieces = fc.constantFrom('require', '(', ')', 'a.b/c', 'v1.0.0', '//', 'indirect', '"', '`', '\n', ' ', '=>');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join(' ')),
        ),
        (text) => {
          for (const { path, version } of parseGoMod(text).required) {
            expect(path).toMatch(/^[\w.~/-]+$/);
            expect(version).toMatch(/^v\d/);
          }
        },
      ),
    );
  });

  it('reads back any list of modules', () => {
    const path = fc.stringMatching(/^[a-z]{1,8}\.[a-z]{2,3}\/[a-z0-9_.~-]{1,12}$/);
    const module = fc.record({
      path,
      version: fc.stringMatching(/^v\d{1,3}\.\d{1,3}\.\d{1,3}$/),
      indirect: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(module, { selector: (entry) => entry.path }), (required) => {
        const lines = required.map((entry) => `${entry.path} ${entry.version}${entry.indirect ? ' // indirect' : ''}`);
        expect(parseGoMod(`module a.b/c\n\nrequire (\n${lines.join('\n')}\n)\n`)).toEqual({
          module: 'a.b/c',
          required,
          problems: [],
        });
      }),
    );
  });
});
