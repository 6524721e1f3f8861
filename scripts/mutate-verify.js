// @ts-check
// Takes one guard of the verifier out at a time and says which of them no attack notices.
// usage: npm run test:mutation [-- --part N/OF] [-- --family WORD] [-- --attacks] [-- --most ATTACKS] [-- --file WORD]
// GROUNDWORK_PIN=1 npm run test:mutation -- --attacks writes what is kept of the reports anew: look at what changed.
// Guards that nothing can tell apart are listed, with the reason, in scripts/lib/equivalent-guards.js.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { refusedByCompiler } from './lib/compiled-mutants.js';
import { EQUIVALENT, isEquivalent } from './lib/equivalent-guards.js';
import { mutantsOf, switched } from './lib/verifier-mutants.js';

/** What judges: the verifier, and of certificates and signatures what it asks. */
const GUARDS = [
  // What the data folder asks of its own records has a test of its own; no attack goes through it.
  ...readdirSync('main/verify')
    .filter((name) => name !== 'check-sealed.ts')
    .map((name) => join('main/verify', name)),
  ...[
    'check-cms',
    'cms-attributes',
    'cms-read',
    'cms-signature',
    'certificate-rules',
    'extensions-of',
    'issuer-chain',
  ].map((name) => `main/certificates/${name}.ts`),
  ...['name-constraints', 'low-s', 'workbook-mark'].map((name) => `main/certificates/${name}.ts`),
];

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: '1/1' },
    family: { type: 'string' },
    attacks: { type: 'boolean', default: false },
    most: { type: 'string', default: '1000' },
    file: { type: 'string', default: '' },
  },
});

/** @type {{ file: string, line: number, where: string, kind: string, text: string, changed: string }[]} */
const places = [];
/** @type {Map<string, string>} */
const sources = new Map();
for (const file of GUARDS) {
  const code = readFileSync(file, 'utf8');
  const mutants = mutantsOf(file, code);
  sources.set(resolve(file), switched(code, mutants, places.length));
  places.push(
    ...mutants.map(({ line, where, kind, start, end, off }) => ({
      file,
      line,
      where,
      kind,
      text: code.slice(start, end).replace(/\s+/g, ' '),
      changed: code.slice(0, start) + off + code.slice(end),
    })),
  );
}

const UNNOTICED = 'noticed by nothing';
/** @type {Readonly<Record<By, string>>} */
const ARTICLES = { attack: 'an attack', 'unit test': 'a unit test', 'harmless file': 'a harmless file' };
/** So many files are tried before the unit tests, which take less time. */
const FIRST = 12;
/** Guards after which the run says how far it is. */
const PROGRESS = 50;
let active = -1;
/** How often the guard that is taken out may be asked, so that what no longer ends without it is noticed, too. */
const CALLS_LIMIT = 200_000;
let calls = 0;
const reached = new Uint8Array(places.length);
const differing = new Uint8Array(places.length);
Object.assign(globalThis, {
  /** @param {number} number */
  __mutant(number) {
    if (number !== active) return false;
    calls += 1;
    if (calls > CALLS_LIMIT) throw new Error('It does not end.');
    return true;
  },
  /** @template T @param {number} number @param {T} value @param {boolean} off */
  __seen(number, value, off) {
    reached[number] = 1;
    // What is neither true nor false is used as what it is.
    if (Boolean(value) !== off || (value && typeof value === 'object')) differing[number] = 1;
    return value;
  },
});

const started = process.cpuUsage();
const seconds = () => {
  const { user, system } = process.cpuUsage(started);
  return ((user + system) / 1e6).toFixed(1);
};
Object.assign(globalThis, { judgeAttacks: judge });
await runnerImport(resolve('test/support/attacks/mutation-entry.ts'), {
  root: process.cwd(),
  configFile: false,
  logLevel: 'error',
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform: (_, id) => sources.get(id.split('?')[0] ?? ''),
    },
  ],
});

/**
 * @typedef {'attack' | 'unit test' | 'harmless file'} By
 * @typedef {{ readonly name: string, readonly by: By, readonly group: string, run(): Promise<{ wrong: string, outcome: string | null }> }} Trial
 * @typedef {{ readonly reached: ReadonlySet<number>, readonly told: ReadonlyMap<number, readonly number[]>, readonly outcomes: ReadonlyMap<string, string> }} Reach
 */

