import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { portableDataFolder } from '#main/electron/portable.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork portable ż-'));
  return () => rmSync(folder, { recursive: true });
});

it.each([
  ['the program', (at: string) => ({ execPath: join(at, 'groundwork'), env: {} })],
  ['an AppImage', (at: string) => ({ execPath: '/tmp/.mount/groundwork', env: { APPIMAGE: join(at, 'g.AppImage') } })],
  ['a portable program', (at: string) => ({ execPath: '/tmp/x/g.exe', env: { PORTABLE_EXECUTABLE_DIR: at } })],
  ['an application of macOS', (at: string) => ({ execPath: join(at, 'Groundwork.app/Contents/MacOS/g'), env: {} })],
])('a folder “data” beside %s is used where it is there, and only in a package', (_what, started) => {
  const at = { isPackaged: true, ...started(folder) };
  expect(portableDataFolder(at)).toBeNull();
  mkdirSync(join(folder, 'data'));
  expect(portableDataFolder(at)).toBe(join(folder, 'data'));
  expect(portableDataFolder({ ...at, isPackaged: false })).toBeNull();
});
