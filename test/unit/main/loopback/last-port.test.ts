import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lastPort, rememberPort } from '#main/loopback/last-port.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a port is remembered, and none is known before', async () => {
  const path = join(folder, 'loopback-port');
  expect(await lastPort(path)).toBe(0);
  await rememberPort(path, 40_123);
  expect([await lastPort(path), await readFile(path, 'utf8')]).toEqual([40_123, '40123']);
});

it.each(['', '80', '70000', 'hello', '40123; rm'])('%j is no port to use', async (text) => {
  const path = join(folder, 'loopback-port');
  await writeFile(path, text);
  expect(await lastPort(path)).toBe(0);
});

it('a disk that refuses stops nobody', async () => {
  await rememberPort(join(folder, 'nowhere', 'loopback-port'), 40_123);
  expect(await lastPort(join(folder, 'nowhere', 'loopback-port'))).toBe(0);
});
