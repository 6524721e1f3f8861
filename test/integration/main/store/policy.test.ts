import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { NO_POLICY, type Policy, policyPath, readPolicy } from '#main/store/policy.ts';
import { commandLine } from '#test/support/command-line.ts';
import {
  createForTests,
  hostInfo,
  listedTemplates,
  openForTests,
  temporaryFolder,
} from '#test/support/open-data-folder.ts';
import { inProject } from '#test/support/project.ts';
import { smallTemplate } from '#test/support/small-review.ts';

const HEAD = { format: 'groundwork-policy', formatVersion: 1 };

async function read(content: unknown): Promise<Policy> {
  const path = join(await temporaryFolder(), 'policy.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readPolicy(nodeFileSystem, path);
}

const managed = (set: Partial<Policy>): Policy => ({ ...NO_POLICY, path: '/etc/groundwork/policy.json', ...set });

describe('the policy of a computer', () => {
  it('lies where only administrators write', () => {
    expect(policyPath('linux', {})).toBe('/etc/groundwork/policy.json');
    expect(policyPath('darwin', {})).toBe('/Library/Application Support/Groundwork/policy.json');
    expect(policyPath('win32', { ProgramData: 'D:\\Shared' })).toBe('D:\\Shared\\Groundwork\\policy.json');
    expect(policyPath('win32', {})).toBe('C:\\ProgramData\\Groundwork\\policy.json');
  });

  it('sets nothing where there is none, or where it says nothing', async () => {
    expect(await readPolicy(nodeFileSystem, join(await temporaryFolder(), 'none.json'))).toEqual(NO_POLICY);
    expect(await read(HEAD)).toEqual({ ...NO_POLICY, path: expect.any(String) });
  });

  it('is read whole, with the home folder of whoever is there', async () => {
    const set = { dataFolder: '~/Reviews', templateFolder: '/srv/t', trustedRoots: ['/srv/root.pem'], links: false };
    const policy = await read({ ...HEAD, ...set, exportFolders: ['~/Decisions', '/srv/out'], quorum: 2 });
    expect(policy).toEqual({
      ...set,
      path: expect.any(String),
      dataFolder: join(homedir(), 'Reviews'),
      exportFolders: [join(homedir(), 'Decisions'), '/srv/out'],
      quorum: 2,
    });
  });

  it.each([
    ['{', /not readable JSON/],
    [{ ...HEAD, formatVersion: 2 }, /formatVersion/],
    [{ ...HEAD, dataFolder: 'relative' }, /dataFolder: give a whole path/],
    [{ ...HEAD, links: 'no' }, /links/],
    [{ ...HEAD, quorum: 0 }, /quorum/],
    [{ ...HEAD, exportFolders: [] }, /exportFolders/],
    [{ ...HEAD, exportFolder: '/x' }, /exportFolder/],
  ])('stops the start where it cannot be used, and says why: %j', async (content, words) => {
    const refused = read(content);
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow(/policy\.json.*Ask whoever manages this computer/s);
  });

  it('is the one that docs/deploy.md shows', async () => {
    const page = await readFile(inProject('docs/deploy.md'), 'utf8');
    const [, example = ''] = /```json\n(\{\n {2}"format": "groundwork-policy"[\s\S]*?)```/.exec(page) ?? [];
    expect(await read(example)).toMatchObject({ links: false, quorum: 2 });
  });
});

describe('what a policy sets', () => {
  it('is shown', async () => {
    const { api } = await openForTests({ policy: managed({ links: false, quorum: 1, exportFolders: ['/a', '/b'] }) });
    expect((await hostInfo(api)).policy).toEqual({
      path: '/etc/groundwork/policy.json',
      lines: ['Links are not opened.', 'Exports go to /a or /b only.', 'In new reviews, 1 approval is enough.'],
    });
    expect((await hostInfo((await openForTests()).api)).policy).toBeNull();
  });

  it('keeps links closed', async () => {
    const { api, platform } = await openForTests({ policy: managed({ links: false }) });
    expect(await api['link.open']({ url: 'https://example.org/' })).toMatchObject({ code: 'unsupported' });
    expect(platform.asked).toEqual([]);
  });

  it('keeps exports in its folders, those below them included', async () => {
    const allowed = await temporaryFolder();
    await mkdir(join(allowed, 'below'));
    const opened = await openForTests({ policy: managed({ exportFolders: [allowed] }) });
    const { document, revision } = await createForTests(opened);
    const into = (folder: string) =>
      opened.api['record.export']({
        ...{ id: document.id, revision, form: 'json' },
        target: { kind: 'named', folder, fileName: 'a.groundwork', replace: false },
      });
    expect((await hostInfo(opened.api)).exportFolder).toBe(allowed);
    expect(await into(join(allowed, 'below'))).toMatchObject({ kind: 'exported' });
    const beside = `${allowed}-beside`;
    await mkdir(beside);
    for (const folder of [opened.exportFolder, beside]) {
      expect(await into(folder)).toMatchObject({ code: 'unsupported', message: expect.stringContaining(allowed) });
    }
    expect((await hostInfo(opened.api)).exportFolder).toBe(join(allowed, 'below'));
  });

  it('offers the templates of its folder first, which nobody can remove', async () => {
    const templateFolder = await temporaryFolder();
    const own = { ...smallTemplate, id: 'house-rules', title: 'House rules' };
    await writeFile(join(templateFolder, 'house.json'), JSON.stringify(own));
    await writeFile(join(templateFolder, 'broken.json'), '{');
    const { api, log } = await openForTests({ policy: managed({ templateFolder }) });
    const [first] = (await listedTemplates(api)).templates;
    expect(first).toMatchObject({ title: 'House rules' });
    expect(await api['template.remove']({ sha256: first?.sha256 ?? '' })).toMatchObject({ kind: 'failed' });
    expect(log.entries.join()).toContain('broken.json');
  });

  it('says how many approvals are enough in new reviews, where the template does not', async () => {
    const opened = await openForTests({ policy: managed({ quorum: 2 }) });
    const { document } = await createForTests(opened);
    expect(document.signOff.deciding).toEqual({ rule: 'quorum', quorum: 2 });
    expect((await createForTests(await openForTests())).document.signOff.deciding).toBeUndefined();
  });

  it('names a trusted certificate that is missing, in the window and in the command', async () => {
    const policy = managed({ trustedRoots: ['/nowhere/root.pem'] });
    const { api } = await openForTests({ policy });
    const pdf = Buffer.from('%PDF-1.7').toString('base64');
    expect(await api['record.verify']({ pdf })).toMatchObject({
      message: expect.stringContaining('/nowhere/root.pem'),
    });
    const { run, workingFolder } = await commandLine(undefined, undefined, policy);
    await writeFile(join(workingFolder, 'a.pdf'), '%PDF-1.7');
    expect(await run('verify', 'a.pdf')).toMatchObject({
      status: 3,
      err: expect.stringContaining('/nowhere/root.pem'),
    });
  });

  it('names the data folder of commands', async () => {
    const opened = await openForTests();
    await createForTests(opened, 'In the folder of the organisation');
    await opened.workbook.close();
    const { run } = await commandLine(undefined, opened.appFolder, managed({ dataFolder: opened.layout.root }));
    expect((await run('list')).out).toContain('In the folder of the organisation');
  });
});
