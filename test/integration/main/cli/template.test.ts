import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '#test/support/command-line.ts';
import { readinessJson } from '#test/support/lens.ts';
import { openForTests } from '#test/support/open-data-folder.ts';
import { smallTemplate } from '#test/support/small-review.ts';

const LENS = 'service-readiness.json';

async function withLens(change: (text: string) => string = (text) => text) {
  const set = await commandLine();
  const text = await readFile(join('test/fixtures/lens', LENS), 'utf8');
  await writeFile(join(set.workingFolder, LENS), change(text));
  const read = (name: string) => readFile(join(set.workingFolder, name), 'utf8');
  return { ...set, read };
}

describe('groundwork template validate', () => {
  it('says yes to a template', async () => {
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'a.json'), JSON.stringify(smallTemplate));
    expect(await run('template', 'validate', 'a.json')).toEqual({
      status: 0,
      err: '',
      out: expect.stringMatching(/^a\.json is a valid template: “Small review”, small 1\.0\.0 \(context, rule, /),
    });
  });

  it.each(['rust-adoption', 'adopt-technology', 'quick-review'])('says yes to the built-in %s', async (id) => {
    const { run } = await commandLine();
    expect(await run('template', 'validate', resolve(`templates/${id}.json`))).toMatchObject({ status: 0, err: '' });
  });

  it('says no with path and hint', async () => {
    const { run, workingFolder } = await commandLine();
    await writeFile(join(workingFolder, 'a.json'), JSON.stringify({ ...smallTemplate, version: '1', sorces: [] }));
    const { status, out, err } = await run('template', 'validate', 'a.json');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('The template cannot be used.\n');
    expect(err).toContain('  version: use three numbers such as 1.0.0 – Version of the content');
    expect(err).toContain('  the file as a whole: Unrecognized key: "sorces" – known here: format, ');
  });

  it('takes a lens too, says so, and warns of what would not work', async () => {
    const { run } = await withLens((text) => text.replace('lb_1x && (!lb_2x)', 'lb_1x unless lb_2x'));
    const { status, out, err } = await run('template', 'validate', LENS);
    expect(status).toBe(0);
    expect(out).toBe(`${LENS} is a custom lens that can be imported: “Service Readiness Lens”, 3 questions.\n`);
    expect(err).toContain(
      'warning: Question OPS_q2 “Is the service tested at 1× and 2× of the expected load?”: the condition “lb_1x unless lb_2x”',
    );
    expect(err).toContain('warning: AWS would refuse this: Question OPS_q2: risk rule 2 cannot be read');
  });

  it('says no to a file that is not there, and to one made to deceive a terminal', async () => {
    const { run, workingFolder } = await commandLine();
    expect(await run('template', 'validate', 'missing.json')).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('There is no file missing.json.'),
    });
    await writeFile(join(workingFolder, 'a.json'), JSON.stringify({ ...smallTemplate, '\u001b]0;x\u0007': 1 }));
    expect((await run('template', 'validate', 'a.json')).err).not.toContain('\u001b');
  });
});

describe('groundwork template new', () => {
  it('writes a template that is valid and makes a review', async () => {
    const { run, workingFolder } = await commandLine();
    expect(await run('template', 'new', '--title', 'Which queue?', '--out', 'a.json')).toMatchObject({
      status: 0,
      out: '',
    });
    expect(await run('template', 'validate', 'a.json')).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining('“Which queue?”, which-queue 1.0.0'),
    });
    expect(await run('template', 'new', '--out', 'a.json')).toMatchObject({ status: 1, out: '' });
    expect(await run('new', '--template', 'a.json', '--out', 'r.json')).toMatchObject({ status: 0, err: '' });
    expect(await run('validate', 'r.json')).toMatchObject({ status: 0, err: '' });
    expect(await readdir(workingFolder)).toEqual(['a.json', 'r.json']);
  });

  it('prints it without --out', async () => {
    const { run } = await commandLine();
    const { status, out } = await run('template', 'new');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'groundwork-template', title: 'Our technology choice' });
  });
});

