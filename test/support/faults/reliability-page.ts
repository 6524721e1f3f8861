import { cpus, release } from 'node:os';
import type { Outcome } from './outcome.ts';

/** A line of the page, as the suite wrote it. */
export interface Row {
  /** What was done. */
  readonly what: string;
  readonly tried: number;
  readonly wrong: number;
  /** What else was counted. */
  readonly counts: string;
  /** How many of how many tries the control was caught in. */
  readonly control: string;
  /** Of each run that the figures are the sum of. */
  readonly seeds: readonly number[];
  /** Of the program that was tried. */
  readonly version: string;
  readonly on: string;
}

/** How a run goes on with what is in the table. */
export interface Plan {
  readonly seed: number;
  readonly count: number;
  /** The line that the figures are added to; null where they begin anew. */
  readonly row: Row | null;
}

/** How the page and the sentence of the README name a run. */
export interface Named {
  /** In the table. */
  readonly title: string;
  /** After a number in a sentence. */
  readonly many: string;
  /** How often it tries when it is run whole, or as often as it has cases where these are fewer. */
  readonly whole: number;
}

const BEGIN = '<!-- figures: written by npm run test:faults -->';
const END = '<!-- end of figures -->';
const HEAD =
  '| What is done | Tried | Wrong | Counted | Control caught | Seeds | Version | On |\n|---|--:|--:|---|--:|--:|---|---|';

/** What is counted once, and not at each try. */
const OF_ALL_RUNS: readonly string[] = ['cases', 'operations', 'kinds of files'];

/**
 * What is tried next of a run: what a whole run of this version is short of, by another seed than before, and all of it anew where nothing is, where
 * something was wrong, or where a seed is asked for that is in the figures already.
 */
export function planOf(
  { whole }: Named,
  row: Row | undefined,
  { version, seed, count }: { readonly version: string; readonly seed?: number; readonly count?: number },
): Plan {
  const all = Math.min(whole, row ? (countsOf(row).get('cases') ?? whole) : whole);
  const goesOn = row?.version === version && row.wrong === 0 && row.tried < all;
  if (!goesOn || (seed !== undefined && row.seeds.includes(seed))) {
    return { seed: seed ?? 1, count: count ?? whole, row: null };
  }
  return { seed: seed ?? Math.max(...row.seeds) + 1, count: count ?? whole - row.tried, row };
}

/** A line of the table from what a run found, and from what stood there if it goes on with that. */
export function rowOf(
  { title }: Named,
  outcome: Outcome,
  control: Outcome,
  { seed, row, version, on }: Omit<Plan, 'count'> & { readonly version: string; readonly on: Date },
): Row {
  // One that tried every case there is needs no other beside it.
  const isAll = outcome.tried >= (outcome.counts.cases ?? Number.POSITIVE_INFINITY);
  const before = isAll ? null : row;
  const earlier = before ? countsOf(before) : new Map<string, number>();
  const counts = new Map(earlier);
  for (const [name, count] of Object.entries(outcome.counts)) {
    counts.set(name, OF_ALL_RUNS.includes(name) ? count : count + (earlier.get(name) ?? 0));
  }
  const [caught = 0, tries = 0] = before?.control.split(' of ').map(number) ?? [];
  return {
    what: title,
    tried: outcome.tried + (before?.tried ?? 0),
    wrong: outcome.wrong.length + (before?.wrong ?? 0),
    counts: [...counts].map(([name, count]) => `${name}: ${thousands(count)}`).join(', '),
    control: `${thousands(control.wrong.length + caught)} of ${thousands(control.tried + tries)}`,
    seeds: [...(before?.seeds ?? []), seed],
    version,
    on: on.toISOString().slice(0, 10),
  };
}

function countsOf({ counts }: Row): ReadonlyMap<string, number> {
  const parts = counts.split(/, (?=\D)/).map((part) => part.split(': '));
  return new Map(parts.map(([name = '', count = '']) => [name, number(count)]));
}

/** The page with these lines in place of those of the same runs; other lines stay. @param names all runs */
export function withRows(page: string, rows: readonly Row[], names: readonly Named[]): string {
  const kept = rowsOf(page).filter(({ what }) => !rows.some((row) => row.what === what));
  const all = [...kept, ...rows].toSorted((left, right) => (left.what < right.what ? -1 : 1));
  const lines = all.map(
    ({ what, tried, wrong, counts, control, seeds, version, on }) =>
      `| ${what} | ${thousands(tried)} | ${thousands(wrong)} | ${counts} | ${control} | ${seeds.join(', ')} | ${version} | ${on} |`,
  );
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const notes = [`Run on ${machine()}.`, ...shortOf(all, names)];
  return `${before}${BEGIN}\n\n${HEAD}\n${lines.join('\n')}\n\n${notes.join('\n\n')}\n\n${END}${after}`;
}

/** What a whole run tries more; nothing where each was tried as often. */
function shortOf(rows: readonly Row[], names: readonly Named[]): readonly string[] {
  const short = names.flatMap(({ title, many, whole }) => {
    const row = rows.find(({ what }) => what === title);
    const all = Math.min(whole, (row && countsOf(row).get('cases')) ?? whole);
    return row && row.tried < all ? [`${thousands(all)} ${many}`] : [];
  });
  return short.length > 0 ? [`A whole run tries more than stands here: ${listed(short)}.`] : [];
}

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
}

/** The lines of a page. */
export function rowsOf(page: string): readonly Row[] {
  return (
    (page.split(BEGIN)[1] ?? '')
      .split(END, 1)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| What'))
      .map((line) => {
        const [what = '', tried = '', wrong = '', counts = '', control = '', seeds = '', version = '', on = ''] = line
          .slice(2, -2)
          .split(' | ');
        const figures = { tried: number(tried), wrong: number(wrong), seeds: seeds.split(', ').map(Number) };
        return { what, counts, control, version, on, ...figures };
      }) ?? []
  );
}

/** What the README says: exactly what the page says. */
export function claimOf(rows: readonly Row[], names: readonly Named[]): string {
  const parts = names.flatMap(({ title, many }) => {
    const row = rows.find(({ what }) => what === title);
    return row ? [`${thousands(row.tried)} ${many}`] : [];
  });
  const wrong = rows.reduce((sum, row) => sum + row.wrong, 0);
  const found =
    wrong === 0
      ? 'nothing that was acknowledged was lost, and nothing damaged was believed'
      : `${thousands(wrong)} went wrong`;
  return `Groundwork’s [fault suite](docs/reliability.md) tried ${listed(parts)}: ${found}.`;
}

/** In general words. */
function machine(): string {
  const [major, minor] = release().split('.');
  return `${process.platform === 'linux' ? 'Linux' : process.platform} ${major}.${minor}, Node.js ${process.versions.node}, ${cpus().length} cores, a virtual machine that others used at the same time`;
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}

function number(text: string): number {
  return Number(text.replaceAll(',', ''));
}
