import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '#shared/base/version.ts';
import { bundleEntry } from '#test/support/bundle-entry.ts';
import { commandLine } from '#test/support/command-line.ts';
import { appFolderForTests, createForTests, openForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { ROOT } from '#test/support/project.ts';
import { answered } from '#test/support/small-review.ts';

const REVIEW_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n$/;

describe('groundwork', () => {
  it('prints help for itself and for each command', async () => {
    const { run } = await commandLine();
    const general = await run('--help');
    expect(general).toMatchObject({ status: 0, err: '' });
    for (const command of ['new', 'export', 'validate', 'list', 'search', 'outcome', 'template']) {
      expect(general.out).toContain(`  ${command} `);
      const help = await run(command, '--help');
      expect(help).toMatchObject({ status: 0, err: '' });
      expect(help.out).toMatch(new RegExp(`^groundwork ${command} `));
    }
    expect(await run('--version')).toMatchObject({ status: 0, out: `${VERSION}\n` });
  });

  it.each([
    [[], 'COMMAND'],
    [['frobnicate'], 'no command “frobnicate”'],
    [['list', 'x'], '“x” is not expected'],
    [['list', '--nope'], "Unknown option '--nope'"],
    [['list', '--data', ''], '--data needs a folder'],
    [['list', '--data'], "'--data <value>' argument missing"],
    [['search'], 'Say what to search for'],
    [['search', ' '], 'Say what to search for'],
    [['search', 'x'.repeat(201)], 'at most 200 characters'],
    [['validate'], 'Name a review file'],
    [['validate', 'a', 'b'], '“b” follows'],
    [['export', 'a.json'], 'Say what to write'],
    [['export', '--md', 'x'], 'Name a review'],
    [['export', 'a', '--md', 'x', '--json', 'x'], 'its own OUT'],
    [['outcome'], 'Name a review'],
    [['new', '--template', 'unheard-of'], 'There is no template “unheard-of”: small'],
    [['template'], 'Say what to do: validate, new, import-lens, export-lens'],
    [['template', 'check'], 'There is no “template check”; there is validate'],
    [['template', 'validate'], 'Name a template file'],
    [['template', 'import-lens', 'a.json'], 'Say where to write: --out OUT'],
    [['template', 'export-lens', 'a.json', '--out', ''], 'Say where to write: --out OUT'],
    [['template', 'import-lens', 'a.json', '--out', 'b', '--template-version', '2'], 'three numbers, such as 1.0.0'],
    [['template', 'new', '--title', ' '], 'title cannot be empty'],
    [['template', 'new', 'x'], '“x” is not expected'],
    [['new', '--title', ' '], 'title cannot be empty'],
    [['new', '--title', 'x'.repeat(501)], 'longer than 500'],
  ])('answers %j with status 2 and says how it goes', async (argv, message) => {
    const { run, workingFolder } = await commandLine();
    const { status, out, err } = await run(...argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('groundwork ');
    expect(await readdir(workingFolder)).toEqual([]);
  });
});

describe('groundwork new, list and export by id', () => {
  it('stores a review in the data folder, lists it and exports it', async () => {
    const { run, workingFolder } = await commandLine();
    const made = await run('new', '--title', 'From the shell', '--data', 'data');
    expect(made).toMatchObject({ status: 0, err: '', out: expect.stringMatching(REVIEW_ID) });
    const id = made.out.trim();
    const list = await run('list', '--data', 'data');
    expect(list).toMatchObject({ status: 0, err: '' });
    expect(list.out).toContain(`${id}\t`);
    expect(list.out).toContain('\tFrom the shell\t');
    const json = await run('list', '--json', '--data', 'data');
    expect(JSON.parse(json.out)).toMatchObject([{ id, title: 'From the shell', outcome: null }]);

    const search = (...words: readonly string[]) => run('search', ...words, '--data', 'data');
    expect(await search('SHELL')).toEqual({
      status: 0,
      err: '',
      out: `${id}\tFrom the shell\n  The review: From the shell\n`,
    });
    // What the shell hands over as one is to be found as one.
    expect(await search('from the')).toMatchObject({ status: 0 });
    expect(await search('the from')).toMatchObject({ status: 1, out: '', err: '' });
    expect(JSON.parse((await search('shell', '--json')).out)).toMatchObject([{ id, passages: [{ part: 'review' }] }]);
    expect((await run('search', 'x', '--data', 'nowhere')).err).toContain('nowhere is not a data folder');

    const argv = ['export', id, '--data', 'data', '--json', 'a.json', '--md', 'a.md', '--pdf', 'a.pdf'];
    expect(await run(...argv)).toMatchObject({ status: 0, err: '', out: '' });
    expect((await readFile(join(workingFolder, 'a.pdf'), 'latin1')).startsWith('%PDF-')).toBe(true);
    expect(await run('validate', 'a.json')).toMatchObject({ status: 0, err: '' });
    const again = await run(...argv);
    expect(again).toMatchObject({ status: 1, out: '' });
    expect(again.err).toContain('a.pdf is already there. Use another name, or --force');
    expect(await run(...argv, '--force')).toMatchObject({ status: 0 });
    expect(await run('export', id, '--data', 'data', '--md', '-')).toMatchObject({
      status: 0,
      out: await readFile(join(workingFolder, 'a.md'), 'latin1'),
    });
  });

  it('reads a data folder that a window holds, but does not write into it', async () => {
    const { run } = await commandLine();
    const open = await openForTests();
    const { id } = (await createForTests(open, 'Held')).document;
    const { root } = open.layout;
    expect((await run('list', '--data', root)).out).toContain('Held');
    expect(await run('export', id, '--data', root, '--md', '-')).toMatchObject({ status: 0 });
    const refused = await run('new', '--data', root);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toContain(`process ${process.pid}`);
    await open.workbook.close();
    expect(await run('new', '--data', root)).toMatchObject({ status: 0 });
    expect(await readdir(root)).not.toContain('groundwork.lock.json');
  });

  it('writes a file with --out, which validates and imports', async () => {
    const { run, workingFolder } = await commandLine();
    expect(await run('new', '--template', 'small', '--out', 'new.json')).toMatchObject({ status: 0, out: '' });
    expect(await readdir(workingFolder)).toEqual(['new.json']);
    expect(await run('validate', 'new.json')).toMatchObject({ status: 0, err: '' });
    const { api } = await openForTests();
    const text = await readFile(join(workingFolder, 'new.json'), 'utf8');
    expect(await api['review.import']({ text })).toMatchObject({ kind: 'imported', title: 'Untitled review' });
    expect(await run('new', '--out', 'new.json')).toMatchObject({ status: 1 });
    expect(await readFile(join(workingFolder, 'new.json'), 'utf8')).toBe(text);
  });

  it.each(['---', '- Draft -', '-1 is not enough', '—', '"', '-'])('takes the title %j', async (title) => {
    const { run, workingFolder } = await commandLine();
    expect(await run('new', '--title', title, '--out', 'a.json')).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(await readFile(join(workingFolder, 'a.json'), 'utf8')).document.title).toBe(title);
  });

  it.each([
    ['--title', '--out', 'a.json'],
    ['--out', '--forse'],
    ['--title', '-x'],
  ])('says how a value that looks like an option is written: new %s %s', async (...argv) => {
    const { run } = await commandLine();
    const { status, err } = await run('new', ...argv);
    expect(status).toBe(2);
    expect(err).toContain(`What follows ${argv[0]} looks like an option. Write ${argv[0]}=VALUE`);
  });

  it('starts from the whole Rust template unless another is named, and says so', async () => {
    const { run, workingFolder } = await commandLine(undefined, ROOT);
    const made = await run('new', '--out', 'a.json');
    expect(made).toMatchObject({ status: 0, out: '' });
    expect(made.err).toMatch(
      /^note: made from rust-adoption \d+\.\d+\.\d+, “Rust for one component”\. With --template: rust-adoption, quick-review, adopt-technology\.\n$/,
    );
    expect(JSON.parse(await readFile(join(workingFolder, 'a.json'), 'utf8')).document.template.id).toBe(
      'rust-adoption',
    );
    expect(await run('new', '--template', 'quick-review', '--out', 'b.json')).toMatchObject({ status: 0, err: '' });
  });

  it('names files that cannot be read, lists the rest and says no', async () => {
    const { run, workingFolder } = await commandLine();
    await run('new', '--title', 'Good\u001b]0;title\u0007 one', '--data', 'data');
    await writeFile(join(workingFolder, 'data/reviews/16fd2706-8baf-433b-82eb-8c7fada847da.json'), '{');
    const { status, out, err } = await run('list', '--data', 'data');
    expect(status).toBe(1);
    expect(out).toContain('Good ]0;title  one');
    expect(err).toMatch(/^16fd2706-8baf-433b-82eb-8c7fada847da\.json: .*damaged/);
  });

  it('fails on a data folder or id that is not there', async () => {
    const { run } = await commandLine();
    expect(await run('list', '--data', 'missing')).toMatchObject({ status: 1, out: '' });
    const id = '16fd2706-8baf-433b-82eb-8c7fada847da';
    const without = await run('outcome', id, '--data', 'missing');
    expect(without).toMatchObject({ status: 1, err: expect.stringContaining('cannot be reached') });
    await run('new', '--data', 'data');
    const { status, err } = await run('outcome', id, '--data', 'data');
    expect(status).toBe(1);
    expect(err).toContain('not in the data folder');
  });
});

describe('groundwork validate', () => {
  it('accepts a file written by hand and warns of what its template does not know', async () => {
    const { run, write, workingFolder } = await commandLine();
    await write('hand.json', { rule: { answers: { one: { answer: 'yes' }, won: { answer: 'yes' } } } });
    const { status, out, err } = await run('validate', 'hand.json');
    expect(status).toBe(0);
    expect(out).toBe('hand.json is a valid review: “By hand”, template small 1.0.0.\n');
    expect(err).toBe('warning: document.rule.answers: “won” is not known; expected one of one, two, three\n');
    expect(await readdir(workingFolder)).toEqual(['hand.json']);
  });

  it.each([
    ['{"format":', /JSON\.\s+line 1, column 11/],
    ['{"format":"x"}', /not a Groundwork review/],
    ['{"format":"groundwork-review","schemaVersion":99,"document":{}}', /newer Groundwork/],
    [
      '{"format":"groundwork-review","schemaVersion":1,"document":{"title":3,"template":{"id":"small"}}}',
      /document\.title/,
    ],
  ])('says no to %s', async (text, message) => {
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'bad.json'), text);
    const { status, out, err } = await run('validate', 'bad.json');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(message);
  });

  it('says no to a file that is not there or not a file', async () => {
    const { run } = await commandLine();
    expect(await run('validate', 'missing.json')).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no file missing.json'),
    });
    expect(await run('validate', '.')).toMatchObject({ status: 1, err: expect.stringContaining('not a file') });
  });
});

