import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import path from 'node:path';
import { electronProgram, fetchElectron } from './electron.js';
import { reportText, resultsOf } from './electron-report.js';
import { fetchWithProgress } from './fetch-progress.js';
import { ensureInstalled } from './install.js';
import { inProject, wordsOf } from './project.js';
import { run } from './run.js';
import { buildStale, TARGETS } from './targets.js';

const RESULTS = '.cache/test/electron.json';
const REPORT = 'electron-report.md';

const ADVICE = `These tests need Electron's binary, and there is none. Do one of these, then try again:
  - connect to the network: it is fetched from GitHub, some 120 MB
  - ELECTRON_MIRROR=https://…/  names another place to fetch it from
  - ELECTRON_OVERRIDE_DIST_PATH=DIR  names a folder of Electron that is there already
  - put its archive into Electron's cache (electron_config_cache names the folder)
Electron's own installer needs Node.js 22.12 or newer.
`;

/**
 * What can be replaced in a test of this script.
 * @typedef {object} Parts
 * @property {() => Promise<void>} prepare installs and builds what is missing
 * @property {() => Promise<string | null>} find the binary, fetched where it is not here
 * @property {(program: string) => Promise<number | null>} drive runs the tests; the exit status
 * @property {string} results where the runner writes its report
 * @property {string} report where ours goes
 */

/** @type {Parts} */
const OWN = {
  async prepare() {
    await ensureInstalled(process.stdout);
    await buildStale(TARGETS, process.stdout);
  },
  find: findElectron,
  drive: () => driveTests(),
  results: inProject(RESULTS),
  report: inProject(REPORT),
};

/**
 * `npm run test:electron`: the end-to-end tests in a real Electron, and what only Electron has, with one report to send back.
 * Arguments are those of Playwright, such as the name of a spec.
 * @param {readonly string[]} argv
 * @param {Parts} [parts]
 * @returns {Promise<number>} the exit status
 */
export async function testElectron(argv, parts = { ...OWN, drive: () => driveTests(argv) }) {
  rmSync(parts.results, { force: true });
  rmSync(parts.report, { force: true });
  let problem = '';
  try {
    await parts.prepare();
    const program = await parts.find();
    if (program === null) {
      console.error(ADVICE);
      return 1;
    }
    console.log(`Testing in ${program}`);
    const status = await parts.drive(program);
    if (status !== 0) problem = `The tests ended with status ${status ?? 'unknown'}.`;
  } catch (error) {
    problem = wordsOf(error);
    console.error(problem);
  }
  const results = readResults(parts.results);
  if (results.length === 0 && problem === '') problem = 'No test ran.';
  const isGood = problem === '' && results.every(({ status }) => status === 'passed');
  mkdirSync(path.dirname(parts.report), { recursive: true });
  writeFileSync(parts.report, reportText(about(), results, problem));
  console.log(`The report is ${parts.report}`);
  return isGood ? 0 : 1;
}

/** The binary: installed, named by the environment, or fetched from GitHub, a mirror or Electron's cache. */
async function findElectron() {
  const found = electronProgram();
  if (found !== null || process.env.ELECTRON_OVERRIDE_DIST_PATH) return found;
  const failure = await fetchWithProgress(fetchElectron, { mayPutOff: false });
  if (failure) console.error(`Electron could not be fetched (${failure}).`);
  return electronProgram();
}

/** @param {readonly string[]} [argv] */
async function driveTests(argv = []) {
  const cli = inProject('node_modules/playwright/cli.js');
  const projects = ['--project', 'electron', '--project', 'electron, long'];
  const env = { ...process.env, GROUNDWORK_WHOLE: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: inProject(RESULTS) };
  const reporters = ['--reporter', 'list,json'];
  const { status } = await run(process.execPath, [cli, 'test', ...projects, ...reporters, ...argv], {
    env,
    show: true,
  });
  return status;
}

/** @param {string} file */
function readResults(file) {
  try {
    return resultsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

function about() {
  const { version, devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  return {
    Groundwork: version,
    'Electron asked for': devDependencies.electron,
    System: `${platform()} ${release()}, ${arch()}`,
    'Node.js': process.versions.node,
  };
}
