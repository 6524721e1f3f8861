import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '#test/support/command-line.ts';
import { createForTests, openForTests } from '#test/support/open-data-folder.ts';
import { ROOT } from '#test/support/project.ts';

const FIELD = 'test/fixtures/field';
const PRETTIER = '10-adr-prettier-single-quotes';
const OLD = '0f8fad5b-d9cb-469f-a165-70867728950e';
const NEW = '7a0d3f6e-6a0b-4c58-9f3e-0f9d6a1b2c3d';

/** A working folder with `adr/`, of a field case or empty, and a way to run commands there. */
async function field(name?: string) {
  const set = await commandLine(undefined, ROOT);
  const adr = join(set.workingFolder, 'adr');
  if (name === undefined) await mkdir(adr);
  else await cp(join(FIELD, name, 'adr'), adr, { recursive: true });
  const review = (file: string, document: Readonly<Record<string, unknown>>) =>
    writeFile(
      join(set.workingFolder, file),
      JSON.stringify({
        format: 'groundwork-review',
        schemaVersion: 1,
        revision: 1,
        savedAt: '2026-11-29T08:00:00.000Z',
        document: { template: { id: 'quick-review' }, createdAt: '2026-11-29T08:00:00.000Z', ...document },
      }),
    );
  const add = (file: string, ...more: readonly string[]) => set.run('export', file, '--adr-folder', 'adr', ...more);
  const read = (path: string) => readFile(join(adr, path), 'utf8');
  const files = async () => (await readdir(adr, { recursive: true })).toSorted();
  return { ...set, adr, review, add, read, files };
}

/** A review that takes the place of the one called OLD. */
const SUCCESSOR = {
  id: NEW,
  title: 'Move',
  supersedes: { id: OLD, title: 'Stay', number: 1, contentSha256: 'a'.repeat(64) },
};

describe('folders of the field', () => {
  it.each([
    ['06-adr-prefixed', 'adr-031-which-way.md'],
    ['09-adr-padding-3', '013-which-way.md'],
    ['09-adr-underscore', '0015_which_way.md'],
    ['08-adr-other-extension', '0020-which-way.rst'],
  ])('%s gets %s', async (name, expected) => {
    const { review, add, adr, files, read } = await field(name);
    await review('a.json', { id: NEW, title: 'Which way?' });
    const before = await files();
    expect(await add('a.json')).toMatchObject({ status: 0, out: `${join(adr, expected)}\n` });
    expect(await files()).toEqual([...before, expected].toSorted());
    expect(await read(expected)).toContain('Which way?');
    // Found again by what it says, in either form.
    expect(await add('a.json')).toMatchObject({ status: 0, out: `${join(adr, expected)}\n` });
    expect(await files()).toHaveLength(before.length + 1);
  });

  it('says that a folder has a record already that Prettier has set otherwise', async () => {
    const { add, files, workingFolder } = await field(PRETTIER);
    await cp(join(FIELD, PRETTIER, 'review.json'), join(workingFolder, 'review.json'));
    const again = await add('review.json');
    expect(again).toMatchObject({
      status: 1,
      err: expect.stringContaining('has a record of this review already: 0001-move-to-rust.md'),
    });
    expect(await files()).toEqual(['0001-move-to-rust.md']);
    expect(await add('review.json', '--force')).toMatchObject({ status: 0 });
    expect(await files()).toEqual(['0001-move-to-rust.md']);
  });
});

