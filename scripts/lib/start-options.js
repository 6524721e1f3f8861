import path from 'node:path';
import { parseArgs } from 'node:util';
import { wordsOf } from './project.js';

export const HELP = `Starts Groundwork: npm start -- [options] [FILE …]

  FILE         a review (.groundwork), a record (PDF) or a backup to show. Where Groundwork is open already on this data
               folder, it is shown there.

  --electron   use Electron, and fetch it if it is missing, however long that takes
  --browser    use an installed browser instead of Electron
  --data DIR   keep the reviews in this folder
  --port N     with a browser: use this port (1 to 65535); otherwise a free one
  --no-open    with a browser: open no window; only print the address
  --help       print this

Without --electron or --browser, Electron is used where it is installed or can be fetched. The download is given up when nothing arrives.
`;

/**
 * @typedef {object} StartOptions
 * @property {'any' | 'electron' | 'browser'} host
 * @property {string | null} dataFolder absolute
 * @property {readonly string[]} files to be shown, absolute
 * @property {readonly string[]} forBrowser options that only the loopback host knows
 *
 * @typedef {{ kind: 'run', options: StartOptions } | { kind: 'help' } | { kind: 'wrong', message: string }} Parsed
 */

/**
 * Reads the options of `npm start`.
 * @param {readonly string[]} argv
 * @param {string} folder what relative paths start from
 * @returns {Parsed}
 */
export function parseStartOptions(argv, folder) {
  try {
    const { values, positionals } = readOptions(argv);
    const problem = problemOf(values);
    if (values.help) return { kind: 'help' };
    if (problem !== null) return wrong(problem);
    const dataFolder = values.data === undefined ? null : path.resolve(folder, values.data);
    const files = positionals.map((file) => path.resolve(folder, file));
    return { kind: 'run', options: { host: hostOf(values), dataFolder, files, forBrowser: forBrowser(values) } };
  } catch (error) {
    return wrong(wordsOf(error));
  }
}

/** @param {readonly string[]} argv */
function readOptions(argv) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      electron: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

/** @typedef {ReturnType<typeof readOptions>['values']} Values */

/** @param {Values} values */
function problemOf(values) {
  if (values.data === '') return '--data needs a folder.';
  if (values.port !== undefined && !isPort(values.port)) {
    return `--port needs a number from 1 to 65535, not “${values.port}”.`;
  }
  const clash = values.electron && (values.browser || forBrowser(values).length > 0);
  return clash ? '--electron cannot be combined with --browser, --port or --no-open.' : null;
}

/** @param {Values} values */
function forBrowser(values) {
  const port = values.port === undefined ? [] : [`--port=${values.port}`];
  return values['no-open'] ? [...port, '--no-open'] : port;
}

/**
 * @param {Values} values
 * @returns {StartOptions['host']}
 */
function hostOf(values) {
  if (values.electron) return 'electron';
  return values.browser || forBrowser(values).length > 0 ? 'browser' : 'any';
}

/** @param {string} text */
function isPort(text) {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

/**
 * @param {string} message
 * @returns {Parsed}
 */
function wrong(message) {
  return { kind: 'wrong', message: `${message}\nRun “npm start -- --help” for the options.` };
}
