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
  readonly seed: number;
  readonly on: string;
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
const HEAD = '| What is done | Tried | Wrong | Counted | Control caught | Seed | On |\n|---|--:|--:|---|--:|--:|---|';

/** A line of the table from what a run found. */
export function rowOf(
  { title }: Named,
  outcome: Outcome,
  control: Outcome,
  { seed, on }: { readonly seed: number; readonly on: Date },
): Row {
  const counts = Object.entries(outcome.counts).map(([name, count]) => `${name}: ${thousands(count)}`);
  return {
    what: title,
    tried: outcome.tried,
    wrong: outcome.wrong.length,
    counts: counts.join(', '),
    control: `${thousands(control.wrong.length)} of ${thousands(control.tried)}`,
    seed,
    on: on.toISOString().slice(0, 10),
  };
}

/** The page with these lines in place of those of the same runs; other lines stay. @param names all runs */
export function withRows(page: string, rows: readonly Row[], names: readonly Named[]): string {
  const kept = rowsOf(page).filter(({ what }) => !rows.some((row) => row.what === what));
  const all = [...kept, ...rows].toSorted((left, right) => (left.what < right.what ? -1 : 1));
  const lines = all.map(
    ({ what, tried, wrong, counts, control, seed, on }) =>
      `| ${what} | ${thousands(tried)} | ${thousands(wrong)} | ${counts} | ${control} | ${seed} | ${on} |`,
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
    const cases = /(?:^|, )cases: ([\d,]+)/.exec(row?.counts ?? '')?.[1];
    const all = cases === undefined ? whole : Math.min(whole, number(cases));
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
        const [what = '', tried = '', wrong = '', counts = '', control = '', seed = '', on = ''] = line
          .slice(2, -2)
          .split(' | ');
        return { what, tried: number(tried), wrong: number(wrong), counts, control, seed: Number(seed), on };
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
