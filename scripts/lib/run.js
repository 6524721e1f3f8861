import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './project.js';

/**
 * @typedef {object} Result
 * @property {number | null} status null when it was ended by a signal or never started
 * @property {NodeJS.Signals | null} signal
 * @property {string} output what it printed, unless it printed straight to the terminal
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] print straight to the terminal
 * @property {number} [timeout] milliseconds until it is ended
 * @property {AbortSignal} [signal] ends it
 */

/**
 * Runs a program to its end, without a shell.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Result>}
 */
export function run(program, args, options = {}) {
  const { cwd = ROOT, env = process.env, show = false, timeout, signal } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      timeout,
      signal,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', (error) => resolve({ status: null, signal: null, output: `${output}${error.message}\n` }));
    child.once('close', (status, endedBy) => resolve({ status, signal: endedBy, output }));
  });
}

/**
 * Runs a program that has to succeed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it printed
 */
export async function mustRun(program, args, options) {
  const { status, output } = await run(program, args, options);
  if (status !== 0) throw new Error(`${path.basename(program)} failed:\n${output}`);
  return output;
}

/**
 * Runs a host in the foreground until it ends. Every signal that asks us to stop is passed on, and the
 * host decides when it has; so Ctrl+C ends with the host's own status.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<Result>}
 */
export function runForeground(program, args, { cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', (error) => resolve({ status: null, signal: null, output: error.message }));
    child.once('exit', (status, endedBy) => resolve({ status, signal: endedBy, output: '' }));
  });
}
