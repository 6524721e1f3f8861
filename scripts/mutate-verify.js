// @ts-check
// Takes one guard of the verifier out at a time and says which of them no attack notices.
// usage: npm run test:mutation [-- --part N/OF] [-- --family WORD] [-- --attacks]
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
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

let active = -1;
/** @type {Set<number> | null} */
let hits = null;
Object.assign(globalThis, {
  /** @param {number} number */
  __mutant(number) {
    hits?.add(number);
    return number === active;
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

/** @param {(family?: string) => Promise<readonly { name: string, run(): Promise<string> }[]>} prepare */
async function judge(prepare) {
  const trials = await prepare(values.family);
  console.log(`${trials.length} attacks made, ${seconds()} s`);
  /** @type {Map<number, number[]>} */
  const reached = new Map();
  for (const [index, { name, run }] of trials.entries()) {
    hits = new Set();
    const wrong = await run();
    if (wrong !== '') console.log(`wrong already: ${name}: ${wrong}`);
    for (const number of hits) reached.set(number, [...(reached.get(number) ?? []), index]);
  }
  hits = null;
  console.log(`${trials.length} attacks checked, ${seconds()} s; ${reached.size} of ${places.length} places reached`);
  if (values.attacks) return;

  const [part = 1, of = 1] = values.part.split('/').map(Number);
  const chosen = [...places.entries()].filter(([number]) => number % of === part - 1);
  let noticed = 0;
  for (const [number, { file, line, kind, text }] of chosen) {
    active = number;
    const isNoticed = await someFails((reached.get(number) ?? []).flatMap((index) => trials[index] ?? []));
    active = -1;
    if (isNoticed) noticed += 1;
    else console.log(`not noticed: ${file}:${line} ${kind}: ${text.slice(0, 160)}`);
  }
  console.log(`${noticed} of ${chosen.length} guards taken out were noticed, ${seconds()} s`);
  process.exitCode = noticed === chosen.length ? 0 : 1;
}

/** @param {readonly { run(): Promise<string> }[]} trials */
async function someFails(trials) {
  for (const { run } of trials) {
    const wrong = await run().catch((error) => `threw ${error}`);
    if (wrong !== '') return true;
  }
  return false;
}
