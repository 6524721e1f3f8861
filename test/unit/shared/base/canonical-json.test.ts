import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm, canonicalJson, canonicalText, sortKeys } from '#shared/base/canonical-json.ts';

/** The rule of RFC 8785 word for word, value by value: slow, and nothing else. */
function byTheBook(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(byTheBook).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${byTheBook(entry)}`);
  return `{${members.join(',')}}`;
}

/** Keys that objects treat in their own way, among others. */
const key = fc.oneof(
  fc.constantFrom('0', '9', '10', '010', '4294967294', '4294967295', '__proto__', 'constructor', 'toJSON', ''),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const fixed = { zeta: [1], '7': {}, alpha: null };
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
    fc.constant(null),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(key, tie('data'), { maxKeys: 5 }),
  ),
}));

describe('canonicalJson', () => {
  it('gives the text of the rule, and sorted data of the same layout as before, whatever the keys', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(canonicalJson(value)).toBe(byTheBook(value));
        const { text, sorted } = canonicalForm({ value, ...fixed });
        expect(text).toBe(byTheBook({ value, ...fixed }));
        const members = Object.entries({ value, ...fixed }).map(([name, part]) => [name, canonicalJson(part)] as const);
        expect(canonicalText(members)).toBe(text);
        expect(JSON.stringify(sorted, null, 2)).toBe(JSON.stringify(sortKeys({ value, ...fixed }), null, 2));
      }),
      { numRuns: 2000 },
    );
  });

  it('prints the sorting example of RFC 8785, section 3.2.3', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const values = [...canonicalJson(input).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('sorts keys that look like numbers as text', () => {
    expect(canonicalJson({ 10: 'a', 9: 'b' })).toBe('{"10":"a","9":"b"}');
  });

  it('prints numbers and strings as RFC 8785 does', () => {
    expect(
      canonicalJson([JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, '\u20ac$\u000f\nA\'B"\\\\"/']),
    ).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"]');
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [undefined], [1n]])('refuses %s', (value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(TypeError);
  });

  it('refuses holes and a lone surrogate in a key, and leaves out what is undefined', () => {
    expect(() => canonicalJson(new Array(1))).toThrow(TypeError);
    expect(() => canonicalJson({ '\ud800': 1 })).toThrow(TypeError);
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it('does not depend on the order of keys and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(sortKeys(value))).toBe(text);
      }),
    );
  });
});
