import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, type Page } from 'playwright/test';
import { inProject, ROOT } from '#test/support/project.ts';
import { electronProgram } from '../../scripts/lib/electron.js';

/** The desktop program on a data folder of its own, with a way into its main process. */
export interface Desktop {
  readonly dataFolder: string;
  /** Starts it, with files to be shown. */
  start(files?: readonly string[]): Promise<{ readonly app: ElectronApplication; readonly page: Page }>;
  /** Starts it once more on the same data folder, as a person does by mistake; gives the exit status. */
  startAgain(files: readonly string[]): Promise<number | null>;
  /** Makes a call as the page does. */
  call(page: Page, method: string, input: object): Promise<unknown>;
}

const SANDBOX = process.geteuid?.() === 0 ? ['--no-sandbox'] : [];

/** Electron’s program; a test that cannot run is a failure. */
export function program(): string {
  const found = electronProgram();
  if (found === null) throw new Error('Electron’s binary is not installed.');
  return found;
}

export const test = base.extend<{ desktop: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  desktop: async ({}, use) => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'groundwork desktop ż '));
    const running: ElectronApplication[] = [];
    await use({
      dataFolder,
      async start(files = []) {
        const args = [...SANDBOX, ROOT, '--data', dataFolder, ...files];
        const app = await electron.launch({ executablePath: program(), args });
        running.push(app);
        const page = await app.firstWindow();
        await page.getByRole('main').waitFor();
        return { app, page };
      },
      async startAgain(files) {
        const again = spawn(program(), [...SANDBOX, ROOT, '--data', dataFolder, ...files], { stdio: 'ignore' });
        return ended(again);
      },
      call: (page, method, input) =>
        page.evaluate(async (body) => {
          const host = Reflect.get(window, 'groundworkHost') as { call(text: string): Promise<string> };
          return JSON.parse(await host.call(body)) as unknown;
        }, JSON.stringify({ method, input })),
    });
    for (const app of running) if (app.process().exitCode === null) await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  },
});

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** A sample review as a file from elsewhere. */
export const SAMPLE_FILE = inProject('templates/samples/grab-counter-service.json');
export { expect } from 'playwright/test';
