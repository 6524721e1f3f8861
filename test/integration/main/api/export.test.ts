import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Platform } from '#main/reviews/platform.ts';
import type { ExportForm } from '#shared/contract/contract.ts';
import { createForTests, hostInfo, openForTests, temporaryFolder } from '#test/support/open-data-folder.ts';
import { failing, systemError, watchedFiles } from '#test/support/watched-files.ts';

const FILES: Readonly<Record<ExportForm, string>> = {
  pdf: 'a.pdf',
  markdown: 'a.md',
  json: 'a.json',
  csv: 'a.csv',
  structurizr: 'a-structurizr.json',
  issues: 'a-issues.csv',
  calendar: 'a.ics',
};

async function setUp(opening: Parameters<typeof openForTests>[0] = {}) {
  const open = await openForTests(opening);
  const review = await createForTests(open, 'A review: for export');
  const { id } = review.document;
  const named = (parts: { folder?: string; fileName?: string; replace?: boolean; form?: ExportForm } = {}) => {
    const { form = 'json', folder = open.exportFolder, fileName = FILES[form], replace = false } = parts;
    const target = { kind: 'named', folder, fileName, replace } as const;
    return open.api['record.export']({ id, revision: 1, form, target });
  };
  return { ...open, review, id, named };
}

describe('exporting to a named file', () => {
  it.each([
    ['pdf', '%PDF-'],
    ['markdown', '---\n'],
    ['json', '{\n'],
    ['csv', '\u00ef\u00bb\u00bfType,'],
    ['structurizr', '{\n'],
    ['issues', '\u00ef\u00bb\u00bfTitle,'],
  ] as const)('writes the %s and remembers the folder', async (form, start) => {
    const { named, exportFolder, api, layout, appFolder, workbook } = await setUp();
    const path = join(exportFolder, FILES[form]);
    expect(await named({ form })).toEqual({ kind: 'exported', path, findings: [] });
    const text = await readFile(path, 'latin1');
    expect(text.startsWith(start)).toBe(true);
    expect(await readdir(exportFolder)).toEqual([FILES[form]]);
    // As the person's own defaults want it, not for the owner only.
    expect((await stat(path)).mode & 0o777).toBe(0o666 & ~process.umask());
    expect((await hostInfo(api)).exportFolder).toBe(exportFolder);
    await workbook.close();
    const again = await openForTests({ dataFolder: layout.root, appFolder });
    expect((await hostInfo(again.api)).exportFolder).toBe(exportFolder);
  });

  it('refuses a name that is taken and keeps that file, unless told to replace it', async () => {
    const { named, exportFolder } = await setUp();
    await writeFile(join(exportFolder, 'a.json'), 'theirs');
    expect(await named()).toMatchObject({ kind: 'failed', code: 'name-taken' });
    expect(await readFile(join(exportFolder, 'a.json'), 'utf8')).toBe('theirs');
    expect(await named({ replace: true })).toMatchObject({ kind: 'exported' });
    expect(await readFile(join(exportFolder, 'a.json'), 'utf8')).toContain('groundwork-review');
  });

  it('does not replace a folder', async () => {
    const { named, exportFolder } = await setUp();
    await mkdir(join(exportFolder, 'a.json'));
    expect(await named({ replace: true })).toMatchObject({ kind: 'failed', code: 'name-taken' });
    expect(await readdir(exportFolder)).toEqual(['a.json']);
  });

  it('refuses folders that are not there, not folders or not whole', async () => {
    const { named, exportFolder } = await setUp();
    await writeFile(join(exportFolder, 'file'), '');
    for (const folder of [join(exportFolder, 'missing'), join(exportFolder, 'file'), 'relative', '.']) {
      expect(await named({ folder })).toMatchObject({ kind: 'failed', code: 'folder-missing' });
    }
  });

  it.each([
    ['EIO', 'io', 'the disk reported an error (EIO)'],
    ['EACCES', 'read-only', 'this place does not allow it'],
  ])('says what the disk reports of a folder, and not that there is none: %s', async (error, code, words) => {
    let meddle = failing('nothing', '');
    const { files } = watchedFiles((call) => meddle(call));
    const { named, exportFolder } = await setUp({ files });
    meddle = failing('stat', error, basename(exportFolder));
    expect(await named()).toMatchObject({
      kind: 'failed',
      code,
      message: expect.stringContaining(`The folder ${exportFolder} could not be reached: ${words}`),
    });
    expect(await readdir(exportFolder)).toEqual([]);
  });

  it.each(['../a.json', 'b/a.json', 'con.json', 'a.pdf', '.json', 'a\u0007.json'])(
    'refuses the name %j',
    async (fileName) => {
      const { named, exportFolder } = await setUp();
      expect(await named({ fileName })).toMatchObject({ kind: 'failed', code: 'invalid' });
      expect(await readdir(exportFolder)).toEqual([]);
    },
  );

  it('refuses a revision that is not the one on disk', async () => {
    const { api, review, named, exportFolder } = await setUp();
    await api['review.save']({ baseRevision: 1, document: { ...review.document, title: 'Newer' } });
    expect(await named()).toMatchObject({ kind: 'stale', revision: 2 });
    expect(await readdir(exportFolder)).toEqual([]);
  });

  it('refuses a review that is not there', async () => {
    const { api, id, named } = await setUp();
    await api['review.trash']({ id });
    expect(await named()).toMatchObject({ kind: 'failed', code: 'not-found' });
  });

  it.each([
    ['write', 'ENOSPC', 'disk-full'],
    ['open', 'EROFS', 'read-only'],
    ['open', 'EACCES', 'read-only'],
    ['rename', 'EIO', 'io'],
    ['rename', 'ENAMETOOLONG', 'invalid'],
  ])('says what to do when %s fails with %s, and leaves nothing behind', async (name, error, code) => {
    let meddle = failing('nothing', '');
    const { files } = watchedFiles((call) => meddle(call));
    const { named, exportFolder } = await setUp({ files });
    await writeFile(join(exportFolder, 'a.json'), 'the last export');
    meddle = failing(name, error, '.tmp');
    expect(await named({ replace: true })).toMatchObject({
      kind: 'failed',
      code,
      message: expect.stringMatching(/^The file could not be saved: \w.*\./),
    });
    expect(await readdir(exportFolder)).toEqual(['a.json']);
    expect(await readFile(join(exportFolder, 'a.json'), 'utf8')).toBe('the last export');
  });

  it('succeeds where only the settings cannot be saved', async () => {
    let renames = Number.NEGATIVE_INFINITY;
    const { files } = watchedFiles(({ name }) => {
      if (name === 'rename' && ++renames > 1) throw systemError('ENOSPC');
    });
    const { named, log } = await setUp({ files });
    renames = 0;
    expect(await named()).toMatchObject({ kind: 'exported' });
    expect(log.entries.join()).toContain('settings');
  });
});

