import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App, BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedFrom, dataFolderFrom } from '#main/electron/command-line.ts';
import { electronPlatform } from '#main/electron/platform.ts';
import { askedBySecond, bringForward, claimInstance } from '#main/electron/single-instance.ts';
import { BROWSERS_SPELLING } from '#main/reviews/platform.ts';
import * as electron from '#test/support/electron-stand-in.ts';

vi.mock('electron', () => import('#test/support/electron-stand-in.ts'));

const NOTHING = { files: [], reviews: [] };
let folder: string;

beforeEach(() => {
  vi.clearAllMocks();
  folder = mkdtempSync(join(tmpdir(), 'groundwork platform é-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the save dialog', () => {
  const window = new electron.BrowserWindow();
  const platform = electronPlatform(() => window as unknown as BrowserWindow, BROWSERS_SPELLING);
  const choose = (filePath: string, canceled = false) => {
    electron.dialog.showSaveDialog.mockResolvedValueOnce({ canceled, filePath });
    return platform.chooseSavePath({ folder, fileName: 'record.pdf', form: 'pdf' });
  };
  const answer = (response: number) =>
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response, checkboxChecked: false });

  it('suggests folder, name and kind in front of the window', async () => {
    expect(await choose(join(folder, 'mine.pdf'))).toBe(join(folder, 'mine.pdf'));
    expect(electron.dialog.showSaveDialog).toHaveBeenCalledWith(
      window,
      expect.objectContaining({
        defaultPath: join(folder, 'record.pdf'),
        filters: [{ name: 'PDF document', extensions: ['pdf'] }],
        properties: expect.arrayContaining(['showOverwriteConfirmation']),
      }),
    );
  });

  it('gives null when the person cancels', async () => {
    expect(await choose('', true)).toBeNull();
    expect(await choose(join(folder, 'mine.pdf'), true)).toBeNull();
  });

  it('adds a missing extension, and does not take a dot in the name for one', async () => {
    expect(await choose(join(folder, 'mine'))).toBe(join(folder, 'mine.pdf'));
    expect(await choose(join(folder, 'record v1.2'))).toBe(join(folder, 'record v1.2.pdf'));
    expect(await choose(join(folder, 'LOUD.PDF'))).toBe(join(folder, 'LOUD.PDF'));
  });

  it('asks before the added extension makes it another file', async () => {
    writeFileSync(join(folder, 'mine.pdf'), 'old');
    answer(1);
    expect(await choose(join(folder, 'mine'))).toBeNull();
    answer(0);
    expect(await choose(join(folder, 'mine'))).toBe(join(folder, 'mine.pdf'));
    expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(2);
  });

  it('works without a window', async () => {
    electron.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, 'a.md') });
    const path = await electronPlatform(() => null, BROWSERS_SPELLING).chooseSavePath({
      folder,
      fileName: 'a.md',
      form: 'markdown',
    });
    expect(path).toBe(join(folder, 'a.md'));
    expect(electron.dialog.showSaveDialog.mock.lastCall).toHaveLength(1);
  });
});

describe('the dialog for a folder', () => {
  it('begins where it is told to and gives the folder, or null when cancelled', async () => {
    const window = new electron.BrowserWindow();
    const platform = electronPlatform(() => window as unknown as BrowserWindow, BROWSERS_SPELLING);
    electron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [folder] });
    expect(await platform.chooseFolder('/start')).toBe(folder);
    expect(electron.dialog.showOpenDialog).toHaveBeenCalledWith(window, {
      title: 'Choose a folder',
      defaultPath: '/start',
      properties: ['openDirectory', 'createDirectory'],
    });
    expect(await platform.chooseFolder('/start')).toBeNull();
    electron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [folder] });
    expect(await electronPlatform(() => null, BROWSERS_SPELLING).chooseFolder('/start')).toBe(folder);
    expect(electron.dialog.showOpenDialog.mock.lastCall).toHaveLength(1);
  });
});

describe('a link', () => {
  it('shows where it leads, and leaves only when the person says so', async () => {
    const url = 'https://example.org/a?b=c';
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1, checkboxChecked: false });
    await electronPlatform(() => null, BROWSERS_SPELLING).openLink(url);
    expect(electron.dialog.showMessageBox.mock.lastCall?.[0]).toMatchObject({ detail: url, cancelId: 1 });
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 0, checkboxChecked: false });
    await electronPlatform(() => null, BROWSERS_SPELLING).openLink(url);
    expect(electron.shell.openExternal).toHaveBeenCalledExactlyOnceWith(url);
  });
});

