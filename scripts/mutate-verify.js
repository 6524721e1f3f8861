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
import { isEquivalent } from './lib/equivalent-guards.js';
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

/** @type {{ file: string, line: number, kind: string, text: string }[]} */
const places = [];
/** @type {Map<string, string>} */
const sources = new Map();
for (const file of GUARDS) {
  const code = readFileSync(file, 'utf8');
  const mutants = mutantsOf(file, code);
  sources.set(resolve(file), switched(code, mutants, places.length));
  places.push(
    ...mutants.map(({ line, kind, start, end }) => ({
      file,
      line,
      kind,
      text: code.slice(start, end).replace(/\s+/g, ' '),
    })),
  );
}

/** Guards after which the run says how far it is. */
const PROGRESS = 50;
let active = -1;
/** How often the guard that is taken out may be asked, so that what no longer ends without it is noticed, too. */
const CALLS_LIMIT = 2_000_000;
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
 * @typedef {{ readonly name: string, run(): Promise<string>, outcome(): Promise<string | null> }} Trial
 * @typedef {{ readonly reached: ReadonlySet<number>, readonly told: ReadonlyMap<number, readonly number[]> }} Reach
 */

/** @param {(folder: string, family?: string) => Promise<readonly Trial[]>} prepare */
async function judge(prepare) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-mutation-'));
  const trials = await prepare(folder, values.family);
  rmSync(folder, { recursive: true });
  console.log(`${trials.length} attacks and harmless files made, ${seconds()} s`);
  const reach = await reachOf(trials);
  const figures = `of ${places.length} guards ${reach.reached.size} are reached, ${reach.told.size} say something`;
  console.log(`${trials.length} checked, ${seconds()} s; ${figures}`);
  if (process.env.GROUNDWORK_PIN !== undefined) await pin(trials);
  if (values.attacks) return;

  const [part = 1, of = 1] = values.part.split('/').map(Number);
  const chosen = [...places.entries()].filter(
    ([number, { file }]) => number % of === part - 1 && file.includes(values.file),
  );
  let done = 0;
  const counts = { noticed: 0, equivalent: 0, 'not noticed': 0 };
  for (const [number, { file, line, kind, text }] of chosen) {
    const outcome = await outcomeOf(number, trials, reach);
    counts[outcome] += 1;
    done += 1;
    if (done % PROGRESS === 0) console.log(`${done} of ${chosen.length} taken out, ${seconds()} s`);
    if (outcome === 'not noticed')
      console.log(`not noticed (${saysOf(number, reach)}): ${file}:${line} ${kind}: ${text}`);
  }
  const [noticed, equivalent, left] = Object.values(counts);
  console.log(
    `${chosen.length} guards taken out: ${noticed} noticed, ${equivalent} told apart by nothing, ${left} not noticed; ${seconds()} s`,
  );
  process.exitCode = left === 0 ? 0 : 1;
}

/** Writes down what is kept of the report on each. @param {readonly Trial[]} trials */
async function pin(trials) {
  /** @type {Record<string, string[]>} */
  const kept = {};
  for (const { name, outcome } of trials) {
    const said = await outcome();
    if (said !== null) kept[said] = [...(kept[said] ?? []), name];
  }
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
  for (const [index, { name, run }] of trials.entries()) {
    reached.fill(0);
    differing.fill(0);
    const wrong = await run();
    if (wrong !== '') console.log(`wrong already: ${name}: ${wrong}`);
    for (const number of places.keys()) {
      if (reached[number]) all.add(number);
      if (differing[number]) told.set(number, [...(told.get(number) ?? []), index]);
    }
  }
  return { reached: all, told };
}

/**
 * @param {number} number
 * @param {readonly Trial[]} trials
 * @param {Reach} reach
 */
async function outcomeOf(number, trials, { told }) {
  if (isEquivalent(places[number])) return 'equivalent';
  const candidates = (told.get(number) ?? []).flatMap((index) => trials[index] ?? []);
  active = number;
  const isNoticed = await someFails(spread(candidates).slice(0, Number(values.most)));
  active = -1;
  return isNoticed ? 'noticed' : 'not noticed';
}

/** @param {number} number @param {Reach} reach */
function saysOf(number, { reached, told }) {
  if (told.has(number)) return `says something in ${told.get(number)?.length}`;
  return reached.has(number) ? 'says nothing' : 'not reached';
}

/**
 * The same in another order: neighbours are of one kind, and mostly fail together or not at all.
 * @template T
 * @param {readonly T[]} items
 */
function spread(items) {
  const step = 7;
  return Array.from({ length: step }, (_, first) => items.filter((_, index) => index % step === first)).flat();
}

/** @param {readonly Trial[]} trials */
async function someFails(trials) {
  for (const { run } of trials) {
    calls = 0;
    const wrong = await run().catch((error) => `threw ${error}`);
    if (wrong !== '') return true;
  }
  return false;
}
