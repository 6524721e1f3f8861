import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { ROOT } from '#test/support/project.ts';
import { IS_WHOLE } from '#test/support/slice.ts';

/** Starts after which the other user has got nowhere; a few of them each time. */
const STARTS = IS_WHOLE ? 50 : 1;
/** Other systems show their processes in other ways. */
const IS_LINUX = process.platform === 'linux';
/** Without root there is no other user to be; then only what everybody may read is looked at. */
const IS_ROOT = process.geteuid?.() === 0;
/** A user and a group that own nothing. */
const NOBODY = '65534';
const LAUNCH = /(?<address>http:\/\/127\.0\.0\.1:(?<port>\d+)\/#enter=(?<secret>[\w-]{43}))/;

const foundSchema = z.object({
  uid: z.int(),
  processes: z.int(),
  environs: z.array(z.string()),
  readable: z.array(z.string()),
  secrets: z.int(),
  ports: z.array(z.int()),
  entered: z.array(z.string()),
});

/** Ends a process, at the end of the test at the latest. @param signal by which a host also closes its window */
function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): () => Promise<void> {
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const isOver = once(child, 'close');
    child.kill(signal);
    await isOver;
  };
  onTestFinished(end);
  return end;
}

/**
 * A host that has just opened its window, in a browser that has not come in yet: its secret is still good.
 * @param note where the browser writes what it was told to open
 */
async function startedHost(): Promise<{
  readonly data: string;
  readonly page: string;
  readonly end: () => Promise<void>;
}> {
  const folder = await temporaryFolder();
  const [data, note, browser] = ['data', 'note', 'browser.mjs'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(data, { mode: 0o700 });
  // So that the other user may start what is in it, as a browser is.
  await chmod(folder, 0o755);
  const code = `#!${process.execPath}
import { renameSync, writeFileSync } from 'node:fs';
writeFileSync('${note}.new', process.argv.find((argument) => argument.startsWith('--app=')).slice(6), { mode: 0o600 });
renameSync('${note}.new', '${note}');
setInterval(() => {}, 1000);
`;
  await writeFile(browser, code, { mode: 0o755 });
  const env = { ...process.env, DISPLAY: ':99', GROUNDWORK_BROWSER: browser };
  const host = spawn(process.execPath, [join(ROOT, 'dist/loopback/main.js'), '--data', data], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = ended(host, 'SIGINT');
  for await (const chunk of host.stdout) if (String(chunk).includes('open in a window')) break;
  await expect.poll(() => readFile(note, 'utf8').catch(() => '')).toMatch(/^file:/);
  return { data, end, page: await readFile(new URL(await readFile(note, 'utf8')), 'utf8') };
}

/** What another user finds out about the processes of a data folder, and where that gets them. */
async function spied(mark: string, port: string): Promise<z.output<typeof foundSchema>> {
  const command = [process.execPath, '--input-type=module', '-', mark, port];
  const [program = '', ...args] = IS_ROOT
    ? ['setpriv', '--reuid', NOBODY, '--regid', NOBODY, '--clear-groups', ...command]
    : [...command, 'cmdline'];
  const spy = spawn(program, args, { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  ended(spy);
  spy.stdin.end(await readFile(join(ROOT, 'test/support/process-list-spy.mjs')));
  let out = '';
  for await (const chunk of spy.stdout) out += chunk;
  return foundSchema.parse(JSON.parse(out));
}

it(
  'another user who reads the process list gets nowhere, at each of many starts',
  async () => {
    for (let start = 0; IS_LINUX && start < STARTS; start++) {
      const { data, page, end } = await startedHost();
      const { port = '', secret = '' } = LAUNCH.exec(page)?.groups ?? {};
      expect(secret).toHaveLength(43);
      const found = await spied(data, port);
      // It was somebody else, and saw the host and its browser.
      expect(found).toMatchObject({ uid: IS_ROOT ? Number(NOBODY) : process.geteuid?.(), ports: [Number(port)] });
      expect(found.processes).toBeGreaterThan(1);
      expect(found.environs).toEqual([]);
      expect(found.readable.filter((file) => file.startsWith(data) || file.includes('groundwork-launch'))).toEqual([]);
      expect(found.entered).toEqual([]);
      await end();
    }
  },
  IS_WHOLE ? 1_800_000 : undefined,
);

it('another user would get in by a secret on a command line', async () => {
  if (!IS_LINUX) return;
  const { data, page } = await startedHost();
  const { port = '', address = '' } = LAUNCH.exec(page)?.groups ?? {};
  ended(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', data, address], { stdio: 'ignore' }));
  await expect.poll(async () => (await spied(data, port)).entered.length).toBeGreaterThan(0);
});
