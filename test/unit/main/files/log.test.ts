import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '#main/files/log.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'groundwork-log-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

it('writes one entry per call, with the stack and what caused it', async () => {
  const file = join(await folder(), 'groundwork.log');
  const log = createLog(file);
  log.info('started\nnot an entry of its own');
  log.error('failed', new Error('outer', { cause: new Error('inner') }));
  const text = await readFile(file, 'utf8');
  expect(text.split('\n').filter((line) => /^\d{4}-\d\d-\d\dT\S+Z (info|error) /.test(line))).toHaveLength(2);
  expect(text).toContain('    not an entry of its own');
  expect(text).toMatch(/Error: outer\n\s+at /);
  expect(text).toContain('caused by Error: inner');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('stays bounded and keeps what was last', async () => {
  const place = await folder();
  const log = createLog(join(place, 'groundwork.log'));
  for (let n = 0; n < 400; n++) log.error(`entry ${n}`, 'x'.repeat(100_000));
  const names = await readdir(place);
  expect(names.toSorted()).toEqual(['groundwork.log', 'groundwork.log.1']);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(place, name))).size));
  expect(Math.max(...sizes)).toBeLessThan(550 * 1024);
  expect(await readFile(join(place, 'groundwork.log'), 'utf8')).toContain('entry 399');
});

it('never throws, even where nothing can be written', async () => {
  const place = await folder();
  const log = createLog(join(place, 'not/there/groundwork.log'));
  log.info('lost');
  createLog(place).error('a folder is no file', null);
  expect(await readdir(place)).toEqual([]);
});