describe('exporting with a dialog', () => {
  const asking = (answer: string | null, parts: Partial<Platform> = {}) => {
    const seen: unknown[] = [];
    const platform: Partial<Platform> = {
      host: 'electron',
      saveDialog: true,
      chooseSavePath: async (suggestion) => {
        seen.push(suggestion);
        return answer;
      },
      ...parts,
    };
    return { platform, seen };
  };
  const ask = (form: ExportForm, id: string) => ({ id, revision: 1, form, target: { kind: 'ask' } }) as const;

  it('suggests a folder and a name and replaces what the dialog agreed to', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'chosen.md');
    await writeFile(path, 'old');
    const { platform, seen } = asking(path);
    const { api, id, exportFolder } = await setUp({ platform });
    expect(await api['record.export'](ask('markdown', id))).toEqual({ kind: 'exported', path, findings: [] });
    expect(await readFile(path, 'utf8')).not.toBe('old');
    await api['record.export'](ask('pdf', id));
    expect(seen).toEqual([
      { folder: exportFolder, fileName: 'a-review-for-export.md', form: 'markdown' },
      { folder, fileName: 'a-review-for-export.pdf', form: 'pdf' },
    ]);
  });

  it('writes nothing when the person cancels', async () => {
    const { api, id, exportFolder } = await setUp({ platform: asking(null).platform });
    expect(await api['record.export'](ask('pdf', id))).toEqual({ kind: 'cancelled' });
    expect(await readdir(exportFolder)).toEqual([]);
  });

  it('notices a change made while the dialog was open', async () => {
    const path = join(await temporaryFolder(), 'chosen.md');
    let change = async () => {};
    const { platform } = asking(null, {
      chooseSavePath: async () => {
        await change();
        return path;
      },
    });
    const { api, id, review } = await setUp({ platform });
    change = async () => {
      await api['review.save']({ baseRevision: 1, document: { ...review.document, title: 'Meanwhile' } });
    };
    expect(await api['record.export'](ask('markdown', id))).toMatchObject({ kind: 'stale', revision: 2 });
  });

  it('serves each host with its own kind of target only', async () => {
    const electron = await setUp({ platform: asking(null).platform });
    expect(await electron.named()).toMatchObject({ kind: 'failed', code: 'unsupported' });
    const loopback = await setUp();
    expect(await loopback.api['record.export'](ask('pdf', loopback.id))).toMatchObject({
      kind: 'failed',
      code: 'unsupported',
    });
  });
});

