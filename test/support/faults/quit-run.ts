import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SESSION_HEADER } from '#shared/contract/loopback-door.ts';
import { type Pick, randomly } from '../random-edits.ts';
import { readState } from './folder-state.ts';
import { type Ground, groundIn, layAgain } from './ground.ts';
import { type Outcome, type RunOptions, Tally, tryEach } from './outcome.ts';
import { plainSave } from './plain-save.ts';

const HOST = 'dist/loopback/main.js';
/** Milliseconds within which the host is told to end. */
const LIFE = 200;

/** Tells the built host to end while it saves, and looks whether all that it acknowledged is there. Null where nothing is built. */
export async function runQuits(options: RunOptions): Promise<Outcome | null> {
  const { seed, folder, isControl = false } = options;
  const main = resolve(HOST);
  if (!existsSync(main)) return null;
  const pick = randomly(seed);
  const tally = new Tally('quits', ['acknowledged before', 'ended in order']);
  const ground = await groundIn(folder);
  await tryEach(options, 20, async () => {
    await layAgain(ground);
    tally.tried();
    if (isControl) await controlQuit(ground.folders.data, pick(4), tally);
    else await quitOnce(main, ground, pick, tally);
  });
  return tally.outcome;
}

async function quitOnce(main: string, { folders, prepared }: Ground, pick: Pick, tally: Tally): Promise<void> {
  const host = spawn(process.execPath, [main, '--no-open', '--data', folders.data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const call = await entered(host);
  const { document, revision } = await call('review.open', { id: prepared.edited });
  let last = revision - 1;
  const saving = (async () => {
    for (let next = revision; ; next++) {
      const input = { baseRevision: next, document: { ...document, title: `q ${next}` } };
      const answer = await call('review.save', input).catch(() => null);
      if (answer?.kind !== 'saved') return;
      tally.count('acknowledged before');
      last = next;
    }
  })();
  await sleep(pick(LIFE));
  const ended = once(host, 'close');
  host.kill(pick(2) === 0 ? 'SIGTERM' : 'SIGINT');
  const [status] = await ended;
  await saving;
  if (status === 0) tally.count('ended in order');
  else tally.wrong(`The host ended with ${status}`);
  const state = await readState(folders);
  // The next one may have been saved, its answer lost.
  const titles = [last < revision ? document.title : `q ${last}`, `q ${last + 1}`];
  if (!titles.some((title) => state[`review ${title}`])) tally.wrong(`“${titles[0]}” was acknowledged and is gone`);
  if (Object.keys(state).some((key) => key.startsWith('unreadable'))) tally.wrong('A file cannot be read');
}

/** A program that says that it saved, and ends before it has. */
const HASTY = `const fs = require('node:fs'); fs.writeFile(process.argv[1], process.argv[2], () => {});
process.stdout.write('saved'); process.exit();`;

async function controlQuit(folder: string, title: number, tally: Tally): Promise<void> {
  await plainSave(folder, 'before', 'plain');
  const child = spawn(process.execPath, ['-e', HASTY, join(folder, 'plain.json'), String(title)], { stdio: 'ignore' });
  await once(child, 'close');
  const found = await readFile(join(folder, 'plain.json'), 'utf8');
  if (found !== String(title)) tally.wrong(`“${title}” was acknowledged and is not there`);
}

interface Answered {
  readonly kind: string;
  readonly document: { readonly title: string };
  readonly revision: number;
}

async function entered(host: ChildProcess): Promise<(method: string, input: object) => Promise<Answered>> {
  let printed = '';
  let found: URL | null = null;
  for await (const chunk of host.stdout ?? []) {
    printed += chunk;
    const address = /http:\S+#enter=[\w-]+(?=\s)/.exec(printed)?.[0];
    if (!address) continue;
    found = new URL(address);
    break;
  }
  if (!found) throw new Error(`The host printed no address: ${printed}`);
  const { origin, hash } = found;
  const answer = await fetch(`${origin}/enter`, {
    method: 'POST',
    headers: { origin },
    body: hash.slice('#enter='.length),
  });
  const { session } = (await answer.json()) as { session: string };
  const headers = { 'content-type': 'application/json', origin, [SESSION_HEADER]: session };
  return async (method, input) => {
    const reply = await fetch(`${origin}/api`, { method: 'POST', headers, body: JSON.stringify({ method, input }) });
    const { value } = (await reply.json()) as { value: Answered };
    return value;
  };
}
