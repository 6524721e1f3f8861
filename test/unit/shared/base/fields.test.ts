import { describe, expect, it } from 'vitest';
import { idSchema, lineSchema } from '#shared/base/fields.ts';
import { ownId } from '#shared/lens/ids.ts';

describe('idSchema', () => {
  it.each(['a', '0', 'a-b', 'constructor-1', 'x'.repeat(64)])('accepts %s', (id) => {
    expect(idSchema.safeParse(id).success).toBe(true);
  });

  it.each(['', 'A', '-a', 'a_b', 'x'.repeat(65), '__proto__', 'constructor', 'a b', 'ä', 'a\n'])('refuses %j', (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  });

  it('leaves no key that every object has, as answers are looked up by id', () => {
    const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => idSchema.safeParse(name).success);
    expect(inherited).toEqual([]);
  });

  it('is met by ids made from foreign ones', () => {
    expect(idSchema.safeParse(ownId('Constructor')).success).toBe(true);
  });
});

describe('lineSchema', () => {
  it('replaces half a surrogate pair, which no file could hold', () => {
    expect(lineSchema.parse('a\ud800b')).toBe('a\ufffdb');
  });
});