describe('showing files and opening links', () => {
  it('shows only what was exported since the start', async () => {
    const { api, named, platform } = await setUp();
    const out = await named();
    if (out.kind !== 'exported') throw new Error(out.kind);
    expect(await api['file.reveal']({ path: out.path })).toEqual({ kind: 'revealed' });
    expect(await api['file.reveal']({ path: '/etc/passwd' })).toMatchObject({ kind: 'failed', code: 'unsupported' });
    expect(await api['file.open']({ path: out.path })).toEqual({ kind: 'opened' });
    expect(await api['file.open']({ path: '/etc/passwd' })).toMatchObject({ kind: 'failed', code: 'unsupported' });
    expect(platform.asked).toEqual([`reveal ${out.path}`, `open file ${out.path}`]);
  });

  it('prints by opening a record that is for its owner only, and says where it is when no program opens it', async () => {
    const { api, id, review, platform } = await setUp();
    const printed = await api['record.print']({ id, revision: 1 });
    if (printed.kind !== 'opened') throw new Error(printed.kind);
    onTestFinished(() => rm(dirname(printed.path), { recursive: true }));
    expect(platform.asked).toEqual([`open file ${printed.path}`]);
    expect((await readFile(printed.path)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stat(printed.path)).mode & 0o777).toBe(0o600);
    await api['review.save']({ baseRevision: 1, document: { ...review.document, title: 'Meanwhile' } });
    expect(await api['record.print']({ id, revision: 1 })).toMatchObject({ kind: 'stale', revision: 2 });
    const none = await setUp({ platform: { openFile: () => Promise.reject(new Error('no viewer')) } });
    const failed = await none.api['record.print']({ id: none.id, revision: 1 });
    expect(failed).toMatchObject({ kind: 'failed', code: 'io', message: expect.stringContaining('.pdf') });
  });

  it('opens web and mail links only', async () => {
    const { api, platform } = await setUp();
    for (const url of ['https://example.org/a b', 'mailto:someone@example.org']) {
      expect(await api['link.open']({ url })).toEqual({ kind: 'opened' });
    }
    for (const url of [
      'http://example.org',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ftp://example.org',
      'example.org',
      '',
      ' ',
      '--help',
    ]) {
      expect(await api['link.open']({ url })).toMatchObject({ kind: 'failed', code: 'unsupported' });
    }
    expect(platform.asked).toEqual(['open https://example.org/a%20b', 'open mailto:someone@example.org']);
  });

  it('says so where the system cannot open a link', async () => {
    const { api, log } = await setUp({ platform: { openLink: () => Promise.reject(new Error('no browser')) } });
    expect(await api['link.open']({ url: 'https://example.org' })).toMatchObject({ kind: 'failed', code: 'io' });
    expect(log.entries.join()).toContain('no browser');
  });
});
