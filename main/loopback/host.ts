import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorkbook } from '#main/api/workbook.ts';
import { createLog } from '#main/files/log.ts';
import { defaultDataFolder, defaultExportFolder } from '#main/store/data-folder.ts';
import type { HostOptions } from './options.ts';
import { loopbackPlatform } from './platform.ts';
import { SESSION_ENDED } from './refusal-page.ts';
import { type RunningServer, type ServerOptions, startServer } from './server.ts';
import { showWorkbook } from './show.ts';
import { stopSignal } from './stop-signals.ts';

/**
 * Milliseconds for which a stopped host still answers: the page sends an edit within 300 ms, and a
 * browser that is told to end gives its page no time for it.
 */
const LAST_EDITS = 700;

/** Runs the loopback host of the program in `appFolder` until it is stopped. Returns the exit status. */
export async function runHost(
  appFolder: string,
  { dataFolder: chosenFolder, port, open }: HostOptions,
): Promise<number> {
  const stopped = stopSignal();
  const dataFolder = chosenFolder ?? defaultDataFolder();
  const log = createLog(path.join(dataFolder, 'groundwork.log'));
  const platform = loopbackPlatform(defaultExportFolder());
  const opened = await openWorkbook({ dataFolder, appFolder, platform, log });
  if (opened.kind !== 'opened') return fail(opened.message);
  const { workbook } = opened;
  try {
    const { answer, load } = workbook;
    const server = await startOrExplain({
      answer,
      log,
      rendererFolder: path.join(appFolder, 'dist/renderer'),
      port,
      onAlarm() {
        log.error('The launch address was used twice, so the session was ended', 'see SECURITY.md');
        console.error(SESSION_ENDED);
      },
    });
    if (typeof server === 'string') return fail(server);
    // While the browser is on its way; a call that comes before waits.
    const broken = load().then(() => never);
    broken.catch(() => undefined);
    const shown = await showWorkbook({ server, dataFolder, open, print: (line) => console.log(line) });
    const lastEdits = stopped.then(() => (server.entered() ? sleep(LAST_EDITS) : undefined));
    await Promise.race([lastEdits, shown.closed, broken]);
    await shown.close();
    await server.close();
  } finally {
    await workbook.close();
  }
  console.log('Everything is saved. Groundwork has stopped.');
  return 0;
}

const never = new Promise<never>(() => undefined);

/** Starts the server, or says in words why it cannot start. */
async function startOrExplain(options: ServerOptions): Promise<RunningServer | string> {
  try {
    return await startServer(options);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') return `Port ${options.port} is in use. Choose another with --port, or leave it out.`;
    if (code === 'EACCES') return `Port ${options.port} is not open to you. Choose one above 1023, or leave it out.`;
    options.log.error('The loopback host cannot start', error);
    return `Groundwork cannot start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
