import { spawnSync } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSha256 } from '#main/files/hash.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { bundleEntry } from '#test/support/bundle-entry.ts';
import { commandLine } from '#test/support/command-line.ts';
import { appFolderForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { answered } from '#test/support/small-review.ts';

const REVIEW = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', createdAt: '2026-01-02T03:04:05Z' };

type Run = Awaited<ReturnType<typeof commandLine>>['run'];

/** What a file holds that the workbook would take. */
async function readValid(run: Run, folder: string, name: string) {
  expect(await run('validate', join(folder, name))).toMatchObject({ status: 0 });
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}

/** Files of a review and of what became of it in two places, and a way to merge them. */
async function threeFiles(base: object, a: object, b: object) {
  const { run, write, workingFolder } = await commandLine();
  for (const [name, content] of Object.entries({ base, a, b })) {
    await write(`${name}.json`, { ...REVIEW, rule: answered('yes', 'yes'), ...content });
  }
  const read = (name: string) => readValid(run, workingFolder, name);
  const merge = (...options: string[]) => run('merge', 'base.json', 'a.json', 'b.json', ...options);
  return { run, write, workingFolder, read, merge };
}

describe('groundwork merge', () => {
  it('writes what both changed, each in another place, and says nothing', async () => {
    const { merge, read } = await threeFiles({}, { component: 'Parser' }, { rule: answered('no', 'yes') });
    expect(await merge('--out', 'merged.json')).toEqual({ status: 0, out: '', err: '' });
    expect((await read('merged.json')).document).toMatchObject({
      component: 'Parser',
      rule: { answers: { one: { answer: 'no' } } },
    });
  });

  it('prints what both changed in different ways, leaves the answers of A, and ends with 1', async () => {
    const { merge, read } = await threeFiles({}, { rule: answered('no', 'yes') }, { rule: answered('unsure', 'yes') });
    const { status, out } = await merge('--out', 'merged.json');
    expect(status).toBe(1);
    expect(out).toContain('One thing was changed in different ways. What stands in the result is marked with >.');
    expect(out).toMatch(/\nRule › One › answer\n {4}before: Yes\n {2}> A: No\n {4}B: Not sure\n/);
    expect((await read('merged.json')).document.rule.answers.one.answer).toBe('no');
  });

  it('puts an answer and its reason below one heading, as they are one thing to choose', async () => {
    const because = (answer: 'no' | 'unsure', rationale: string) => ({
      rule: { answers: { one: { answer, rationale }, two: { answer: 'yes' } } },
    });
    const { merge } = await threeFiles({}, because('no', 'It is safe.'), because('unsure', 'Who knows?'));
    const { out } = await merge();
    expect(out).toContain('One thing was changed');
    expect(out.match(/^Rule › /gm)).toHaveLength(1);
    expect(out).toMatch(
      /\nRule › One\n {2}answer\n {6}before: Yes\n {4}> A: No\n {6}B: Not sure\n {2}[\w ]+\n {6}before: –\n {4}> A: It is safe\.\n {6}B: Who knows\?\n/,
    );
  });

  it('only says what would be in conflict where it is not told to write, and prints beside a review on the output', async () => {
    const { merge, workingFolder } = await threeFiles({}, { component: 'A' }, { component: 'B' });
    expect(await merge()).toMatchObject({ status: 1, out: expect.stringContaining('> A: A'), err: '' });
    const printed = await merge('--out', '-');
    expect(printed).toMatchObject({ status: 1, err: expect.stringContaining('> A: A') });
    expect(JSON.parse(printed.out).document.component).toBe('A');
    expect(await readFile(join(workingFolder, 'a.json'), 'utf8')).toContain('"component":"A"');
  });

  it('gives the very file of a version that says it all', async () => {
    const { merge, workingFolder } = await threeFiles({}, {}, { component: 'Parser' });
    expect(await merge('--out', 'merged.json')).toMatchObject({ status: 0 });
    const [merged, b] = await Promise.all(['merged.json', 'b.json'].map((name) => readFile(join(workingFolder, name))));
    expect(merged).toEqual(b);
  });

  it('asks about every difference where the start is an empty file, as Git gives it', async () => {
    const { merge, workingFolder } = await threeFiles({}, { component: 'Parser' }, {});
    await writeFile(join(workingFolder, 'base.json'), '');
    expect(await merge()).toMatchObject({ status: 1, out: expect.stringContaining('> A: Parser\n    B: –') });
  });

  it.each([
    [[], 'Name three files'],
    [['a.json', 'b.json'], 'Name three files'],
    [['a.json', 'b.json', 'c.json', 'd.json'], '“d.json” follows'],
    [['a.json', 'b.json', 'c.json'], 'There is no file a.json'],
  ])('answers %j with 2', async (argv, message) => {
    const { run } = await commandLine();
    expect(await run('merge', ...argv)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(message) });
  });

  it('says of which of the three files it speaks', async () => {
    const { merge, write } = await threeFiles({}, {}, {});
    await write('b.json', { ...REVIEW, rule: 'none' });
    const { status, err } = await merge();
    expect(status).toBe(2);
    expect(err).toContain('b.json: The file is not a valid review.');
    expect(err).toContain('document.rule: ');
  });

  it('refuses what is closed, what is made from another template and what would be too much, and writes nothing', async () => {
    const { run, write, merge, workingFolder } = await threeFiles({}, { component: 'A' }, { component: 'B' });
    const rows = (name: string) =>
      Array.from({ length: 300 }, (_, index) => ({ id: `${name}-${index}`, name: `${name} ${index}`, role: '' }));
    await write('a.json', { ...REVIEW, context: { participants: rows('a') } });
    await write('b.json', { ...REVIEW, context: { participants: rows('b') } });
    await write('base.json', REVIEW);
    const tooMuch = await merge('--out', 'merged.json');
    expect(tooMuch).toMatchObject({ status: 2, err: expect.stringContaining('more than one review can') });
    const signature = {
      id: 's1',
      approver: 'ada',
      name: 'Ada',
      verdict: 'approve',
      typedName: 'Ada',
      signedAt: '2026-01-03T00:00:00Z',
    };
    await write('open.json', { ...REVIEW, signOff: { approvers: [{ id: 'ada', name: 'Ada' }] } });
    await run('export', 'open.json', '--json', 'whole.json');
    const { document } = JSON.parse(await readFile(join(workingFolder, 'whole.json'), 'utf8'));
    const hash = contentSha256(reviewDocumentSchema.parse(document));
    const signOff = { ...document.signOff, signatures: [{ ...signature, contentSha256: hash }] };
    await write('closed.json', { ...document, signOff });
    const closed = await run('merge', 'open.json', 'open.json', 'closed.json', '--out', 'merged.json');
    expect(closed).toMatchObject({ status: 2, err: expect.stringContaining('A closed review stays as it is') });
    await expect(readFile(join(workingFolder, 'merged.json'))).rejects.toThrow('ENOENT');
  });
});

