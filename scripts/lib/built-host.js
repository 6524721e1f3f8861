import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inProject } from './project.js';

/** @typedef {import('../../shared/contract/contract.ts').Method} Method */

/**
 * Starts the built loopback host on a data folder, with a module of the caller's loaded before its own; the
 * module may talk to the caller by messages.
 * @param {string} dataFolder
 * @param {string} module as an address
 */
export function startBuiltHost(dataFolder, module) {
  const main = inProject('dist/loopback/main.js');
  return spawn(process.execPath, ['--import', module, main, '--no-open', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** @typedef {ReturnType<typeof startBuiltHost>} BuiltHost */

/**
 * Comes in by the launch address of a host and gives the way to call it, with what a browser needs to be let in, too. Hosts of
 * checkouts before 0.5.0 give a cookie.
 * @param {BuiltHost} host
 */
export async function enterBuiltHost(host) {
  const url = await launchUrl(host);
  const { origin, hash, searchParams } = new URL(url);
  const pass = searchParams.has('token') ? await getCookie(url) : await getSession(origin, hash);
  const headers = { 'content-type': 'application/json', origin, ...pass };
  /**
   * @template {Method} M
   * @param {M} method
   * @param {import('../../shared/contract/contract.ts').Input<M>} input
   * @returns {Promise<import('../../shared/contract/contract.ts').Output<M>>}
   */
  const call = async (method, input) => {
    const body = JSON.stringify({ method, input });
    const response = await fetch(`${origin}/api`, { method: 'POST', headers, body });
    const reply = /** @type {import('../../shared/contract/contract.ts').Reply<M>} */ (await response.json());
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message} ${reply.error.details.join('; ')}`);
    return reply.value;
  };
  return Object.assign(call, { origin, pass });
}

/** @typedef {Awaited<ReturnType<typeof enterBuiltHost>>} Call */

/** @typedef {{ readonly 'x-groundwork-session': string } | { readonly cookie: string }} Pass header that lets in */

/**
 * @param {string} origin
 * @param {string} hash of the launch address
 * @returns {Promise<Pass>}
 */
async function getSession(origin, hash) {
  const body = hash.slice('#enter='.length);
  const response = await fetch(`${origin}/enter`, { method: 'POST', headers: { origin }, body });
  const { session } = /** @type {{ session: string }} */ (await response.json());
  return { 'x-groundwork-session': session };
}

/**
 * @param {string} url the launch address
 * @returns {Promise<Pass>}
 */
async function getCookie(url) {
  const entered = await fetch(url, { redirect: 'manual' });
  const cookies = entered.headers.getSetCookie().map((header) => header.split(';', 1)[0]);
  return { cookie: cookies.join('; ') };
}

/** @param {BuiltHost} host */
async function launchUrl(host) {
  let printed = '';
  for await (const chunk of host.stdout ?? []) {
    printed += chunk;
    const url = /http:\S+\/(?:launch\?token|#enter)=[\w-]+(?=\s)/.exec(printed)?.[0];
    if (url) return url;
  }
  throw new Error(`The host ended, and had printed: ${printed}`);
}

/**
 * Ends a host as a person does.
 * @param {BuiltHost} host
 */
export async function endBuiltHost(host) {
  if (host.exitCode !== null || host.signalCode !== null) return;
  const ended = once(host, 'exit');
  host.kill('SIGINT');
  await ended;
}
