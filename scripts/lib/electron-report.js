import { homedir } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/**
 * What a person sends back after the tests ran in a real Electron.
 *
 * @typedef {object} TestResult
 * @property {string} title with the file before it
 * @property {string} project of Playwright's configuration
 * @property {'passed' | 'failed' | 'skipped'} status
 * @property {number} milliseconds
 * @property {string} error empty where it passed
 * @property {readonly string[]} notes such as versions
 *
 * @typedef {{ title: string, file?: string, specs?: readonly Spec[], suites?: readonly Suite[] }} Suite
 * @typedef {{ title: string, ok: boolean, tests: readonly Run[] }} Spec
 * @typedef {object} Run
 * @property {string} projectName
 * @property {string} status
 * @property {readonly { type: string, description?: string }[]} [annotations]
 * @property {readonly { duration: number, error?: { message?: string } }[]} results
 */

/** Lines of an error that are kept. */
const ERROR_LINES = 12;

/**
 * The tests in a report of Playwright's, in their order.
 * @param {{ suites?: readonly Suite[] }} report
 * @returns {readonly TestResult[]}
 */
export function resultsOf({ suites = [] }) {
  return suites.flatMap((suite) => inSuite(suite, suite.file ?? suite.title));
}

/**
 * @param {Suite} suite
 * @param {string} file
 * @returns {readonly TestResult[]}
 */
function inSuite({ specs = [], suites = [] }, file) {
  const own = specs.flatMap(({ title, tests }) => tests.map((test) => resultOf(`${file}: ${title}`, test)));
  return [...own, ...suites.flatMap((suite) => inSuite(suite, file))];
}

/**
 * @param {string} title
 * @param {Run} run
 * @returns {TestResult}
 */
function resultOf(title, { projectName, status, annotations = [], results }) {
  const last = results.at(-1);
  const passed = status === 'expected';
  return {
    title,
    project: projectName,
    // A test that passed only when tried again has failed.
    status: passed ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
    milliseconds: last?.duration ?? 0,
    error: passed ? '' : (last?.error?.message ?? ''),
    notes: annotations.map(({ type, description = '' }) => `${type}: ${description}`),
  };
}

/**
 * The report as Markdown. It holds nothing of the person but what the system and the programs are.
 * @param {Readonly<Record<string, string>>} about
 * @param {readonly TestResult[]} results
 * @param {string} problem why the run ended early; empty where it did not
 */
export function reportText(about, results, problem) {
  const count = (/** @type {TestResult['status']} */ status) => results.filter((one) => one.status === status).length;
  const isGood = problem === '' && results.length > 0 && count('passed') === results.length;
  const lines = [
    '# Groundwork in a real Electron',
    '',
    isGood ? 'All passed.' : 'Something failed: please send this file to the maintainers.',
    '',
    ...Object.entries(about).map(([name, value]) => `- ${name}: ${value}`),
    `- ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} did not run`,
    ...(problem === '' ? [] : ['', `**${problem}**`]),
    '',
    ...results.flatMap(lineOf),
  ];
  return `${withoutHome(lines.join('\n')).trimEnd()}\n`;
}

/** @param {TestResult} result */
function lineOf({ title, status, milliseconds, error, notes }) {
  const mark = { passed: '✓', failed: '✗', skipped: '–' }[status];
  return [
    `- ${mark} ${title} (${(milliseconds / 1000).toFixed(1)} s)`,
    ...notes.map((note) => `  - ${note}`),
    ...(error === '' ? [] : ['', '  ```', ...plain(error).map((line) => `  ${line}`), '  ```', '']),
  ];
}

/**
 * An error without the colours of terminals, cut to what says what went wrong.
 * @param {string} error
 */
function plain(error) {
  return stripVTControlCharacters(error).split('\n').slice(0, ERROR_LINES);
}

/** @param {string} text */
function withoutHome(text) {
  return text.replaceAll(homedir(), '~');
}
