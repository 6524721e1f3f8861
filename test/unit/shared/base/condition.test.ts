import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionState, subsets } from '#shared/base/condition.ts';

describe('conditionState', () => {
  it.each([
    ['a && b', ['a', 'b'], [], 'holds'],
    ['a && b', ['a'], ['b'], 'open'],
    ['a && b', [], ['b'], 'fails'],
    ['a || b', ['a'], ['b'], 'holds'],
    ['!a', [], ['a'], 'open'],
    ['!a', ['a'], [], 'fails'],
    ['atLeast(2, a, b, c)', ['a'], ['b', 'c'], 'open'],
    ['a || !a', [], ['a'], 'holds'],
    // An open answer that the condition does not use changes nothing.
    ['a', ['a'], ['z'], 'holds'],
  ] as const)('%s with yes %j and open %j: %s', (when, yes, open, state) => {
    expect(conditionState(when, new Set(yes), new Set(open))).toBe(state);
  });

  it('says of an unreadable condition what is wrong with it', () => {
    expect(() => conditionState('a &&', new Set())).toThrow('Unreadable condition "a &&"');
  });
});

describe('subsets', () => {
  it('are all there, each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), (ids) => {
        const found = subsets(ids).map((set) => [...set].sort().join());
        expect(found).toHaveLength(2 ** ids.length);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
