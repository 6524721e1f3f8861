import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { type AdrRequest, exportToAdrFolder } from '#main/record/forms/adr-folder.ts';
import { renderStructurizr } from '#main/record/forms/structurizr.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { commandLine } from '#test/support/command-line.ts';
import {
  createForTests,
  hostInfo,
  openForTests,
  reopenForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { recordOf } from '#test/support/pdf.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const OLD = '0f8fad5b-d9cb-469f-a165-70867728950e';
const NEW = '7a0d3f6e-6a0b-4c58-9f3e-0f9d6a1b2c3d';
const OLDER_REVIEW = { id: OLD, title: 'Stay with it', contentSha256: 'a'.repeat(64) };

/** A record that says what it is told to about its standing. */
function record(title: string, status: RecordModel['decision']['status'], parts: Partial<RecordModel> = {}) {
  const made = recordOf(
    smallReview({ title, signOff: { approvers: [{ id: 'a', name: 'Ada', role: 'Lead' }] } }),
    smallTemplate,
  );
  return { ...made, ...parts, decision: { ...made.decision, status } };
}

async function add(
  folder: string,
  reviewId: string,
  made: RecordModel,
  replace = false,
  more: Partial<AdrRequest> = {},
) {
  const added = await exportToAdrFolder(nodeFileSystem, folder, { reviewId, record: made, replace, ...more });
  if (added.kind === 'unnamed') throw new Error(added.names.join('\n'));
  return added;
}

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) await writeFile(join(folder, name), `# ${name}\n`);
  return folder;
}

describe('a record in a folder of decision records', () => {
  it.each([
    [[], '0001-which-way.md'],
    [['0000-use-madr.md', '0007-seven.md', '0003-three.md'], '0008-which-way.md'],
    [['README.md', 'template.md', '99-notes.txt'], '0001-which-way.md'],
    [['11-eleven.md', '12-twelve.md'], '13-which-way.md'],
    [['9999-last.md'], '10000-which-way.md'],
  ])('beside %j becomes %s', async (names, expected) => {
    const folder = await folderWith(...names);
    const added = await add(folder, NEW, record('Which way?', 'accepted'));
    expect(added).toEqual({
      kind: 'exported',
      path: join(folder, expected),
      superseded: null,
      index: null,
      findings: [],
    });
    expect((await readdir(folder)).toSorted()).toEqual([...names, expected].toSorted());
  });

  it('has the form of MADR, and says under the title what log4brains looks for', async () => {
    const folder = await folderWith();
    const { path } = await add(folder, NEW, record('Which way?', 'accepted'));
    const text = await readFile(path, 'utf8');
    expect(text).toContain(
      [
        '---',
        'status: "accepted"',
        'date: 2026-03-03',
        'decision-makers: ["Ada, Lead"]',
        'consulted: []',
        'informed: []',
        `groundwork-review: "${NEW}"`,
        '',
        '---',
        '',
        '# Which way?',
        '',
        '- Status: accepted',
        '- Date: 2026-03-03',
        '- Deciders: Ada – Lead',
        '',
        '> ',
      ].join('\n'),
    );
    expect(text).toContain('\n## Decision Outcome\n');
  });

  it('counts a folder, or a link to nowhere, with a number as taken, and leaves it alone', async () => {
    const folder = await folderWith();
    await mkdir(join(folder, '0004-folder.md'));
    await symlink('nowhere', join(folder, '0005-link.md'));
    expect((await add(folder, NEW, record('A', 'proposed'))).path).toBe(join(folder, '0006-a.md'));
  });
});

describe('the same review again', () => {
  it('changes nothing when the record is what it was', async () => {
    const folder = await folderWith();
    const first = await add(folder, NEW, record('A', 'proposed'));
    expect(await add(folder, NEW, record('A', 'proposed'))).toEqual(first);
    expect(await readdir(folder)).toEqual(['0001-a.md']);
  });

  it('replaces its file only when told to, and keeps its name', async () => {
    const folder = await folderWith();
    await add(folder, NEW, record('A', 'proposed'));
    const before = await readFile(join(folder, '0001-a.md'), 'utf8');
    const later = record('B', 'accepted');
    await expect(add(folder, NEW, later)).rejects.toMatchObject({ failure: { code: 'name-taken' } });
    expect(await readFile(join(folder, '0001-a.md'), 'utf8')).toBe(before);
    expect((await add(folder, NEW, later, true)).path).toBe(join(folder, '0001-a.md'));
    expect(await readdir(folder)).toEqual(['0001-a.md']);
    expect(await readFile(join(folder, '0001-a.md'), 'utf8')).toContain('# B\n');
  });
});

