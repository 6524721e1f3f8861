import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendToken } from '#test/integration/main/loopback/helpers.ts';
import { ROOT } from '#test/support/project.ts';

const HOST = path.join(ROOT, 'dist/loopback/main.js');
const START = path.join(ROOT, 'scripts/start.js');
const LAUNCH_URL = /http:\/\/127\.0\.0\.1:\d+\/#enter=[\w-]+(?=\s)/;

let folder = '';
let dataFolder = '';
const running = new Set<Run>();

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'groundwork start ż '));
  dataFolder = path.join(folder, 'data');
  return async () => {
    for (const run of running) run.kill('SIGKILL');
    await Promise.all([...running].map((run) => run.end()));
    running.clear();
    await rm(folder, { recursive: true, maxRetries: 5 });
  };
});

/** A program under test, with everything it has printed. */
class Run {
  #printed = '';
  #hasEnded = false;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(command: readonly string[], env: Record<string, string> = {}) {
    const [program = '', ...args] = command;
    const { DISPLAY: _, WAYLAND_DISPLAY: _w, GROUNDWORK_BROWSER: _b, ...own } = process.env;
    // A group of its own, as the terminal gives every command.
    this.#child = spawn(program, args, { cwd: ROOT, env: { ...own, ...env }, detached: true });
    this.#ended = once(this.#child, 'close').then(() => {
      this.#hasEnded = true;
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#printed += chunk.toString();
        this.#child.emit('printed');
      });
    }
    running.add(this);
  }

  /** Waits until what was printed contains a pattern; fails with all of it when the program ends first. */
  async prints(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.#printed)?.[0];
      if (match !== undefined) return match;
      if (this.#hasEnded) throw new Error(`Not printed: ${pattern}\n${this.#printed}`);
      await Promise.race([once(this.#child, 'printed'), this.#ended]);
    }
  }

  /** Waits for the end; gives status (or signal) and all that was printed. */
  async end(): Promise<{ readonly status: number | string | null; readonly printed: string }> {
    await this.#ended;
    return { status: this.#child.exitCode ?? this.#child.signalCode, printed: this.#printed };
  }

  /** What Ctrl+C in a terminal does: every process of the group gets the signal. */
  interrupt(): void {
    this.#signalGroup('SIGINT');
  }

  kill(signal: NodeJS.Signals): void {
    this.#signalGroup(signal);
  }

  #signalGroup(signal: NodeJS.Signals): void {
    try {
      process.kill(-(this.#child.pid ?? 0), signal);
    } catch {
      // The group has ended.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Starts the built loopback host on the test's data folder. */
function host(options: readonly string[], env: Record<string, string> = {}): Run {
  return new Run([process.execPath, HOST, '--data', dataFolder, ...options], env);
}

describe('npm start', () => {
  it('prints the address, and Ctrl+C ends the whole of it with status 0', async () => {
    const run = new Run(['npm', 'start', '--', '--no-open', '--data', dataFolder]);
    const url = await run.prints(LAUNCH_URL);
    expect((await sendToken(url)).status).toBe(200);
    run.interrupt();
    const { status, printed } = await run.end();
    expect(printed).toContain('Everything is saved');
    expect(status).toBe(0);
  });

  it('opens no window where there is no display', async () => {
    const run = new Run([process.execPath, START, '--data', dataFolder]);
    await run.prints(LAUNCH_URL);
    run.interrupt();
    expect((await run.end()).status).toBe(0);
  });

  it('takes SIGTERM as a wish to stop', async () => {
    const run = new Run([process.execPath, START, '--no-open', '--data', dataFolder]);
    await run.prints(LAUNCH_URL);
    run.kill('SIGTERM');
    expect((await run.end()).status).toBe(0);
  });

  it('refuses what it does not know, and explains itself', async () => {
    const wrong = await new Run([process.execPath, START, '--colour']).end();
    expect(wrong).toMatchObject({ status: 2, printed: expect.stringContaining('--help') });
    const missing = await new Run([process.execPath, START, 'nowhere.groundwork']).end();
    expect(missing).toMatchObject({ status: 2, printed: expect.stringMatching(/There is no file .*nowhere/) });
    const help = await new Run([process.execPath, START, '--help']).end();
    expect(help).toMatchObject({ status: 0, printed: expect.stringContaining('--no-open') });
  });

  it('says what to do when packages are missing and the registry cannot be reached', async () => {
    await cp(path.join(ROOT, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) await cp(path.join(ROOT, file), path.join(folder, file));
    const npm = path.join(folder, 'npm-cli.js');
    await writeFile(npm, 'console.error("npm error code ENOTFOUND"); process.exitCode = 1;\n');
    const run = new Run([process.execPath, path.join(folder, 'scripts/start.js')], { npm_execpath: npm });
    const { status, printed } = await run.end();
    expect(status).toBe(1);
    expect(printed).toContain('npm error code ENOTFOUND');
    expect(printed).toContain('Connect to the network');
  });
});

describe('the loopback host', () => {
  it('does not share a data folder', async () => {
    const first = host(['--no-open']);
    await first.prints(LAUNCH_URL);
    const second = await host(['--no-open']).end();
    expect(second.status).toBe(1);
    expect(second.printed).toMatch(/\S/);
    expect(second.printed).not.toMatch(LAUNCH_URL);
    first.interrupt();
    expect((await first.end()).status).toBe(0);
    const third = host(['--no-open']);
    await third.prints(LAUNCH_URL);
  });

  it('uses the port it is told, or says that it is taken', async () => {
    const port = await firstFree(20_000);
    dataFolder = path.join(folder, 'other');
    const second = await host(['--no-open', '--port', port]).end();
    expect(second).toMatchObject({ status: 1, printed: expect.stringContaining(`Port ${port} is in use`) });
  });

  /** Starts a host on the first port that it can have, and gives that; others on this computer take some. */
  async function firstFree(port: number): Promise<string> {
    const shown = await host(['--no-open', '--port', String(port)]).prints(/Port \d+ is in use|http:\S+#enter/);
    if (shown.startsWith('Port')) return firstFree(port + 1);
    expect(shown).toContain(`:${port}/`);
    return String(port);
  }

  it('refuses an unknown option', async () => {
    expect(await host(['--colour']).end()).toMatchObject({ status: 2, printed: expect.stringContaining('--help') });
  });

  it('takes signals that come together for one key press, and a second press as an order', async () => {
    const run = host(['--no-open']);
    await run.prints(LAUNCH_URL);
    run.interrupt();
    run.interrupt();
    expect((await run.end()).status).toBe(0);
  });
});

describe('the window of the loopback host', () => {
  /** A stand-in browser: notes its arguments, then does what the test says with the address. */
  async function browser(code: string): Promise<Record<string, string>> {
    await mkdir(path.join(folder, 'bin'), { recursive: true });
    const file = path.join(folder, 'bin/browser.mjs');
    const head = `#!${process.execPath}
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
const args = process.argv.slice(2);
const note = ${JSON.stringify(path.join(folder, 'started'))};
writeFileSync(note + '.new', JSON.stringify({ pid: process.pid, args }));
renameSync(note + '.new', note);
const url = args.find((argument) => argument.startsWith('--app=')).slice('--app='.length);
const [, origin, body] = /"(.*)\\/#enter=(.*)"/.exec(readFileSync(new URL(url), 'utf8'));
const enter = () => fetch(origin + '/enter', { method: 'POST', headers: { origin }, body });
`;
    await writeFile(file, `${head}${code}\n`);
    await chmod(file, 0o755);
    // Stands in for the default browser.
    const opener = path.join(folder, 'bin/xdg-open');
    await writeFile(opener, `#!/bin/sh\necho "$1" > '${folder}/opened'\n`);
    await chmod(opener, 0o755);
    return { DISPLAY: ':99', GROUNDWORK_BROWSER: file, PATH: `${folder}/bin:${process.env.PATH}` };
  }

  /** The file that a browser was told to open. */
  function launchFile(args: readonly string[]): string {
    return fileURLToPath(args.find((argument) => argument.startsWith('--app='))?.slice('--app='.length) ?? '');
  }

  /** The process of the stand-in and its arguments, once it runs. */
  async function started(): Promise<{ readonly pid: number; readonly args: readonly string[] }> {
    const note = path.join(folder, 'started');
    await expect.poll(() => existsSync(note)).toBe(true);
    return JSON.parse(await readFile(note, 'utf8'));
  }

  it('is an app window with a profile of its own, and is closed at the end', async () => {
    const env = await browser('await enter(); setInterval(() => {}, 1000);');
    const run = host([], env);
    await run.prints(/open in a window/);
    const { pid, args } = await started();
    expect(args).toContain(`--user-data-dir=${path.join(dataFolder, 'browser-profile')}`);
    const file = launchFile(args);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    // Command lines are open to everybody on the computer.
    const page = await readFile(file, 'utf8');
    const secret = /#enter=([\w-]{43})"/.exec(page)?.[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(args.join('\n')).not.toContain(secret);
    expect(args.includes('--no-sandbox')).toBe(process.geteuid?.() === 0);
    run.interrupt();
    expect((await run.end()).status).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  it('shows what a second start names in one more window, and that start ends', async () => {
    const env = await browser('await enter(); setInterval(() => {}, 1000);');
    const first = host([], env);
    await first.prints(/open in a window/);
    const { pid } = await started();
    const { address } =
      /(?<address>http:\S+)\/#enter/.exec(await readFile(launchFile((await started()).args), 'utf8'))?.groups ?? {};
    const file = path.join(folder, 'a ü.groundwork');
    await writeFile(file, '{}');
    const { status, printed } = await host([file], env).end();
    expect({ status, printed }).toMatchObject({ status: 0, printed: expect.stringContaining('open already') });
    await expect.poll(async () => (await started()).pid).not.toBe(pid);
    const { pid: second, args } = await started();
    // A browser that finds its profile in use hands over and ends; the stand-in may stay for ever.
    if (isRunning(second)) process.kill(second);
    // Without a secret: the browser that has the profile is in already.
    expect(args).toContain(`--app=${address}/`);
    expect(args).toContain(`--user-data-dir=${path.join(dataFolder, 'browser-profile')}`);
    first.interrupt();
    expect((await first.end()).status).toBe(0);
  });

  it('ends the host when the person closes it', async () => {
    const env = await browser('await enter();');
    const { status, printed } = await host([], env).end();
    expect(status).toBe(0);
    expect(printed).toContain('Everything is saved');
  });

  it('gives way to the default browser when it cannot come up', async () => {
    const env = await browser('process.exit(1);');
    const run = host([], env);
    const url = await run.prints(LAUNCH_URL);
    const opened = () => readFile(path.join(folder, 'opened'), 'utf8').catch(() => '');
    await expect.poll(opened).toMatch(/^file:\/\/\/.*\.html\n$/);
    expect(await readFile(fileURLToPath((await opened()).trim()), 'utf8')).toContain(`"${url}"`);
    run.interrupt();
    expect((await run.end()).status).toBe(0);
  });

  it('may be one that was left over and takes the address; then only Ctrl+C ends the host', async () => {
    // Chromium passes the address to the process that has the profile, and ends.
    const run = host([], await browser(''));
    const { pid, args } = await started();
    await expect.poll(() => isRunning(pid), { interval: 10 }).toBe(false);
    // The test is what was left over.
    const url = /"(http:[^"]*)"/.exec(await readFile(launchFile(args), 'utf8'))?.[1] ?? '';
    expect((await sendToken(url)).status).toBe(200);
    const early = await Promise.race([run.end(), new Promise((resolve) => setTimeout(resolve, 1_500, 'runs on'))]);
    expect(early).toBe('runs on');
    run.interrupt();
    const { status, printed } = await run.end();
    expect(status).toBe(0);
    expect(printed).not.toMatch(LAUNCH_URL);
  });

  it('says so in the terminal, and lets nobody work, when the address is used by two', async () => {
    const run = host(['--no-open']);
    const url = await run.prints(LAUNCH_URL);
    await sendToken(url);
    expect((await sendToken(url)).status).toBe(401);
    await run.prints(/was used a second time/);
    run.interrupt();
    expect((await run.end()).status).toBe(0);
  });

  it('is the default browser when the chosen program is not there', async () => {
    const env = { ...(await browser('')), GROUNDWORK_BROWSER: path.join(folder, 'missing') };
    const run = host([], env);
    await run.prints(LAUNCH_URL);
    run.interrupt();
    expect((await run.end()).printed).toContain(`GROUNDWORK_BROWSER is no program: ${folder}/missing`);
  });
});
