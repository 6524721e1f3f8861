import { sep, win32 } from 'node:path';
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

it.each([
  ['C:\\', 'c:\\Users\\Ada', true],
  ['C:\\', 'D:\\Users', false],
  ['C:\\Reviews', 'c:\\REVIEWS\\a.json', true],
  ['C:\\Reviews', 'C:/Reviews/a.json', true],
  ['C:\\Reviews', 'C:\\Reviews of others', false],
  ['C:\\Reviews', 'C:\\Reviews\\..\\Windows', false],
  ['C:\\Reviews', 'C:\\Reviews\\..a', true],
  ['\\\\server\\share', '\\\\SERVER\\share\\a', true],
  ['\\\\server\\share', '\\\\server\\other\\a', false],
  ['\\\\server\\share', 'C:\\a', false],
])('on Windows, %s against %s: %s', (folder, path, expected) => {
  expect(isWithin(folder, path, win32)).toBe(expected);
});
