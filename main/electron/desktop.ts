import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, safeStorage, session } from 'electron';
import { openWorkbook } from '#main/api/workbook.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { createLog } from '#main/files/log.ts';
import { Arrivals, arrivalsOf } from '#main/reviews/arrivals.ts';
import { policyLines } from '#main/reviews/policy-lines.ts';
import type { RecentReview } from '#main/reviews/recent-reviews.ts';
import { dataLayout, defaultDataFolder } from '#main/store/data-folder.ts';
import { handOver, takeHandovers } from '#main/store/handover.ts';
import type { Policy } from '#main/store/policy.ts';
import { VERSION } from '#shared/base/version.ts';
import type { Reply } from '#shared/contract/contract.ts';
import type { MenuCommand } from '#shared/contract/host-bridge.ts';
import { type Asked, askedFrom, dataFolderFrom } from './command-line.ts';
import { offerContextMenu } from './context-menu.ts';
import { answerCalls } from './ipc.ts';
import { COMMAND_CHANNEL } from './ipc-channels.ts';
import { safeStorageProtection } from './key-protection.ts';
import { menuTemplate } from './menu.ts';
import { electronPlatform } from './platform.ts';
import { portableDataFolder } from './portable.ts';
import { registerAppScheme, serveRenderer } from './protocol.ts';
import { noteDocument, showRecentReviews } from './recent.ts';
import { recoverPage } from './recovery.ts';
import { roomWindow } from './room-window.ts';
import { guardPages, hardenSession } from './security.ts';
import { closeBeforeExit, saveAtSessionEnd, watchQuitting } from './shutdown.ts';
import { askedBySecond, claimInstance } from './single-instance.ts';
import { electronSpelling } from './spelling.ts';
import { openWindow } from './window.ts';
import { keepWindows } from './windows.ts';

const APP_FOLDER = join(import.meta.dirname, '../..');
const PRELOAD = join(APP_FOLDER, 'dist/electron/preload.cjs');
const DEV_TOOLS = !app.isPackaged;

/** Starts the desktop program. It has to be called before Electron is ready, and not be awaited by what Electron waits for. */
export function startDesktop(policy: Policy | Error): void {
  registerAppScheme();
  if (policy instanceof Error) {
    failToStart(policy);
    return;
  }
  const args = process.argv.slice(app.isPackaged ? 1 : 2);
  start(policy, dataFolderFrom(args), askedFrom(args, process.cwd())).catch(failToStart);
}

