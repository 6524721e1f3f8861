import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureError } from '#main/files/failure.ts';
import { parseJson } from '#main/files/json-text.ts';

function problemOf(source: string | Uint8Array): string {
  try {
    parseJson(source);
  } catch (error) {
    if (error instanceof FailureError) return [error.message, ...error.failure.details].join(' ');
    throw error;
  }
  return '';
}

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), fc.boolean(), (text, asBytes) => {
        fc.pre(!text.includes('__proto__'));
        expect(parseJson(asBytes ? Buffer.from(text) : text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses, with a place, and never fails otherwise', () => {
    const fragment = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ':',
      ',',
      '"a"',
      'u0041',
      '1',
      '-',
      '.',
      'e',
      '\n',
      '"a":',
      'null',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fragment), (fragments) => {
        const text = fragments.join('');
        const problem = problemOf(text);
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        if (!accepted) expect(problem).toMatch(/line \d+, column \d+: ./);
        else if (problem !== '') expect(problem).toMatch(/twice/);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['{"a": 1,\n "b": 2,}', 'line 2, column 9: expected a key in quotes'],
    ['{"a": 1\n "b": 2}', 'line 2, column 2: expected , or }'],
    ["{'a': 1}", 'line 1, column 2: expected a key in quotes'],
    ['{"a" 1}', 'line 1, column 6: expected : after the key'],
    ['[1, 02]', 'line 1, column 6: expected , or ]'],
    ['[1, undefined]', 'line 1, column 5: expected a value'],
    ['["a\tb"]', 'line 1, column 4: expected the text to go on or its closing quote'],
    ['{"a": [1', 'line 1, column 9: the file ends here; expected , or ]'],
    ['{} {}', 'line 1, column 4: nothing more is expected here'],
    ['', 'line 1, column 1: the file ends here; expected a value'],
  ])('says of %j: %s', (text, problem) => {
    expect(problemOf(text)).toBe(`The file is not readable JSON. ${problem}`);
  });

  it('is not misled by brackets and quotes inside strings', () => {
    expect(parseJson('{"a":"}]{[\\"","b\\"c":"\\\\"}')).toEqual({ a: '}]{["', 'b"c': '\\' });
  });

  it('allows the same key in different objects, and values equal to keys', () => {
    expect(parseJson('[{"a":1},{"a":{"a":"a"},"b":["a","a"]}]')).toEqual([{ a: 1 }, { a: { a: 'a' }, b: ['a', 'a'] }]);
  });

  it('bounds the depth before anything recursive runs', () => {
    expect(problemOf('['.repeat(1_000_000))).toContain('column 33: nested deeper than 32 levels');
    expect(problemOf(`${'['.repeat(32)}${']'.repeat(32)}`)).toBe('');
  });

  it('names the line of a key that stands twice', () => {
    expect(problemOf('{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}')).toContain(
      'line 4, column 3: the key "a" stands here twice',
    );
  });

  it.each(['{"__proto__":1}', '{"a":{"\\u005f_proto__":1}}'])('refuses %s', (text) => {
    expect(problemOf(text)).toContain('"__proto__" is not allowed');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(problemOf(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toContain('UTF-8');
    expect(problemOf(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toContain('UTF-8');
  });
});

describe('a text as it was printed', () => {
  const ours = fc.letrec((tie) => ({
    data: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie('data'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '1'), tie('data')),
    ),
  })).data;
  const layouts = fc.constantFrom(
    (value: unknown) => JSON.stringify(value),
    (value: unknown) => `${JSON.stringify(value, null, 2)}\n`,
  );

  it('says what any other layout of it says', () => {
    fc.assert(
      fc.property(ours, layouts, (value, print) => {
        expect(parseJson(print(value))).toEqual(parseJson(`\n${JSON.stringify(value, null, 3)}`));
      }),
    );
  });

  it.each([
    ['a key twice', '{\n  "a": 1,\n  "a": 2\n}\n', 'twice'],
    ['a key twice, escaped', '{"a":1,"\\u0061":2}', 'twice'],
    ['an own __proto__', '{"__proto__":{}}', '__proto__'],
    ['an own __proto__, escaped', '{"\\u005f_proto__":{}}', '__proto__'],
    ['too many levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'nested deeper'],
    ['very many levels', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'nested deeper'],
  ])('is refused with %s, in either layout', (_, text, reason) => {
    expect(problemOf(text)).toContain(reason);
    expect(problemOf(Buffer.from(text))).toContain(reason);
  });

  it('may be nested as deep as any file', () => {
    const deepest = `${'['.repeat(32)}${']'.repeat(32)}`;
    expect(JSON.stringify(parseJson(deepest))).toBe(deepest);
  });
});