describe('groundwork outcome', () => {
  it('prints a settled outcome with its explanation and what is open', async () => {
    const { run, write } = await commandLine();
    await write('a.json', { rule: answered('yes', 'yes', 'no') });
    const { status, out, err } = await run('outcome', 'a.json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('By hand\nStanding: Not signed, Revision 1 of 1\nOutcome: Consider\n2 of 3 answered yes');
    expect(out).toContain('One answer would change it: “One” no → Inconclusive');
    expect(out).toMatch(/Open points: \d\d/);
    expect(out).toContain('- Make the decision (decision.choice)');
  });

  it('prints a range while something is unsure, also as JSON', async () => {
    const { run, write } = await commandLine();
    await write('a.json', { rule: answered('yes', 'unsure', 'no') });
    expect((await run('outcome', 'a.json')).out).toContain('Outcome: Consider or Inconclusive');
    const { out, status } = await run('outcome', 'a.json', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      title: 'By hand',
      rule: { settled: null, possible: [{ id: 'consider' }, { id: 'inconclusive' }] },
      template: { id: 'small', version: '1.0.0' },
      risks: expect.arrayContaining([expect.objectContaining({ id: 'ramp', before: null })]),
      audit: null,
      completeness: {
        sections: 7,
        openPoints: expect.arrayContaining([
          { section: 'decision', target: 'decision.choice', text: 'Make the decision' },
        ]),
      },
    });
  });
});

