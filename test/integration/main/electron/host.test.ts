import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWorkbook } from '#main/api/workbook.ts';
import { loopbackPlatform } from '#main/loopback/platform.ts';
import { createClient } from '#renderer/host/client.ts';
import { VERSION } from '#shared/base/version.ts';
import type { Client } from '#shared/contract/contract.ts';
import type * as StandIn from '#test/support/electron-stand-in.ts';
import { hostInfo } from '#test/support/open-data-folder.ts';
import { ROOT } from '#test/support/project.ts';

// The host serves what is built; here a page of its own stands in, so that nothing has to be.
vi.mock('#main/page/renderer-files.ts', async (original) => {
  const { listRendererFiles } = await original<typeof import('#main/page/renderer-files.ts')>();
  return { listRendererFiles: () => listRendererFiles(join(folder, 'renderer')) };
});

const log = { info: vi.fn(), error: vi.fn() };
const args = process.argv;
let folder: string;
let data: string;
let electron: typeof StandIn;

beforeEach(async () => {
  vi.resetModules();
  folder = mkdtempSync(join(tmpdir(), 'groundwork electron é-'));
  data = join(folder, 'data');
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Groundwork</title>');
  process.argv = ['groundwork', '--data', data];
  // A package has the dictionaries among its resources.
  Object.assign(process, { resourcesPath: join(ROOT, 'main/electron') });
  electron = await import('#test/support/electron-stand-in.ts');
  // Not hoisted: every start gets an Electron of its own.
  vi.doMock('electron', () => electron);
});

afterEach(() => {
  Reflect.deleteProperty(process, 'resourcesPath');
  process.argv = args;
  process.removeAllListeners('uncaughtException');
  rmSync(folder, { recursive: true });
});

async function start() {
  await import('#main/electron/main.ts');
  await expect.poll(() => electron.BrowserWindow.all).toHaveLength(1);
  const [window] = electron.BrowserWindow.all;
  const [, answer] = electron.ipcMain.handle.mock.lastCall ?? [];
  if (!window || !answer) throw new Error('The host did not start.');
  const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  const client = createClient(async (method, input) =>
    JSON.parse(await answer(event, JSON.stringify({ method, input }))),
  );
  return { window, client };
}

/** Ends the program as Electron does, and waits for the host to let it. */
async function quit(): Promise<void> {
  const event = new electron.StandInEvent();
  electron.app.emit('will-quit', event);
  expect(event.defaultPrevented).toBe(true);
  await expect.poll(() => electron.app.exit).toHaveBeenCalled();
}

async function newReview(client: Client) {
  const { templates } = await hostInfo(client);
  const created = await client['review.create']({
    templateSha256: templates[0]?.sha256 ?? '',
    title: 'Before',
    component: 'c',
    candidate: '',
    current: '',
  });
  if (created.kind !== 'created') throw new Error(created.message);
  const opened = await client['review.open']({ id: created.id });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}