async function start(policy: Policy, chosen: string | null, asked: Asked): Promise<void> {
  const portable = portableDataFolder({ isPackaged: app.isPackaged, execPath: process.execPath, env: process.env });
  const dataFolder = chosen ?? portable ?? policy.dataFolder ?? defaultDataFolder();
  if (!claimInstance(app, dataFolder, asked)) {
    app.exit(0);
    return;
  }
  const log = createLog(join(dataFolder, 'groundwork.log'));
  process.on('uncaughtException', (error) => log.error('An unexpected fault', error));

  const arrivals = new Arrivals();
  arrivals.add(arrivalsOf(asked));
  /** Set once there are windows; what the system asks before that waits. */
  let showArrived: () => void = () => undefined;
  const arrive = (more: Asked) => {
    arrivals.add(arrivalsOf(more));
    for (const file of more.files) noteDocument(app, process.platform, file);
    showArrived();
  };
  // macOS gives files this way, the first ones before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive({ files: [path], reviews: [] });
  });
  for (const file of asked.files) noteDocument(app, process.platform, file);

  const openRecent = (id: string) => arrive({ files: [], reviews: [id] });
  const quitting = watchQuitting(app, process.platform);
  const windows = keepWindows(
    (url) => makeWindow(url),
    () => room.close(),
  );
  const send = (command: MenuCommand) => {
    windows.show();
    windows.current()?.webContents.send(COMMAND_CHANNEL, command);
  };
  const spelling = electronSpelling({
    platform: process.platform,
    files: nodeFileSystem,
    shipped: app.isPackaged
      ? join(process.resourcesPath, 'dictionaries')
      : join(APP_FOLDER, 'main/electron/dictionaries'),
    dictionaries: () => join(app.getPath('sessionData'), 'Dictionaries'),
    session: () => session.defaultSession,
    log,
  });
  const platform = electronPlatform(windows.current, spelling, (recent) => {
    showMenu(recent);
    showRecentReviews(recent, { app, platform: process.platform, program: program(dataFolder), open: openRecent });
  });
  const showMenu = (recent: readonly RecentReview[]) =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate({ platform: process.platform, devTools: DEV_TOOLS, send, recent, openRecent }),
      ),
    );
  const room = roomWindow({ preload: PRELOAD, devTools: DEV_TOOLS, log, mainWindow: windows.current });
  guardPages(app, {
    openLink: (url) => {
      if (!policy.links) return;
      platform.openLink(url).catch((error: unknown) => log.error('A link cannot be opened', error));
    },
    openRoom: room.open,
    openReview: windows.open,
  });

  await app.whenReady();
  const opened = await openWorkbook({
    dataFolder,
    appFolder: APP_FOLDER,
    platform,
    log,
    arrivals,
    policy,
    keyProtection: () => safeStorageProtection(safeStorage, process.platform),
  });
  if (opened.kind !== 'opened') {
    const layout = dataLayout(dataFolder);
    // Groundwork in a browser has the folder, and can show what is asked for.
    if (opened.kind === 'locked' && (await handOver(nodeFileSystem, layout, asked))) app.exit(0);
    else {
      dialog.showErrorBox('Groundwork cannot start', opened.message);
      app.exit(1);
    }
    return;
  }
  const { workbook } = opened;
  closeBeforeExit(app, log, () => workbook.close());

  hardenSession(session.defaultSession, { devTools: DEV_TOOLS });
  await serveRenderer(session.defaultSession, join(APP_FOLDER, 'dist/renderer'), log);
  answerCalls(workbook.answer, log, () => [...windows.all(), room.current()].filter((own) => own !== null));

  const addWord = (word: string) => {
    void workbook.answer(JSON.stringify({ method: 'spelling.add', input: { word } })).then((reply) => {
      const problem = problemOf(reply as Reply<'spelling.add'>);
      if (problem !== '') dialog.showErrorBox('The word was not added', problem);
    });
  };

  function makeWindow(url: string | null): BrowserWindow {
    const made = openWindow({
      preload: PRELOAD,
      stateFile: join(app.getPath('userData'), 'window.json'),
      devTools: DEV_TOOLS,
      log,
      url,
      beside: windows.current(),
    });
    quitting.follow(made);
    saveAtSessionEnd(
      made,
      () => made.webContents.send(COMMAND_CHANNEL, 'save' satisfies MenuCommand),
      () => workbook.close(),
    );
    offerContextMenu(made.webContents, { addWord, showSpelling: () => send('spelling') });
    recoverPage(made, { log, quitting: quitting.wanted, giveUp: () => app.quit() });
    return made;
  }

  app.setAboutPanelOptions({
    applicationName: 'Groundwork',
    applicationVersion: VERSION,
    credits: policy.path === null ? '' : policyLines(policy).join('\n'),
  });
  showMenu([]);
  showArrived = () => send('arrived');
  app.on('second-instance', (_event, args, folder, data) => {
    windows.show();
    const more = askedBySecond(args.slice(1), folder, data);
    if (more.files.length > 0 || more.reviews.length > 0) arrive(more);
  });
  app.on('activate', windows.show);
  windows.show();
  // While the window loads its page, whose first call waits for this.
  await workbook.load();
  // From a start in a browser, which is another program; what it asks lies in the folder.
  if (workbook.readOnly !== null) return;
  const stop = await takeHandovers(nodeFileSystem, dataLayout(dataFolder), arrive);
  app.on('will-quit', stop);
}

/** How this program is started again on the same data folder. */
function program(dataFolder: string) {
  const args = app.isPackaged ? [] : [APP_FOLDER];
  return { path: process.execPath, args: [...args, '--data', dataFolder] };
}

/** What went wrong with a call, in words; empty when nothing did. */
function problemOf(reply: Reply<'spelling.add'>): string {
  if (!reply.ok) return [reply.error.message, ...reply.error.details].join('\n');
  return reply.value.kind === 'failed' ? reply.value.message : '';
}

function failToStart(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('Groundwork cannot start', reason);
  app.exit(1);
}