describe('a record that was moved', () => {
  it.each(['superseded/0001-stay.md', 'why-we-stay.md', '0007-renamed.markdown', 'done/2024/0001-stay/README.md'])(
    'to %s is found there, and brought up to date there',
    async (place) => {
      const { review, add, adr, files } = await field();
      await review('a.json', { id: OLD, title: 'Stay' });
      await add('a.json');
      await mkdir(join(adr, place, '..'), { recursive: true });
      await rename(join(adr, '0001-stay.md'), join(adr, place));
      const before = await files();
      await review('a.json', { id: OLD, title: 'Stay here' });
      expect(await add('a.json')).toMatchObject({ status: 1, err: expect.stringContaining(place) });
      expect(await add('a.json', '--force')).toMatchObject({ status: 0, out: `${join(adr, place)}\n` });
      expect(await files()).toEqual(before);
      expect(await readFile(join(adr, place), 'utf8')).toContain('# Stay here\n');
    },
  );

  it('links to the record that it supersedes from where it lies, and is not counted as a new one', async () => {
    const { review, add, adr, read } = await field('06-adr-prefixed');
    await review('old.json', { id: OLD, title: 'Stay' });
    await add('old.json');
    await mkdir(join(adr, 'old'));
    await rename(join(adr, 'adr-031-stay.md'), join(adr, 'old/adr-031-stay.md'));
    await review('new.json', SUCCESSOR);
    const made = await add('new.json');
    expect(made).toMatchObject({ status: 0, out: `${join(adr, 'adr-032-move.md')}\n` });
    expect(await read('adr-032-move.md')).toContain('- Supersedes [adr-031-stay](old/adr-031-stay.md)');
  });
});

describe('a folder that does not say how a record is named', () => {
  it('is left alone by the command line, which names the choices and takes one', async () => {
    const { review, add, adr, files } = await field();
    for (const name of ['0001-a.md', '0002-b.md', 'adr-003-c.md', 'adr-004-d.md'])
      await writeFile(join(adr, name), '# X\n');
    await review('a.json', { id: NEW, title: 'Which way?' });
    const before = await files();
    const refused = await add('a.json');
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toContain('named in several ways. Nothing was written; choose a name, such as');
    expect(refused.err).toContain('  --name "0005-which-way.md"\n');
    expect(refused.err).toContain('  --name "adr-005-which-way.md"\n');
    expect(await files()).toEqual(before);
    expect(await add('a.json', '--name', 'adr-005-which-way.md')).toMatchObject({ status: 0 });
    expect(await files()).toContain('adr-005-which-way.md');
    expect(await add('a.json', '--name', 'other.md')).toMatchObject({
      status: 0,
      out: `${join(adr, 'adr-005-which-way.md')}\n`,
    });
  });

  it.each([
    ['../out.md', 'cannot begin with a dot'],
    ['a/b/c.md', 'one folder below it'],
    ['/a.md', 'cannot be empty'],
    ['a.txt', 'has to end in .md'],
    ['a\\b.md', 'a character that file names cannot have'],
    ['con/a.md', 'Windows keeps this name'],
  ])('never lets a name such as %s out of it', async (name, message) => {
    const { review, add, files } = await field();
    await review('a.json', { id: NEW, title: 'A' });
    expect(await add('a.json', '--name', name)).toMatchObject({ status: 2, err: expect.stringContaining(message) });
    expect(await files()).toEqual([]);
  });

  it('asks in the app, where the folder that was chosen need not be chosen again', async () => {
    const { adr } = await field();
    await writeFile(join(adr, 'use-rust.md'), '# X\n');
    const asked: string[] = [];
    const platform = {
      host: 'electron' as const,
      saveDialog: true,
      chooseFolder: async (start: string) => {
        asked.push(start);
        return adr;
      },
    };
    const open = await openForTests({ platform });
    const { document } = await createForTests({ api: open.api }, 'Which way?');
    const call = (target: { kind: 'ask' } | { kind: 'folder'; folder: string }, name?: string) =>
      open.api['record.exportAdr']({ id: document.id, revision: 1, target, replace: false, name });
    expect(await call({ kind: 'folder', folder: adr }, 'a.md')).toMatchObject({ kind: 'failed', code: 'unsupported' });
    const unnamed = await call({ kind: 'ask' });
    expect(unnamed).toEqual({
      kind: 'unnamed',
      folder: adr,
      reason: expect.stringContaining('no number and no date'),
      names: ['which-way.md', '0001-which-way.md'],
    });
    expect(await readdir(adr)).toEqual(['use-rust.md']);
    expect(await call({ kind: 'folder', folder: adr }, '../x.md')).toMatchObject({ kind: 'failed', code: 'invalid' });
    expect(await call({ kind: 'folder', folder: resolve(adr, '..') }, 'a.md')).toMatchObject({ kind: 'failed' });
    expect(await call({ kind: 'folder', folder: adr }, 'use-rust.md')).toMatchObject({
      kind: 'failed',
      code: 'name-taken',
    });
    expect(await call({ kind: 'folder', folder: adr }, 'which-way.md')).toMatchObject({
      kind: 'exported',
      path: join(adr, 'which-way.md'),
    });
    expect(asked).toHaveLength(1);
  });
});

