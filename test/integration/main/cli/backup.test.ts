import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commandLine } from '#test/support/command-line.ts';
import { writeBoth } from '#test/support/twins.ts';

const DATA = ['--data', 'data'] as const;

/** A data folder with two reviews and everything beside them, backed up into `all.zip`. */
async function backedUp() {
  const line = await commandLine();
  const file = (...path: string[]) => join(line.workingFolder, ...path);
  const ids: string[] = [];
  for (const title of ['First', 'Second']) {
    await line.write('review.json', { title });
    ids.push((await line.run('import', 'review.json', ...DATA)).out.trim());
  }
  const [first = '', second = ''] = ids;
  const hash = 'a'.repeat(64);
  for (const path of [`milestones/${first}.${second}.json`, `records/${first}/${hash}.pdf`, 'open-rounds/x.json']) {
    await mkdir(file('data', path, '..'), { recursive: true });
    await writeFile(file('data', path), path);
  }
  const made = await line.run('backup', 'all.zip', ...DATA);
  expect(made).toMatchObject({ status: 0, err: '', out: expect.stringMatching(/^2 reviews, \d+ files in all\n$/) });
  const review = (id: string, data = 'data') => file(data, 'reviews', `${id}.json`);
  return { ...line, file, first, second, hash, review };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((name) => name.slice(folder.length + 1)).toSorted();
}

