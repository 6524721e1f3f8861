import { sep } from 'node:path';
import { expect, it } from 'vitest';
import { isWithin } from '#main/files/is-within.ts';

it.each([
  ['/a/b', '/a/b', true],
  ['/a/b', '/a/b/c/d', true],
  ['/a/b', '/a/b/..c', true],
  ['/a/b', '/a/b/../c', false],
  ['/a/b', '/a', false],
  ['/a/b', '/a/bc', false],
  ['/a/b', '/a/..b/c', false],
])('of %s, %s: %s', (folder, path, expected) => {
  const here = (name: string) => name.replaceAll('/', sep);
  expect(isWithin(here(folder), here(path))).toBe(expected);
});