describe('records that a day or a folder tells apart', () => {
  it('get another name where a decision of the same day has the same title', async () => {
    const { review, add, adr, files } = await field();
    await writeFile(join(adr, '20240102-stay.md'), '# X\n');
    await review('a.json', { id: OLD, title: 'Stay' });
    await review('b.json', { id: NEW, title: 'Stay' });
    await add('a.json');
    const [, first = ''] = await files();
    expect(first).toMatch(/^20\d{6}-stay\.md$/);
    expect(await add('b.json')).toMatchObject({ status: 0 });
    expect(await files()).toContain(first.replace('.md', '-2.md'));
  });

  it('lie in folders of their own where the others do', async () => {
    const { review, add, adr, files, read } = await field();
    await mkdir(join(adr, '0001-a'));
    await writeFile(join(adr, '0001-a/README.md'), '# A\n');
    await review('a.json', { id: OLD, title: 'Stay' });
    expect(await add('a.json')).toMatchObject({ status: 0, out: `${join(adr, '0002-stay/README.md')}\n` });
    await review('b.json', SUCCESSOR);
    await add('b.json');
    expect(await read('0003-move/README.md')).toContain('- Supersedes [0002-stay](../0002-stay/README.md)');
    expect(await files()).toContain('0003-move');
  });

  it('stand as a listing in a folder of AsciiDoc or reStructuredText, which say so', async () => {
    const { review, add, adr, read } = await field();
    await writeFile(join(adr, '0001-a.adoc'), '= A\n');
    await review('a.json', { id: OLD, title: 'Stay *here*' });
    expect((await add('a.json')).err).toContain('stands in its file as a listing');
    const text = await read('0002-stay-here.adoc');
    expect(text).toMatch(/^= Stay \*here\*\n:status: proposed\n:date: \S+\n:groundwork-review: 0f8fad5b/);
    const [, fence = ''] = /\n\[source,markdown\]\n(-+)\n/.exec(text) ?? [];
    expect(text.split(`\n${fence}\n`)).toHaveLength(3);
    expect(text).not.toContain('\n---\n');
  });
});

describe('a list of the records', () => {
  const LIST = '# Decisions\n\n| ADR | Title | Status |\n| --- | --- | --- |\n| [0001](0001-a.md) | A | Accepted |\n';

  it('is told on the command line, and changed only when that is asked for', async () => {
    const { review, add, adr, read } = await field();
    await writeFile(join(adr, '0001-a.md'), '# A\n');
    await writeFile(join(adr, 'README.md'), LIST);
    await review('a.json', { id: NEW, title: 'Which way?' });
    const told = await add('a.json');
    expect(told.err).toContain(
      'note: README.md lists the records; --index would add: | [0002](0002-which-way.md) | Which way? | Proposed |\n',
    );
    expect(await read('README.md')).toBe(LIST);
    expect((await add('a.json', '--index')).err).toContain(
      'note: README.md has a new line: | [0002](0002-which-way.md)',
    );
    expect(await read('README.md')).toBe(`${LIST}| [0002](0002-which-way.md) | Which way? | Proposed |\n`);
    expect((await add('a.json', '--index')).err).not.toContain('README.md');
    expect(await read('README.md')).toBe(`${LIST}| [0002](0002-which-way.md) | Which way? | Proposed |\n`);
  });
});