describe('a record that supersedes another', () => {
  it('links both, and marks the older one where it stands', async () => {
    const folder = await folderWith('0004-other.md');
    await add(folder, OLD, record('Stay with it', 'accepted'));
    const older = join(folder, '0005-stay-with-it.md');
    const before = await readFile(older, 'utf8');
    await writeFile(older, `${before}\nA note by hand: status: accepted\n`);
    const added = await add(folder, NEW, record('Move on', 'accepted', { supersedes: OLDER_REVIEW }));
    expect(added).toMatchObject({ path: join(folder, '0006-move-on.md'), superseded: older, findings: [] });
    const newer = await readFile(added.path, 'utf8');
    expect(newer).toMatch(/\n## Links\n\n- Supersedes \[0005-stay-with-it\]\(0005-stay-with-it\.md\)\n$/);
    const expected = before
      .replace('status: "accepted"', 'status: "superseded by ADR-0006"')
      .replace('- Status: accepted', '- Status: superseded by [0006-move-on](0006-move-on.md)');
    expect(await readFile(older, 'utf8')).toBe(`${expected}\nA note by hand: status: accepted\n`);
    expect(await readFile(join(folder, '0004-other.md'), 'utf8')).toBe('# 0004-other.md\n');
  });

  it('leaves the older one in force until it is accepted itself', async () => {
    const folder = await folderWith();
    await add(folder, OLD, record('Stay', 'accepted'));
    const before = await readFile(join(folder, '0001-stay.md'), 'utf8');
    const proposed = record('Move', 'proposed', { supersedes: OLDER_REVIEW });
    expect(await add(folder, NEW, proposed)).toMatchObject({
      superseded: null,
      findings: [expect.stringContaining('stands until the new record is accepted')],
    });
    expect(await readFile(join(folder, '0001-stay.md'), 'utf8')).toBe(before);
    const accepted = record('Move', 'accepted', { supersedes: OLDER_REVIEW });
    expect(await add(folder, NEW, accepted, true)).toMatchObject({ superseded: join(folder, '0001-stay.md') });
    expect(await readFile(join(folder, '0001-stay.md'), 'utf8')).toContain('superseded by ADR-0002');
  });

  it('says when the older one is not in the folder', async () => {
    const added = await add(await folderWith(), NEW, record('Move', 'accepted', { supersedes: OLDER_REVIEW }));
    expect(added).toMatchObject({ superseded: null, findings: [expect.stringContaining('“Stay with it”')] });
  });

  it('is named by its number when the older one is exported last', async () => {
    const folder = await folderWith();
    await add(folder, NEW, record('Move', 'accepted'));
    const supersededBy = { id: NEW, title: 'Move', contentSha256: 'b'.repeat(64) };
    const { path } = await add(folder, OLD, record('Stay', 'superseded by Move', { supersededBy }));
    const text = await readFile(path, 'utf8');
    expect(text).toContain('status: "superseded by ADR-0001"\n');
    expect(text).toContain('- Status: superseded by [0001-move](0001-move.md)\n');
  });

  it('finds the older one under another name, and links to it', async () => {
    const folder = await folderWith();
    await add(folder, OLD, record('Stay', 'accepted'));
    const renamed = '0001-why-c#?.md';
    await rename(join(folder, '0001-stay.md'), join(folder, renamed));
    const added = await add(folder, NEW, record('Move', 'accepted', { supersedes: OLDER_REVIEW }));
    expect(added.superseded).toBe(join(folder, renamed));
    expect(await readFile(added.path, 'utf8')).toContain('[0001-why-c#?](0001-why-c%23%3F.md)');
  });

  it('marks the older one that Prettier has set otherwise and somebody moved and gave a heading', async () => {
    const folder = await folderWith('adr-040-other.md');
    await add(folder, OLD, record('Stay', 'accepted'));
    const text = await readFile(join(folder, 'adr-041-stay.md'), 'utf8');
    const changed = text.replace('status: "accepted"', "Status: 'accepted'").replaceAll(OLD, OLD.toUpperCase());
    await mkdir(join(folder, 'old'));
    await rename(join(folder, 'adr-041-stay.md'), join(folder, 'old/stay.md'));
    await writeFile(join(folder, 'old/stay.md'), `${changed}\n## Status\n\nAccepted\n`);
    const added = await add(folder, NEW, record('Move', 'accepted', { supersedes: OLDER_REVIEW }));
    expect(added).toMatchObject({ path: join(folder, 'adr-041-move.md'), superseded: join(folder, 'old/stay.md') });
    const marked = await readFile(join(folder, 'old/stay.md'), 'utf8');
    expect(marked).toContain("Status: 'superseded by ADR-041'\n");
    expect(marked).toContain('- Status: superseded by [adr-041-move](../adr-041-move.md)\n');
    expect(marked).toMatch(/## Status\n\nSuperseded by \[adr-041-move\]\(\.\.\/adr-041-move\.md\)\n$/);
    expect(await readFile(join(folder, 'adr-041-move.md'), 'utf8')).toContain('- Supersedes [stay](old/stay.md)');
  });

  it('says of an older one that says its status nowhere that it was left alone', async () => {
    const folder = await folderWith();
    await writeFile(join(folder, '0001-stay.md'), `---\ngroundwork-review: ${OLD}\n---\n\n# Stay\n`);
    const added = await add(folder, NEW, record('Move', 'accepted', { supersedes: OLDER_REVIEW }));
    expect(added).toMatchObject({ superseded: null, findings: [expect.stringContaining('says its status nowhere')] });
  });

  it('marks a file with the line ends of Windows, and no file that is not UTF-8', async () => {
    const folder = await folderWith();
    await add(folder, OLD, record('Stay', 'accepted'));
    const older = join(folder, '0001-stay.md');
    const windows = (await readFile(older, 'utf8')).replaceAll('\n', '\r\n');
    await writeFile(older, windows);
    await add(folder, NEW, record('Move', 'accepted', { supersedes: OLDER_REVIEW }));
    const marked = await readFile(older, 'utf8');
    expect(marked).toContain('status: "superseded by ADR-0002"\r\n');
    expect(marked).toContain('- Status: superseded by [0002-move](0002-move.md)\r\n');
    expect(marked.replaceAll('\r\n', '')).not.toContain('\n');
    const broken = Buffer.concat([Buffer.from(windows), Buffer.from([0xff, 0xfe])]);
    await writeFile(older, broken);
    expect(await add(folder, NEW, record('Move', 'accepted', { supersedes: OLDER_REVIEW }), true)).toMatchObject({
      superseded: null,
    });
    expect(Buffer.compare(await readFile(older), broken)).toBe(0);
  });
});

describe('the call for it', () => {
  it('asks for the folder where the host can, and remembers it', async () => {
    const folder = await temporaryFolder();
    const asked: string[] = [];
    const answers = [null, folder, folder];
    const platform = {
      host: 'electron' as const,
      saveDialog: true,
      chooseFolder: async (start: string) => {
        asked.push(start);
        return answers.shift() ?? null;
      },
    };
    const { api, exportFolder, platform: host, ...open } = await openForTests({ platform });
    const { document } = await createForTests({ api }, 'Which way?');
    const ask = (kind: 'ask') =>
      api['record.exportAdr']({ id: document.id, revision: 1, target: { kind }, replace: false });
    expect(await ask('ask')).toEqual({ kind: 'cancelled' });
    const path = join(folder, '0001-which-way.md');
    expect(await ask('ask')).toEqual({ kind: 'exported', folder, path, superseded: null, index: null, findings: [] });
    expect(await ask('ask')).toMatchObject({ kind: 'exported', path });
    expect(asked).toEqual([exportFolder, exportFolder, folder]);
    expect(await hostInfo(api)).toMatchObject({ adrFolder: folder, exportFolder });
    expect(await api['file.reveal']({ path })).toEqual({ kind: 'revealed' });
    expect(host.asked).toEqual([`reveal ${path}`]);
    const again = await reopenForTests(open);
    expect((await hostInfo(again.api)).adrFolder).toBe(folder);
  });

  it('takes a folder from a window without dialogs, and says what is wrong with it', async () => {
    const { api, exportFolder } = await openForTests();
    const { document } = await createForTests({ api });
    const call = (target: { kind: 'ask' } | { kind: 'folder'; folder: string }, revision = 1) =>
      api['record.exportAdr']({ id: document.id, revision, target, replace: false });
    expect(await call({ kind: 'ask' })).toMatchObject({ kind: 'failed', code: 'unsupported' });
    for (const folder of ['relative', join(exportFolder, 'missing')]) {
      expect(await call({ kind: 'folder', folder })).toMatchObject({ kind: 'failed', code: 'folder-missing' });
    }
    expect(await call({ kind: 'folder', folder: exportFolder }, 9)).toMatchObject({ kind: 'stale', revision: 1 });
    expect(await readdir(exportFolder)).toEqual([]);
    expect(await call({ kind: 'folder', folder: exportFolder })).toMatchObject({ kind: 'exported' });
  });
});

describe('groundwork export', () => {
  it('writes each form, and prints where the record went', async () => {
    const { run, workingFolder, write } = await commandLine();
    await write('a.json', { title: 'Which way?', component: 'Parser' });
    await mkdir(join(workingFolder, 'adr'));
    const argv = ['export', 'a.json', '--csv', 'a.csv', '--structurizr', 's.json', '--adr-folder', 'adr'];
    const done = await run(...argv, '--pdf', 'a.pdf', '--paper', 'letter');
    expect(done).toMatchObject({ status: 0, err: '' });
    expect(Buffer.from(done.out, 'latin1').toString()).toBe(`${join(workingFolder, 'adr', '0001-which-way.md')}\n`);
    expect(await readdir(workingFolder)).toEqual(expect.arrayContaining(['a.csv', 'a.pdf', 's.json']));
    expect(JSON.parse(await readFile(join(workingFolder, 's.json'), 'utf8')).name).toBe('Which way?');
  });

  it.each([
    [['--paper', 'a3', '--pdf', 'x'], 'a4 or letter'],
    [['--adr-folder', ''], 'cannot be empty'],
    [[], 'Say what to write'],
  ])('refuses %j', async (options, message) => {
    const { run } = await commandLine();
    const refused = await run('export', 'a.json', ...options);
    expect(refused).toMatchObject({ status: 2, err: expect.stringContaining(message) });
  });

  it('says so when the folder of records is not there', async () => {
    const { run, write } = await commandLine();
    await write('a.json', {});
    const refused = await run('export', 'a.json', '--adr-folder', 'nowhere');
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('the folder is not there') });
  });
});

describe('a decision for Structurizr', () => {
  it('is a workspace with nothing but the decision, in the words of Structurizr', () => {
    const workspace = JSON.parse(renderStructurizr(record('Which way?', 'accepted')));
    const { documentation, ...about } = workspace;
    expect(about).toEqual({ name: 'Which way?', description: expect.any(String) });
    const [decision, ...more] = documentation.decisions;
    expect(more).toEqual([]);
    expect(decision).toEqual({
      id: '1',
      date: '2026-03-03T14:05:06Z',
      status: 'Accepted',
      title: 'Which way?',
      format: 'Markdown',
      content: expect.stringMatching(/^# Which way\?\n/),
    });
    expect(decision.content).not.toContain('decision-makers:');
  });

  it.each([
    ['proposed', 'Proposed'],
    ['rejected', 'Rejected'],
    ['deprecated', 'Deprecated'],
    ['superseded by Another', 'Superseded'],
  ] as const)('calls what is %s %s', (status, word) => {
    expect(JSON.parse(renderStructurizr(record('A', status))).documentation.decisions[0].status).toBe(word);
  });
});