describe('the folder for exports', () => {
  it("is the platform's own for documents, unless that is not there", () => {
    electron.app.paths.set('documents', folder);
    expect(electronPlatform(() => null, BROWSERS_SPELLING).exportFolder).toBe(folder);
    electron.app.paths.set('documents', join(folder, 'gone'));
    const { exportFolder } = electronPlatform(() => null, BROWSERS_SPELLING);
    expect(exportFolder).not.toBe(join(folder, 'gone'));
    expect(existsSync(exportFolder)).toBe(true);
  });
});

describe('one program for each data folder', () => {
  const app = electron.app as unknown as App;

  it("keeps Electron's files beside the reviews, and claims them", () => {
    const data = join(folder, 'new', 'data');
    expect(claimInstance(app, data, NOTHING)).toBe(true);
    expect(electron.app.getPath('userData')).toBe(realpathSync(join(data, 'electron')));
    expect(existsSync(electron.app.getPath('userData'))).toBe(true);
  });

  it('says that another one holds the folder', () => {
    electron.app.requestSingleInstanceLock.mockReturnValueOnce(false);
    expect(claimInstance(app, folder, NOTHING)).toBe(false);
  });

  it('takes two spellings of a folder for one', () => {
    mkdirSync(join(folder, 'data'));
    symlinkSync(join(folder, 'data'), join(folder, 'link'));
    claimInstance(app, join(folder, 'data'), NOTHING);
    const first = electron.app.getPath('userData');
    claimInstance(app, join(folder, 'link'), NOTHING);
    expect(electron.app.getPath('userData')).toBe(first);
  });

  it('says what to do when the folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => claimInstance(app, join(folder, 'file'), NOTHING)).toThrow(/cannot be made .*--data/);
  });

  it('comes forward, also from the task bar', () => {
    const window = new electron.BrowserWindow();
    bringForward(window as unknown as BrowserWindow);
    expect(window.restore).not.toHaveBeenCalled();
    window.minimized = true;
    bringForward(window as unknown as BrowserWindow);
    expect(window.restore).toHaveBeenCalledOnce();
    expect(window.focus).toHaveBeenCalledTimes(2);
  });
});

describe('dataFolderFrom', () => {
  it.each([
    [['--data', 'some/where'], resolve('some/where')],
    [['--no-sandbox', '--data=/a b', '--enable-logging'], '/a b'],
    [['-psn_0_1234', '--original-process-start-time=1', 'file'], null],
    [['--data'], null],
    [['--data='], null],
    [[], null],
  ])('%j', (args, expected) => {
    expect(dataFolderFrom(args)).toBe(expected);
  });
});

describe('askedFrom', () => {
  const id = '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11';
  it.each([
    [['a.groundwork', '/b/record.PDF', 'copy.zip'], ['/from/a.groundwork', '/b/record.PDF', '/from/copy.zip'], []],
    // As file managers of Linux name files.
    [['file:///a%20b/%C3%A4.groundwork', 'file://elsewhere/a.pdf'], ['/a b/ä.groundwork'], []],
    [['--no-sandbox', '/program/folder', '--data', '/d', '--review', id], [], [id]],
    [['--review', '../../etc'], [], []],
    [['--review'], [], []],
    [[], [], []],
  ] as const)('%j', (args, files, reviews) => {
    expect(askedFrom(args, '/from')).toEqual({ files, reviews });
  });
});

describe('askedBySecond', () => {
  it('takes what was handed over, and else reads the arguments from the folder of that start', () => {
    const asked = { files: ['/a.pdf'], reviews: [] };
    claimInstance(electron.app as unknown as App, folder, asked);
    const [data] = electron.app.requestSingleInstanceLock.mock.lastCall ?? [];
    expect(askedBySecond(['b.pdf'], '/from', data)).toEqual(asked);
    expect(askedBySecond(['b.pdf'], '/from', null)).toEqual({ files: ['/from/b.pdf'], reviews: [] });
    expect(askedBySecond(['b.pdf'], '/from', { asked: { files: [7] } }).files).toEqual(['/from/b.pdf']);
  });
});
