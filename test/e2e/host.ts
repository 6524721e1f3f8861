import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, test as base, _electron as electron, type Page } from 'playwright/test';
import { ROOT } from '#test/support/project.ts';
import { electronProgram } from '../../scripts/lib/electron.js';

/** One run of the built product on a data folder. */
interface Session {
  readonly page: Page;
  /** Ends the run as a person does, with its last save. */
  end(): Promise<void>;
  /** Ends the run as a power cut does. */
  kill(): Promise<void>;
}

/** The real product, built, on a data folder of its own that starts empty. */
export interface Host {
  /** Path with a space and a non-ASCII letter, so that every test covers that too. */
  readonly dataFolder: string;
  /** Starts the host when it is not running, and gives the page of its window. */
  open(): Promise<Page>;
  /** Ends the host cleanly and starts it again on the same data folder. */
  restart(): Promise<Page>;
  /** Ends the host without warning (`kill -9`); `open` starts it again. */
  kill(): Promise<void>;
}

/** Playwright's `test` with the fixture `host`, which is the loopback host or Electron by project. */
export const test = base.extend<{ host: Host }>({
  host: async ({ browser }, use, testInfo) => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'groundwork przegląd '));
    const start = () =>
      testInfo.project.metadata.host === 'electron' ? startElectron(dataFolder) : startLoopback(dataFolder, browser);
    const running = new Set<Session>();
    const open = async () => {
      for (const { page } of running) return page;
      const session = await start();
      running.add(session);
      return session.page;
    };
    const stop = async (how: 'end' | 'kill') => {
      for (const session of running) await session[how]();
      running.clear();
    };
    await use({
      dataFolder,
      open,
      async restart() {
        await stop('end');
        return open();
      },
      async kill() {
        await stop('kill');
      },
    });
    await stop('end');
    await rm(dataFolder, { recursive: true });
  },
});

export { expect } from 'playwright/test';

/** The loopback host alone, without a browser: where it is entered, and how it ends. */
export async function spawnLoopback(dataFolder: string) {
  const main = path.join(ROOT, 'dist/loopback/main.js');
  const child = spawn(process.execPath, [main, '--no-open', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    launchUrl: await readLaunchUrl(child),
    end: () => endChild(child, 'SIGINT', 0),
    kill: () => endChild(child, 'SIGKILL', null),
  };
}

async function startLoopback(dataFolder: string, browser: Browser): Promise<Session> {
  const program = await spawnLoopback(dataFolder);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(program.launchUrl);
  await waitUntilUp(page);
  return {
    page,
    async end() {
      await page.close({ runBeforeUnload: false });
      await context.close();
      await program.end();
    },
    async kill() {
      await program.kill();
      await context.close();
    },
  };
}

/** Waits until the page answers keys, which comes a moment after it is loaded. */
async function waitUntilUp(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
}

/** The address that the host prints once it is ready; rejects with what it printed when it ends instead. */
function readLaunchUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\/#enter=[\w-]+(?=\s)/.exec(printed)?.[0];
      if (url) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`The host ended with status ${status}:\n${printed}`)));
  });
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals, expected: number | null): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  if (child.exitCode !== expected) throw new Error(`The host ended with status ${child.exitCode}, not ${expected}.`);
}

async function startElectron(dataFolder: string): Promise<Session> {
  const executablePath = electronProgram();
  if (!executablePath) throw new Error('Electron’s binary is not installed.');
  const sandbox = process.geteuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await electron.launch({ executablePath, args: [...sandbox, ROOT, '--data', dataFolder] });
  const page = await app.firstWindow();
  await waitUntilUp(page);
  return {
    page,
    end: () => app.close(),
    async kill() {
      const child = app.process();
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