describe('the merge driver', () => {
  it('merges reviews answer by answer in a real Git, and leaves a valid review where something has to be chosen', async () => {
    const appFolder = await appFolderForTests();
    const bundle = await bundleEntry('main/cli/bin.ts');
    await cp(dirname(bundle), join(appFolder, 'dist/cli'), { recursive: true });
    await symlink(resolve('node_modules'), join(appFolder, 'node_modules'));
    const program = join(appFolder, 'dist/cli', basename(bundle));
    const folder = await temporaryFolder();
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const git = (...argv: string[]) => {
      const { status, stdout, stderr } = spawnSync('git', argv, { cwd: folder, env, encoding: 'utf8' });
      return { status, said: `${stdout}${stderr}` };
    };
    const done = (...argv: string[]) => expect(git(...argv)).toMatchObject({ status: 0 });
    const commit = async (content: object, message: string) => {
      const document = { ...REVIEW, title: 'By hand', template: { id: 'small' }, ...content };
      const file = { format: 'groundwork-review', schemaVersion: 1, document };
      await writeFile(join(folder, 'review.json'), JSON.stringify(file));
      done('add', '.');
      done('commit', '-qm', message);
    };
    const { run } = await commandLine('', appFolder);
    const review = () => readValid(run, folder, 'review.json');

    done('init', '-q', '-b', 'main');
    done('config', 'user.name', 'Ada');
    done('config', 'user.email', 'ada@example.org');
    done('config', 'merge.groundwork.name', 'Groundwork reviews');
    const driver = `"${process.execPath}" "${program}" merge %O %A %B --out %A --force`;
    done('config', 'merge.groundwork.driver', driver);
    await writeFile(join(folder, '.gitattributes'), 'review.json merge=groundwork\n');
    await commit({ rule: answered('yes', 'yes') }, 'Start');
    done('checkout', '-qb', 'other');
    await commit({ rule: answered('yes', 'no') }, 'Answer the second question');
    done('checkout', '-q', 'main');
    await commit({ rule: answered('no', 'yes') }, 'Answer the first question');
    done('merge', '-q', '--no-edit', 'other');
    expect((await review()).document.rule.answers).toMatchObject({ one: { answer: 'no' }, two: { answer: 'no' } });

    done('checkout', '-qb', 'third');
    await commit({ rule: answered('unsure', 'no') }, 'Doubt it');
    done('checkout', '-q', 'main');
    await commit({ rule: answered('yes', 'no'), component: 'Parser' }, 'Say yes after all');
    const merged = git('merge', '--no-edit', 'third');
    expect(merged).toMatchObject({ status: 1, said: expect.stringContaining('Rule › One › answer') });
    expect(merged.said).toContain('CONFLICT (content): Merge conflict in review.json');
    expect((await review()).document).toMatchObject({
      component: 'Parser',
      rule: { answers: { one: { answer: 'yes' } } },
    });
    expect(git('status', '--porcelain').said).toContain('UU review.json');
  });
});
