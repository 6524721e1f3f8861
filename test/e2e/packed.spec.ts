import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, expect, type Page, test } from 'playwright/test';
import { inProject, ROOT } from '#test/support/project.ts';
import { program } from './desktop-app.ts';

const run = promisify(execFile);
const SANDBOX = process.geteuid?.() === 0 ? ['--no-sandbox'] : [];

let folder = '';
let child: ChildProcess | null = null;

test.afterEach(async () => {
  if (child?.exitCode === null) {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

/** The folder of Electron that a program lies in: on macOS three folders up. */
function distOf(found: string): string {
  return process.platform === 'darwin' ? path.resolve(found, '../../../..') : path.dirname(found);
}

/** Packs the program with the binary that the other tests ran in; gives what to start. */
async function pack(): Promise<string> {
  const output = path.join(folder, 'release');
  const builder = inProject('node_modules/electron-builder/cli.js');
  const flag = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform as string] ?? '--linux';
  const args = [builder, flag, 'dir', `-c.electronDist=${distOf(program())}`, `-c.directories.output=${output}`];
  await run(process.execPath, args, { cwd: ROOT, env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } });
  const names = await readdir(output);
  const unpacked = path.join(output, names.find((name) => /unpacked$|^mac/.test(name)) ?? '');
  if (process.platform === 'darwin') return path.join(unpacked, 'Groundwork.app/Contents/MacOS/Groundwork');
  return path.join(unpacked, process.platform === 'win32' ? 'Groundwork.exe' : 'groundwork');
}

/** The fuses let nobody into the main process, so the page is reached as a browser’s is. */
async function pageOf(started: ChildProcess): Promise<Page> {
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    started.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    started.once('exit', (status) => reject(new Error(`The package ended with status ${status}:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  return context?.pages()[0] ?? (await context?.waitForEvent('page')) ?? Promise.reject(new Error('There is no page.'));
}

test('a packed program checks a record in a thread, with fonts out of its archive', { tag: '@electron' }, async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork packed ż '));
  const dataFolder = path.join(folder, 'data');
  const args = [...SANDBOX, '--remote-debugging-port=0', '--data', dataFolder];
  child = spawn(await pack(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const page = await pageOf(child);
  await page.getByRole('main').waitFor();
  const records = inProject('test/fixtures/records');
  const newest =
    (await readdir(records))
      .filter((name) => name.endsWith('.pdf'))
      .toSorted()
      .at(-1) ?? '';
  const pdf = (await readFile(path.join(records, newest))).toString('base64');
  const reply = await page.evaluate(
    async (body) => {
      const host = Reflect.get(window, 'groundworkHost') as { call(text: string): Promise<string> };
      return JSON.parse(await host.call(body)) as unknown;
    },
    JSON.stringify({ method: 'record.verify', input: { pdf } }),
  );
  expect(reply).toMatchObject({ ok: true, value: { kind: 'verified' } });
  const log = await readFile(path.join(dataFolder, 'groundwork.log'), 'utf8').catch(() => '');
  expect(log).not.toMatch(/thread/);
});