describe('a backup', () => {
  it('brings everything back into a new folder, byte by byte, and is a ZIP for other programs', async () => {
    const { run, file, first, hash } = await backedUp();
    const answer = await run('restore', 'all.zip', '--data', 'new');
    expect(answer).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining('2 added, 0 in another state, 0 the same'),
    });
    const [before, after] = [await filesIn(file('data')), await filesIn(file('new'))];
    // Votes under way are no use elsewhere; logs, locks and indexes are made anew.
    const left = before.filter((name) => !after.includes(name));
    expect(left).toEqual(['open-rounds/x.json']);
    for (const name of after) {
      expect([name, await readFile(file('new', name))]).toEqual([name, await readFile(file('data', name))]);
    }
    expect(after).toEqual(expect.arrayContaining([`records/${first}/${hash}.pdf`]));
    const listed = execFileSync('python3', ['-m', 'zipfile', '-t', file('all.zip')], { encoding: 'utf8' });
    expect(listed).not.toContain('bad');
  });

  it('restored into the same folder adds what is missing and writes over nothing', async () => {
    const { run, first, second, review } = await backedUp();
    const before = await readFile(review(first), 'utf8');
    await rm(review(second));
    const changed = before.replace('"schemaVersion": 2', '"schemaVersion":  2');
    await writeFile(review(first), changed);
    const checked = await run('restore', 'all.zip', '--check', ...DATA);
    expect(checked).toMatchObject({ status: 1, out: expect.stringContaining('Second  would be added') });
    await expect(readFile(review(second))).rejects.toThrow('ENOENT');
    const answer = await run('restore', 'all.zip', ...DATA);
    expect(answer.status).toBe(1);
    expect(answer.out).toContain(`${second}  Second  added`);
    expect(answer.out).toContain(`${first}  First  left alone`);
    expect(await readFile(review(first), 'utf8')).toBe(changed);
  });

  it('takes the place of another state when asked to, which becomes an earlier version', async () => {
    const { run, file, first, review } = await backedUp();
    const before = await readFile(review(first), 'utf8');
    await writeFile(review(first), 'damaged');
    const answer = await run('restore', 'all.zip', '--replace', ...DATA);
    expect(answer).toMatchObject({ status: 0, out: expect.stringContaining('First  replaced (damaged here') });
    expect(await readFile(review(first), 'utf8')).toBe(before);
    const [kept = ''] = await readdir(file('data/generations', first));
    expect(await readFile(file('data/generations', first, kept), 'utf8')).toBe('damaged');
  });

  it('of one review holds that one with its template, and nothing of others', async () => {
    const { run, file, first, second } = await backedUp();
    expect(await run('backup', 'one.zip', '--review', first, ...DATA)).toMatchObject({ status: 0 });
    await run('restore', 'one.zip', '--data', 'new');
    const files = await filesIn(file('new'));
    expect(files).toContain(`reviews/${first}.json`);
    expect(files.some((name) => name.startsWith('templates/'))).toBe(true);
    expect(files.some((name) => name.includes(`reviews/${second}`))).toBe(false);
    expect(await run('backup', 'none.zip', '--review', 'nothing', ...DATA)).toMatchObject({ status: 1 });
  });

  it('names a review that cannot be read, takes it as it is, and does not restore it', async () => {
    const { run, review, first } = await backedUp();
    await writeFile(review(first), 'damaged');
    expect(await run('backup', 'b.zip', ...DATA)).toMatchObject({ status: 1, err: expect.stringContaining(first) });
    const answer = await run('restore', 'b.zip', '--data', 'new');
    expect(answer).toMatchObject({ status: 1, err: expect.stringContaining(`reviews/${first}.json: `) });
  });

  it('carries the keys only when asked to, under a passphrase, and replaces none unasked', async () => {
    const { run, file } = await backedUp();
    const show = async (data: string) => JSON.parse((await run('key', 'show', '--json', '--data', data)).out);
    await run('key', 'certificate', '--out', 'c.pem', ...DATA);
    await run('backup', 'open.zip', ...DATA);
    expect(await run('restore', 'open.zip', '--keys', '--data', 'x')).toMatchObject({
      status: 1,
      err: expect.stringContaining('There are no keys in this backup'),
    });
    expect(await run('backup', 'keys.zip', '--keys', ...DATA)).toMatchObject({ status: 0 });
    expect((await readFile(file('keys.zip'), 'latin1')).includes('PRIVATE')).toBe(false);
    await run('restore', 'keys.zip', '--data', 'without');
    expect(await filesIn(file('without'))).not.toContain('keys/plain.json');
    await run('restore', 'keys.zip', '--keys', '--data', 'with');
    expect((await show('with'))[0]?.keySha256).toBe((await show('data'))[0]?.keySha256);
  });

  it('is refused as a whole when a bit of it is turned, before anything is written', async () => {
    const { run, file } = await backedUp();
    const bytes = await readFile(file('all.zip'));
    for (let bit = 77; bit < bytes.byteLength * 8; bit += Math.ceil(bytes.byteLength / 3)) {
      const harmed = Buffer.from(bytes);
      harmed.writeUInt8(harmed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await writeFile(file('harmed.zip'), harmed);
      const answer = await run('restore', 'harmed.zip', '--data', 'harmed');
      if (answer.status === 0) {
        // What the format does not use, such as a date, may be turned; all content is whole then.
        const names = (await filesIn(file('harmed'))).filter((name) => !name.startsWith('keys'));
        for (const name of names)
          expect(await readFile(file('harmed', name))).toEqual(await readFile(file('data', name)));
        await rm(file('harmed'), { recursive: true });
      } else {
        expect(answer.err).toMatch(/backup/);
        const left = await filesIn(file('harmed')).catch(() => []);
        expect(left.filter((name) => name !== 'groundwork.lock')).toEqual([]);
      }
    }
  });

  it.each(['../outside.json', '/outside.json', 'reviews/../../outside.json', 'keys/plain.json', 'settings.json'])(
    'that names %s is refused, and nothing is written',
    async (path) => {
      const { run, workingFolder } = await commandLine();
      const bytes = Buffer.from('{}');
      const manifest = {
        format: 'groundwork-backup',
        formatVersion: 1,
        madeBy: '0.6.0',
        madeAt: '2026-11-29T00:00:00Z',
        isWhole: true,
        files: [{ path, size: 2, sha256: createHash('sha256').update(bytes).digest('hex') }],
      };
      const zip = zipSync({ [path]: bytes, 'groundwork-backup.json': Buffer.from(JSON.stringify(manifest)) });
      await writeFile(join(workingFolder, 'x.zip'), zip);
      expect(await run('restore', 'x.zip', '--data', 'new')).toMatchObject({
        status: 1,
        err: expect.stringMatching(/The backup is damaged|This is no backup/),
      });
      expect(await readdir(workingFolder)).toEqual(['x.zip']);
    },
  );

  it.each([
    ['a text', 'hello'],
    ['nothing', ''],
  ])('%s is none', async (_, text) => {
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'x.zip'), text);
    expect(await run('restore', 'x.zip', '--data', 'new')).toMatchObject({
      status: 1,
      err: expect.stringContaining('no backup of Groundwork'),
    });
  });

  it('is not made of a folder that is none, nor over another file', async () => {
    const { run } = await backedUp();
    expect(await run('backup', 'x.zip', '--data', 'nowhere')).toMatchObject({
      status: 1,
      err: expect.stringContaining('no'),
    });
    expect(await run('backup', 'all.zip', ...DATA)).toMatchObject({
      status: 1,
      err: expect.stringContaining('--force'),
    });
    expect(await run('backup', 'all.zip', '--force', ...DATA)).toMatchObject({ status: 0 });
  });

  it('brings templates and lists back where they are damaged', async () => {
    const { run, file } = await backedUp();
    const [template = ''] = (await readdir(file('data/templates'))).filter((name) => name.endsWith('.json'));
    const whole = await readFile(file('data/templates', template), 'utf8');
    await writeBoth(file('data/templates', template), '{}');
    await run('restore', 'all.zip', ...DATA);
    expect(await readFile(file('data/templates', template), 'utf8')).toBe(whole);
  });
});