describe('groundwork template import-lens and export-lens', () => {
  it('brings a lens in and out again unchanged', async () => {
    const { run, read } = await withLens();
    const argv = ['template', 'import-lens', LENS, '--out', 'a.json', '--template-version', '1.2.0'];
    expect(await run(...argv)).toEqual({ status: 0, out: '', err: '' });
    expect(await run('template', 'validate', 'a.json')).toMatchObject({
      status: 0,
      out: expect.stringContaining('lens-service-readiness-lens 1.2.0'),
    });
    expect(await run('template', 'export-lens', 'a.json', '--out', 'b.json')).toEqual({ status: 0, out: '', err: '' });
    expect(JSON.parse(await read('b.json'))).toEqual(readinessJson);
  });

  it('writes nothing when the file is refused or of the other kind', async () => {
    const { run, workingFolder } = await withLens((text) => text.replace('"OPS_q2"', '"OPS_q1"'));
    const refused = await run('template', 'import-lens', LENS, '--out', 'a.json');
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toContain('pillars.0.questions.1.id: "OPS_q1" stands here twice');
    await writeFile(join(workingFolder, 'small.json'), JSON.stringify(smallTemplate));
    expect((await run('template', 'import-lens', 'small.json', '--out', 'a.json')).err).toContain('a template already');
    const lens = await run('template', 'export-lens', 'small.json', '--out', 'a.json');
    expect(lens.err).toContain('no section of kind “questions”');
    expect(lens.status).toBe(1);
    await cp(join('test/fixtures/lens', LENS), join(workingFolder, LENS));
    expect((await run('template', 'export-lens', LENS, '--out', 'a.json')).err).toContain('a custom lens already');
    expect(await readdir(workingFolder)).toEqual([LENS, 'small.json']);
  });

  it('makes a review with live risks and a complete record', async () => {
    const { run, read, workingFolder } = await withLens();
    expect(await run('new', '--template', LENS, '--title', 'Checkout', '--out', 'r.json')).toMatchObject({ status: 0 });
    const file = JSON.parse(await read('r.json'));
    file.document.questions = {
      answers: { 'ops-q1': { choices: ['auto-rollback'], answered: true }, 'ops-q2': { answered: true } },
    };
    file.sha256 = null;
    await writeFile(join(workingFolder, 'r.json'), JSON.stringify(file));
    expect(await run('validate', 'r.json')).toMatchObject({ status: 0, err: '' });
    const { out } = await run('outcome', 'r.json', '--json');
    expect(JSON.parse(out)).toMatchObject({
      rule: null,
      questions: [
        { group: 'operationalexcellence', questions: [{ risk: 'medium' }, { risk: 'high' }] },
        { group: 'company-privacy', questions: [{ standing: 'unanswered', risk: null }] },
      ],
    });
    const text = await run('outcome', 'r.json');
    expect(text.out).toContain('Questions, Operational Excellence: 1 high risk, 1 medium risk.');
    expect(await run('export', 'r.json', '--md', 'r.md', '--pdf', 'r.pdf')).toMatchObject({ status: 0, err: '' });
    expect(await read('r.md')).toContain('How do you roll back a release?');
  });
});

describe('groundwork new with the template library', () => {
  it('starts from the newest version of an imported template, and lists all ids for an unknown one', async () => {
    const { run, read } = await withLens((text) => text.replace('lb_1x && (!lb_2x)', 'lb_1x unless lb_2x'));
    const { workbook, api, layout } = await openForTests();
    const [first, second] = [await readFile(join('test/fixtures/lens', LENS), 'utf8'), await read(LENS)];
    for (const text of [first, second]) {
      expect(await api['template.import']({ text, file: LENS })).toMatchObject({ kind: 'imported' });
    }
    await workbook.close();
    const made = ['new', '--data', layout.root, '--out', 'r.json'];
    expect(await run(...made, '--template', 'lens-service-readiness-lens')).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(await read('r.json')).document.template).toMatchObject({ version: '1.1.0' });
    expect(await run(...made, '--template', 'lens')).toMatchObject({
      status: 2,
      err: expect.stringContaining('There is no template “lens”: small, lens-service-readiness-lens.'),
    });
    expect((await run('new', '--template', LENS, '--out', 'b.json')).err).toMatch(/^warning: Question OPS_q2 /);
  });
});