describe('departures in groundwork outcome', () => {
  it('are the same as text and as JSON, each with what it rests on and where it is mended', async () => {
    const { run, write } = await commandLine();
    await write('a.json', {
      rule: answered('no', 'no', 'no'),
      decision: { choice: 'adopt', stage: 'service', contradictionReason: 'The law asks for it.' },
    });
    const { out } = await run('outcome', 'a.json');
    const { departures } = JSON.parse((await run('outcome', 'a.json', '--json')).out);
    expect(departures).toMatchObject([
      { number: 1, id: 'rule', place: 'rule.one', reason: 'The law asks for it.' },
      { number: 2, id: 'order-service', place: 'path.tooling', reason: null },
    ]);
    expect(out).toContain(`Departures: ${departures.length}`);
    for (const { number, text, rests, place, reason } of departures) {
      expect(out).toContain(`${number}. ${text}`);
      expect(out).toContain(`Rests on: ${rests.map((basis: { text: string }) => basis.text).join('; ')}`);
      expect(out).toContain(`Mend it: ${place}. ${reason === null ? 'No reason' : `Reason: ${reason}`}`);
    }
  });
});

describe('a place that cannot be used', () => {
  it.each(['list', 'new --template small', 'key show', 'import a.json'])('is named by %s', async (command) => {
    const { run, workingFolder, write } = await commandLine();
    await write('a.json', {});
    await symlink('loop', join(workingFolder, 'loop'));
    const { status, err } = await run(...command.split(' '), '--data', 'loop');
    expect(status).toBe(1);
    expect(err).toMatch(/^.*: the disk reported an error \(ELOOP\)\..*\n$/);
  });
});

