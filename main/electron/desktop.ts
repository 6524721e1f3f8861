import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, safeStorage, session } from 'electron';
import { openWorkbook } from '#main/api/workbook.ts';
import { createLog } from '#main/files/log.ts';
import { defaultDataFolder } from '#main/store/data-folder.ts';
import { VERSION } from '#shared/base/version.ts';
import type { MenuCommand } from '#shared/contract/host-bridge.ts';
import { dataFolderFrom } from './command-line.ts';
import { answerCalls } from './ipc.ts';
import { COMMAND_CHANNEL } from './ipc-channels.ts';
import { safeStorageProtection } from './key-protection.ts';
import { menuTemplate } from './menu.ts';
import { electronPlatform } from './platform.ts';
import { registerAppScheme, serveRenderer } from './protocol.ts';
import { recoverPage } from './recovery.ts';
import { roomWindow } from './room-window.ts';
import { guardPages, hardenSession } from './security.ts';
import { closeBeforeExit, saveAtSessionEnd, watchQuitting } from './shutdown.ts';
import { bringForward, claimInstance } from './single-instance.ts';
import { openWindow } from './window.ts';

const APP_FOLDER = join(import.meta.dirname, '../..');
const PRELOAD = join(APP_FOLDER, 'dist/electron/preload.cjs');
const DEV_TOOLS = !app.isPackaged;

/** Starts the desktop program. It has to be called before Electron is ready, and not be awaited by what Electron waits for. */
export function startDesktop(): void {
  registerAppScheme();
  start(dataFolderFrom(process.argv.slice(app.isPackaged ? 1 : 2)) ?? defaultDataFolder()).catch(failToStart);
}

async function start(dataFolder: string): Promise<void> {
  if (!claimInstance(app, dataFolder)) {
    app.exit(0);
    return;
  }
  const log = createLog(join(dataFolder, 'groundwork.log'));
  process.on('uncaughtException', (error) => log.error('An unexpected fault', error));

  let window: BrowserWindow | null = null;
  const currentWindow = () => window;
  const platform = electronPlatform(currentWindow);
  const quitting = watchQuitting(app, process.platform);
  const room = roomWindow({ preload: PRELOAD, devTools: DEV_TOOLS, log, mainWindow: currentWindow });
  guardPages(app, {
    openLink: (url) => {
      platform.openLink(url).catch((error: unknown) => log.error('A link cannot be opened', error));
    },
    openRoom: room.open,
  });

  await app.whenReady();
  const opened = await openWorkbook({
    dataFolder,
    appFolder: APP_FOLDER,
    platform,
    log,
    keyProtection: () => safeStorageProtection(safeStorage, process.platform),
  });
  if (opened.kind !== 'opened') {
    dialog.showErrorBox('Groundwork cannot start', opened.message);
    app.exit(1);
    return;
  }
  closeBeforeExit(app, log, () => opened.workbook.close());

  hardenSession(session.defaultSession, { devTools: DEV_TOOLS });
  await serveRenderer(session.defaultSession, join(APP_FOLDER, 'dist/renderer'), log);
  answerCalls(opened.workbook.answer, log, () => [window, room.current()].filter((own) => own !== null));

  const show = () => {
    if (window) {
      bringForward(window);
      return;
    }
    const made = openWindow({
      preload: PRELOAD,
      stateFile: join(app.getPath('userData'), 'window.json'),
      devTools: DEV_TOOLS,
      log,
    });
    made.on('closed', () => {
      window = null;
      room.close();
    });
    quitting.follow(made);
    saveAtSessionEnd(
      made,
      () => made.webContents.send(COMMAND_CHANNEL, 'save' satisfies MenuCommand),
      () => opened.workbook.close(),
    );
    recoverPage(made, { log, quitting: quitting.wanted, giveUp: () => app.quit() });
    window = made;
  };
  const send = (command: MenuCommand) => {
    show();
    window?.webContents.send(COMMAND_CHANNEL, command);
  };

  app.setAboutPanelOptions({ applicationName: 'Groundwork', applicationVersion: VERSION });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ platform: process.platform, devTools: DEV_TOOLS, send })),
  );
  app.on('second-instance', show);
  app.on('activate', show);
  show();
  // While the window loads its page, whose first call waits for this.
  await opened.workbook.load();
}

function failToStart(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('Groundwork cannot start', reason);
  app.exit(1);
}