/** @param {(folder: string, family?: string) => Promise<readonly Trial[]>} prepare */
async function judge(prepare) {
  const chosen = [...places.entries()].filter(([number, { file, line }]) => {
    const [part = 1, of = 1] = values.part.split('/').map(Number);
    return number % of === part - 1 && `${file}:${line}`.includes(values.file);
  });
  const refused = values.attacks
    ? new Set()
    : await refusedByCompiler(places.map(({ file, changed }) => ({ file, code: changed })));
  console.log(`${refused.size} of ${places.length} guards the compiler does not do without, ${seconds()} s`);
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-mutation-'));
  const trials = await prepare(folder, values.family);
  rmSync(folder, { recursive: true });
  console.log(`${trials.length} attacks, files and unit tests made, ${seconds()} s`);
  const reach = await reachOf(trials);
  const figures = `of ${places.length} guards ${reach.reached.size} are reached, ${reach.told.size} say something`;
  console.log(`${trials.length} checked, ${seconds()} s; ${figures}`);
  if (process.env.GROUNDWORK_PIN !== undefined) pin(reach.outcomes);
  if (values.attacks) return;

  let done = 0;
  /** @type {Record<string, number>} */
  const counts = {};
  for (const [number, { file, line, where, kind, text }] of chosen) {
    const outcome = refused.has(number) ? 'the compiler' : await outcomeOf(number, trials, reach);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    done += 1;
    if (done % PROGRESS === 0) console.log(`${done} of ${chosen.length} taken out, ${seconds()} s`);
    if (outcome === UNNOTICED)
      console.log(`not noticed (${saysOf(number, reach)}): ${file}:${line} ${where}, ${kind}: ${text}`);
  }
  const listed = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  console.log(`${chosen.length} guards taken out: ${listed.join(', ')}; ${seconds()} s`);
  const stale = EQUIVALENT.filter(
    (known) =>
      !places.some((place) => place.file === known.file && place.where === known.where && place.text === known.text),
  );
  for (const { file, where, text } of stale) console.log(`listed, but not there: ${file} ${where}: ${text}`);
  process.exitCode = (counts[UNNOTICED] ?? 0) + stale.length === 0 ? 0 : 1;
}

/** Writes down what is kept of the report on each. @param {ReadonlyMap<string, string>} outcomes by name */
function pin(outcomes) {
  /** @type {Record<string, string[]>} */
  const kept = {};
  for (const [name, said] of outcomes) kept[said] = [...(kept[said] ?? []), name];
  mkdirSync('test/fixtures/attacks', { recursive: true });
  writeFileSync('test/fixtures/attacks/outcomes.json', `${JSON.stringify(kept, null, 1)}\n`);
}

/**
 * Which guards the attacks reach, and in which of them a guard that is taken out would say something else: no other
 * one can notice.
 * @param {readonly Trial[]} trials
 * @returns {Promise<Reach>}
 */
async function reachOf(trials) {
  const all = new Set();
  /** @type {Map<number, number[]>} */
  const told = new Map();
  const outcomes = new Map();
  for (const [index, { name, run }] of trials.entries()) {
    reached.fill(0);
    differing.fill(0);
    const { wrong, outcome } = await run();
    if (outcome !== null) outcomes.set(name, outcome);
    if (wrong !== '') console.log(`wrong already: ${name}: ${wrong}`);
    for (const number of places.keys()) {
      if (reached[number]) all.add(number);
      // What is wrong already tells of nothing.
      if (differing[number] && wrong === '') told.set(number, [...(told.get(number) ?? []), index]);
    }
  }
  return { reached: all, told, outcomes };
}

/**
 * @param {number} number
 * @param {readonly Trial[]} trials
 * @param {Reach} reach
 */
async function outcomeOf(number, trials, { told }) {
  if (isEquivalent(places[number])) return 'told apart by nothing, with a reason';
  const candidates = (told.get(number) ?? []).flatMap((index) => trials[index] ?? []);
  active = number;
  const found = await firstFailing(inOrder(candidates));
  active = -1;
  return found ? `noticed by ${ARTICLES[found.by]}` : UNNOTICED;
}

/** @param {number} number @param {Reach} reach */
function saysOf(number, { reached, told }) {
  if (told.has(number)) return `says something in ${told.get(number)?.length}`;
  return reached.has(number) ? 'says nothing' : 'not reached';
}

/**
 * First one of each group, as those of one kind mostly fail together or not at all, then another one of each; unit
 * tests behind the first dozen.
 * @param {readonly Trial[]} trials
 */
function inOrder(trials) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const files = trials
    .filter(({ by }) => by !== 'unit test')
    .map((trial) => {
      const turn = counts.get(trial.group) ?? 0;
      counts.set(trial.group, turn + 1);
      return { trial, turn };
    })
    .toSorted((left, right) => left.turn - right.turn)
    .map(({ trial }) => trial)
    .slice(0, Number(values.most));
  return [...files.slice(0, FIRST), ...trials.filter(({ by }) => by === 'unit test'), ...files.slice(FIRST)];
}

/** @param {readonly Trial[]} trials */
async function firstFailing(trials) {
  for (const trial of trials) {
    calls = 0;
    const { wrong } = await trial.run().catch((error) => ({ wrong: `threw ${error}` }));
    if (wrong !== '') return trial;
  }
  return null;
}