describe('the program itself', () => {
  it('runs as a process: status, output and errors where they belong', async () => {
    const appFolder = await appFolderForTests();
    // The bundle finds the program's folder two steps up, as in dist/cli.
    const bundle = await bundleEntry('main/cli/bin.ts');
    await cp(dirname(bundle), join(appFolder, 'dist/cli'), { recursive: true });
    await symlink(resolve('node_modules'), join(appFolder, 'node_modules'));
    const workingFolder = await temporaryFolder();
    const program = join(appFolder, 'dist/cli', basename(bundle));
    const run = (...argv: string[]) =>
      spawnSync(process.execPath, [program, ...argv], {
        cwd: workingFolder,
        encoding: 'utf8',
      });
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
    expect(run('nope')).toMatchObject({ status: 2, stdout: '' });
    const made = run('new', '--data', 'data');
    expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(REVIEW_ID) });
    expect(run('list', '--data', 'data').stdout).toContain(made.stdout.trim());
    expect(run('validate', 'missing.json')).toMatchObject({ status: 1, stdout: '' });
    // Nobody reads what it says, as behind a pipe; its status is not the one of success for that.
    await writeFile(join(workingFolder, 'notes.txt'), 'Not a PDF');
    const unread = spawn(process.execPath, [program, 'verify', 'notes.txt', '--data', 'data'], { cwd: workingFolder });
    unread.stdout.destroy();
    expect(await once(unread, 'exit')).toEqual([3, null]);
    const closed = openSync(join(workingFolder, 'notes.txt'), 'r');
    const unwritable = spawnSync(process.execPath, [program, 'verify', 'notes.txt', '--data', 'data'], {
      cwd: workingFolder,
      stdio: ['ignore', closed, 'pipe'],
      encoding: 'utf8',
    });
    expect(unwritable).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^The output could not be written: .*\n$/),
    });
    closeSync(closed);
  });
});

describe('export --starter', () => {
  it('writes the files, says what became of each, and replaces none, whatever --force says', async () => {
    const { run, workingFolder: folder } = await commandLine(undefined, ROOT);
    const sample = join(ROOT, 'templates/samples/discord-read-states.json');
    const out = join(folder, 'repository');
    const first = await run('export', sample, '--starter', out, '--ics', join(folder, 'a.ics'));
    expect(first).toMatchObject({ status: 0, err: '' });
    expect(first.out).toContain('deny.toml: written\n.github/workflows/ci.yml: written\n');
    expect(await readFile(join(folder, 'a.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);

    await writeFile(join(out, 'deny.toml'), 'theirs');
    const again = await run('export', sample, '--starter', out, '--force');
    expect(again.out).toContain(
      'deny.toml: left as it was, because it was there already\n.github/workflows/ci.yml: there already, the same\n',
    );
    expect(await readFile(join(out, 'deny.toml'), 'utf8')).toBe('theirs');
  });
});
