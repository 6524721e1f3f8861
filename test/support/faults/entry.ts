import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { VERSION } from '#shared/base/version.ts';
import type { Outcome } from './outcome.ts';
import { claimOf, type Plan, planOf, type Row, rowOf, rowsOf, withRows } from './reliability-page.ts';
import { allRuns, type Run } from './runs.ts';

const PAGE = 'docs/reliability.md';
const README = 'README.md';

const all = allRuns(import.meta.dirname);
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: all.map(({ name }) => name).join() },
    count: { type: 'string' },
    seed: { type: 'string' },
    folder: { type: 'string', default: '/tmp' },
    'keep-page': { type: 'boolean', default: false },
  },
});
// The first Ctrl+C ends the run under way, and what it tried until then is written down.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

for (const name of values.only.split(',')) {
  const run = all.find((entry) => entry.name === name);
  if (!run) throw new Error(`There is no run ${name}. Those there are: ${all.map((entry) => entry.name).join(', ')}.`);
  if (!stop.signal.aborted) await tell(run);
}

async function tell(run: Run): Promise<void> {
  const say = (words: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${run.name}: ${words}`);
  const plan = planOf(run, await rowIn(run), {
    version: VERSION,
    ...(values.seed !== undefined && { seed: Number(values.seed) }),
    ...(values.count !== undefined && { count: Number(values.count) }),
  });
  const { seed, count } = plan;
  const control = await within((folder) => run.run({ count: run.control, seed, folder, isControl: true }));
  if (!control) return say(`not run here; it needs ${run.needs}`);
  if (plan.row) say(`goes on with ${plan.row.tried} of this version`);
  const outcome = await within((folder) => run.run({ count, seed, folder, say, stop: stop.signal }));
  if (!outcome) return;
  say(
    `${outcome.tried} tried, ${outcome.wrong.length} wrong, control caught in ${control.wrong.length} of ${control.tried}`,
  );
  say(JSON.stringify(outcome.counts));
  for (const sentence of outcome.wrong.slice(0, 50)) console.log(`  ${sentence.slice(0, 600)}`);
  if (outcome.wrong.length > 0 || control.wrong.length === 0) process.exitCode = 1;
  if (!values['keep-page']) await writeDown(run, outcome, control, plan);
}

async function rowIn({ title }: Run): Promise<Row | undefined> {
  return rowsOf(await readFile(PAGE, 'utf8')).find(({ what }) => what === title);
}

/** Others may have written meanwhile, so the figures are added to what stands there now. */
async function writeDown(run: Run, outcome: Outcome, control: Outcome, { seed, row }: Plan): Promise<void> {
  const now = (row && (await rowIn(run))) ?? null;
  const added = rowOf(run, outcome, control, { seed, row: now, version: VERSION, on: new Date() });
  const page = withRows(await readFile(PAGE, 'utf8'), [added], all);
  await writeFile(PAGE, page);
  const readme = await readFile(README, 'utf8');
  const claim = claimOf(rowsOf(page), all);
  // A function, as a figure is no reference to what was found.
  await writeFile(
    README,
    readme.replace(/^Groundwork’s \[fault suite\].*$/m, () => claim),
  );
}

async function within(run: (folder: string) => Promise<Outcome | null>): Promise<Outcome | null> {
  const folder = await mkdtemp(join(values.folder, 'groundwork-faults-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
