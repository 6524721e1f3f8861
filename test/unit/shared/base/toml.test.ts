import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToml, type TomlValue } from '#shared/base/toml.ts';

/** The same as objects, to be compared. */
function plain(value: TomlValue): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, own]) => [key, plain(own as TomlValue)]));
  return Array.isArray(value) ? value.map((entry) => plain(entry as TomlValue)) : value;
}

const read = (text: string) => {
  const { table, problems } = parseToml(text);
  return { value: plain(table), problems };
};

describe('parseToml', () => {
  it.each([
    ['a = "x" # note', { a: 'x' }],
    ['a.b = true\na."c d" = false', { a: { b: true, 'c d': false } }],
    [
      '[a.b]\nc = 1_000\nd = 1979-05-27 07:32:00Z',
      { a: { b: { c: { literal: '1_000' }, d: { literal: '1979-05-27 07:32:00Z' } } } },
    ],
    ['[[a]]\nb = "1"\n[[a]]\nb = "2"\n[a.c]\nd = "3"', { a: [{ b: '1' }, { b: '2', c: { d: '3' } }] }],
    ['a = [ "x", # one\n  \'y\',\n]', { a: ['x', 'y'] }],
    ['a = { b = "1", c.d = ["2"] }', { a: { b: '1', c: { d: ['2'] } } }],
    ['a = """\none\\\n   two"""\nb = \'\'\'\nx\\n\'\'\'', { a: 'onetwo', b: 'x\\n' }],
    ['a = "\\u00e4\\t\\"#"', { a: 'ä\t"#' }],
    [
      "[target.'cfg(unix)'.dependencies]\r\nnix = '0.29'\r\n",
      { target: { 'cfg(unix)': { dependencies: { nix: '0.29' } } } },
    ],
    ['\uFEFFa = "x"', { a: 'x' }],
    ['', {}],
  ])('reads %j', (text, value) => {
    expect(read(text)).toEqual({ value, problems: [] });
  });

  it.each([
    ['a = \nb = "x"', 1, { b: 'x' }],
    ['a = "x\nb = "y"', 1, { b: 'y' }],
    ['a = "x" y\nb = "y"', 1, { a: 'x', b: 'y' }],
    ['a = [ "x", , {}\n]\nb = "y"', 1, { b: 'y' }],
    ['b = "y"\nb = "z"', 2, { b: 'y' }],
    ['a = "x"\n[a]\nc = "lost"\n[d]\nb = "y"', 2, { a: 'x', d: { b: 'y' } }],
    ['[a\nc = "lost"\n[d]\nb = "y"', 1, { d: { b: 'y' } }],
  ])('says what is wrong with %j, and reads the rest', (text, line, value) => {
    const found = read(text);
    expect(found.value).toEqual(value);
    expect(found.problems.map((problem) => problem.line)).toEqual([line]);
  });

  it('ends on any text, however deep or long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('[', ']', '{', '}', '"', "'", '"""', '=', ',', '.', '#', '\n', '\\', 'a', '1'), {
          maxLength: 60,
        }),
        (parts) => {
          parseToml(parts.join(''));
        },
      ),
    );
    for (const text of ['a = '.concat('['.repeat(50_000)), `a = "${'x'.repeat(400_000)}`, 'a.'.repeat(50_000)]) {
      expect(parseToml(text).problems).toHaveLength(1);
    }
  });
});
