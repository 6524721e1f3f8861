import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorkbook } from '#main/api/workbook.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { createLog } from '#main/files/log.ts';
import { Arrivals, arrivalsOf } from '#main/reviews/arrivals.ts';
import { type DataLayout, dataLayout, defaultDataFolder, defaultExportFolder } from '#main/store/data-folder.ts';
import type { Handover } from '#main/store/handover.ts';
import { readPolicy } from '#main/store/policy.ts';
import { lastPort, rememberPort } from './last-port.ts';
import { lastWords } from './last-words.ts';
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
  { dataFolder: chosenFolder, port, open, files }: HostOptions,
): Promise<number> {
  const stopped = stopSignal();
  const policy = await readPolicy(nodeFileSystem).catch((error: unknown) => wordsOf(error));
  if (typeof policy === 'string') return fail(policy);
  const dataFolder = chosenFolder ?? policy.dataFolder ?? defaultDataFolder();
  const layout = dataLayout(dataFolder);
  const log = createLog(layout.log);
  const platform = loopbackPlatform(defaultExportFolder());
  const arrivals = new Arrivals();
  arrivals.add(files.map((file) => ({ kind: 'file', path: file })));
  const opened = await openWorkbook({ dataFolder, appFolder, platform, log, arrivals, policy });
  if (opened.kind === 'locked' && open && (await handOverThere(layout, files))) {
    console.log('Groundwork is open already; it shows that now.');
    return 0;
  }
  if (opened.kind !== 'opened') return fail(opened.message);
  const { workbook } = opened;
  if (workbook.readOnly !== null) console.log(workbook.readOnly);
  const stops: (() => void)[] = [];
  try {
    const { answer, load } = workbook;
    const server = await startOrExplain({
      answer,
      log,
      rendererFolder: path.join(appFolder, 'dist/renderer'),
      port: port === 0 ? await lastPort(layout.port) : port,
      isPortWish: port === 0,
      onAlarm() {
        log.error('The launch address was used twice, so the session was ended', 'see SECURITY.md');
        console.error(SESSION_ENDED);
      },
    });
    if (typeof server === 'string') return fail(server);
    if (port === 0) void rememberPort(layout.port, Number(new URL(server.origin).port));
    // While the browser is on its way; a call that comes before waits.
    const broken = load().then(() => never);
    broken.catch(() => undefined);
    // The window's own things lie beside the reviews, unless nothing can be written there.
    const profiles = workbook.readOnly === null ? dataFolder : await mkdtemp(path.join(tmpdir(), 'groundwork-window-'));
    if (profiles !== dataFolder) stops.push(() => rmSync(profiles, { recursive: true, force: true }));
    const shown = await showWorkbook({ server, dataFolder: profiles, open, print: (line) => console.log(line) });
    const takeOver = (asked: Handover) => {
      arrivals.add(arrivalsOf(asked));
      shown.again().catch((error: unknown) => log.error('A window cannot be opened', error));
    };
    const { takeHandovers } = await import('#main/store/handover.ts');
    // What another start asks lies in the folder.
    if (workbook.readOnly === null) stops.push(await takeHandovers(nodeFileSystem, layout, takeOver));
    const lastEdits = stopped.then(() => (server.entered() ? sleep(LAST_EDITS) : undefined));
    await Promise.race([lastEdits, shown.closed, broken]);
    await shown.close();
    await server.close();
  } finally {
    for (const stop of stops) stop();
    await workbook.close();
  }
  console.log(lastWords(workbook.refused()));
  return 0;
}

/** Whether the program that has the data folder takes the files, to show them. */
async function handOverThere(layout: DataLayout, files: readonly string[]): Promise<boolean> {
  const { handOver } = await import('#main/store/handover.ts');
  return handOver(nodeFileSystem, layout, { files, reviews: [] });
}

const never = new Promise<never>(() => undefined);

/** Starts the server, or says in words why it cannot start. */
async function startOrExplain(
  options: ServerOptions & { readonly isPortWish: boolean },
): Promise<RunningServer | string> {
  try {
    return await startServer(options);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // The port of the last time is in use by another program: any other will do.
    if (options.isPortWish && options.port !== 0) return startOrExplain({ ...options, port: 0 });
    if (code === 'EADDRINUSE') return `Port ${options.port} is in use. Choose another with --port, or leave it out.`;
    if (code === 'EACCES') return `Port ${options.port} is not open to you. Choose one above 1023, or leave it out.`;
    options.log.error('The loopback host cannot start', error);
    return `Groundwork cannot start: ${wordsOf(error)}`;
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
