import { describe, expect, it } from 'vitest';
import { idSchema, lineSchema } from '#shared/fields.ts';

describe('idSchema', () => {
  it('refuses every name that an object inherits', () => {
    const inherited = Object.getOwnPropertyNames(Object.prototype);
    expect(inherited.filter((name) => idSchema.safeParse(name).success)).toEqual([]);
  });

  it.each(['a', '0f8fad5b-d9cb-469f-a165-70867728950e', 'borrow-checker-ramp'])('accepts %s', (id) => {
    expect(idSchema.safeParse(id).success).toBe(true);
  });
});

describe('lineSchema', () => {
  it('replaces half a surrogate pair, which no file could hold', () => {
    expect(lineSchema.parse('a\ud800b')).toBe('a\ufffdb');
  });
});