describe('the Electron host', () => {
  it('opens the workbook of its data folder in one window', async () => {
    const { window, client } = await start();
    expect(await client['app.info']({})).toMatchObject({
      version: VERSION,
      dataFolder: data,
      saveDialog: true,
      closesItself: true,
      hasMenu: true,
    });
    expect(window.options.webPreferences?.preload).toBe(join(ROOT, 'dist/electron/preload.cjs'));
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledBefore(electron.app.whenReady);
    const [scheme, serve] = electron.session.defaultSession.protocol.handle.mock.lastCall ?? [];
    expect(scheme).toBe('app');
    expect((await serve?.(new Request('app://groundwork/')))?.status).toBe(200);
    expect(electron.Menu.setApplicationMenu).toHaveBeenCalled();
    await quit();
  });

  it('ends only when the last save is on disk, and leaves the data folder free', async () => {
    const { client } = await start();
    const { document, revision } = await newReview(client);
    let saved = false;
    const saving = client['review.save']({ baseRevision: revision, document: { ...document, title: 'After' } }).then(
      (answer) => {
        saved = answer.kind === 'saved';
      },
    );
    let savedBefore = false;
    electron.app.exit.mockImplementationOnce(() => {
      savedBefore = saved;
    });
    await quit();
    await saving;
    expect(savedBefore).toBe(true);
    expect(electron.app.exit.mock.calls).toEqual([[0]]);
    const [file = ''] = readdirSync(join(data, 'reviews'));
    expect(JSON.parse(readFileSync(join(data, 'reviews', file), 'utf8'))).toMatchObject({
      document: { title: 'After' },
    });
    const platform = loopbackPlatform(folder);
    const again = await openWorkbook({ dataFolder: data, appFolder: ROOT, platform, log });
    expect(again.kind).toBe('opened');
    if (again.kind === 'opened') await again.workbook.close();
  });

  it('comes forward on a second start, and opens again when it has no window', async () => {
    const { window } = await start();
    electron.app.emit('second-instance', {}, ['groundwork'], folder, undefined);
    expect(window.focus).toHaveBeenCalledOnce();
    window.destroy();
    electron.app.emit('activate');
    expect(electron.BrowserWindow.all).toHaveLength(2);
    await quit();
  });

  it('answers the window that is open, not one that is gone', async () => {
    const { window, client } = await start();
    window.destroy();
    electron.app.emit('activate');
    expect(await client['review.list']({})).toMatchObject({ kind: 'failed', code: 'refused' });
    await quit();
  });

  it('puts every guard to work before there is a page', async () => {
    const { window } = await start();
    const { webContents } = window;
    const { defaultSession } = electron.session;
    expect(defaultSession.setPermissionCheckHandler).toHaveBeenCalledBefore(window.loadURL);
    expect(defaultSession.setPermissionRequestHandler).toHaveBeenCalledBefore(window.loadURL);
    const leaving = { url: 'https://example.org/', isMainFrame: true };
    expect(webContents.raise('will-frame-navigate', leaving).defaultPrevented).toBe(true);
    expect(webContents.windowOpenHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    // Once the person has said that it may: the stand-in presses the first button.
    await expect.poll(() => electron.shell.openExternal.mock.calls).toEqual([['https://example.org/']]);
    webContents.raise('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    // A turn later, see recovery.ts.
    await expect.poll(() => webContents.reload).toHaveBeenCalledOnce();
    expect(webContents.listenerCount('will-prevent-unload')).toBe(1);
    await quit();
  });

  it('opens a second window for the room, which calls the same host and goes with the first', async () => {
    const { window, client } = await start();
    const { document } = await newReview(client);
    const url = `app://groundwork/#/review/${document.id}/room`;
    expect(window.webContents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    const [, room] = electron.BrowserWindow.all;
    expect(room?.loadURL).toHaveBeenCalledExactlyOnceWith(url);
    expect(room?.options.webPreferences).toEqual(window.options.webPreferences);
    const [, handler] = electron.ipcMain.handle.mock.lastCall ?? [];
    const event = { sender: room?.webContents, senderFrame: room?.webContents.mainFrame };
    const reply = await handler?.(event, JSON.stringify({ method: 'app.info', input: {} }));
    expect(JSON.parse(reply ?? '')).toMatchObject({ ok: true, value: { version: VERSION } });
    // Once more shows the same one.
    window.webContents.windowOpenHandler?.({ url });
    expect(electron.BrowserWindow.all).toHaveLength(2);
    expect(room?.focus).toHaveBeenCalledOnce();
    window.destroy();
    expect(room?.destroyed).toBe(true);
    await quit();
  });

  it('checks the spelling with the dictionaries of the package, and keeps what is added from the menu of a word', async () => {
    const { window, client } = await start();
    expect(await client['spelling.show']({})).toMatchObject({ checker: 'own', chosen: ['en-US'], trouble: '' });
    const { defaultSession: session } = electron.session;
    expect(session.setSpellCheckerLanguages.mock.calls).toEqual([[[]], [['en-US']]]);
    expect(readdirSync(join(data, 'electron/Dictionaries'))).toEqual(['en-US-10-1.bdic']);
    const popup = vi.fn();
    electron.Menu.buildFromTemplate.mockImplementation((template) => Object.assign(template, { popup }));
    const word = (misspelledWord: string) => {
      const clicked = { misspelledWord, dictionarySuggestions: [], isEditable: true, selectionText: '', editFlags: {} };
      window.webContents.raise('context-menu', {}, clicked);
      const items = electron.Menu.buildFromTemplate.mock.lastCall?.[0] ?? [];
      const item = items.find(({ label }) => label === 'Add to Dictionary');
      item?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
    };
    word('qwobbly');
    await expect.poll(() => [...session.words]).toEqual(['qwobbly']);
    expect(readFileSync(join(data, 'own-words.json'), 'utf8')).toContain('qwobbly');
    word('two words');
    await expect.poll(() => electron.dialog.showErrorBox.mock.lastCall?.[0]).toBe('The word was not added');
    await quit();
  });

  it('passes a menu command on to the page', async () => {
    const { window } = await start();
    const [template] = electron.Menu.buildFromTemplate.mock.lastCall ?? [];
    const items = template?.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
    const undo = items?.find((item) => item.label === 'Undo');
    undo?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
    expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith('groundwork:command', 'undo');
    await quit();
  });
});

describe('a start that cannot be', () => {
  const exits = () => expect.poll(() => electron.app.exit).toHaveBeenCalled();

  it('leaves the word to the instance that is already running', async () => {
    electron.app.requestSingleInstanceLock.mockReturnValueOnce(false);
    await import('#main/electron/main.ts');
    await exits();
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(0);
    expect(electron.BrowserWindow.all).toHaveLength(0);
    expect(electron.dialog.showErrorBox).not.toHaveBeenCalled();
  });

  it('says who holds the data folder', async () => {
    const platform = loopbackPlatform(folder);
    const holder = await openWorkbook({ dataFolder: data, appFolder: ROOT, platform, log });
    if (holder.kind !== 'opened') throw new Error(holder.message);
    await import('#main/electron/main.ts');
    await exits();
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    const [title, message] = electron.dialog.showErrorBox.mock.lastCall ?? [];
    expect(title).toBe('Groundwork cannot start');
    expect(message).toContain(String(process.pid));
    expect(electron.BrowserWindow.all).toHaveLength(0);
    await holder.workbook.close();
  });

  it('says what to do about a data folder that cannot be made', async () => {
    writeFileSync(data, 'a file in its place');
    await import('#main/electron/main.ts');
    await exits();
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(electron.dialog.showErrorBox.mock.lastCall?.[1]).toMatch(/--data/);
  });
});
