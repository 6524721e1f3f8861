import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTILE_FILES } from '#test/support/hostile/corpus.ts';
import type { HostileFile } from '#test/support/hostile/hostile-file.ts';
import { type Trial, TriedHost } from '#test/support/hostile/try-in-host.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { dueToday, IS_WHOLE } from '#test/support/slice.ts';

/** Milliseconds of a processor for which the main thread may be held. */
const HELD = 1_000;
/** Megabytes that the host may have. */
const MEMORY = 500;
/** Megabytes above which the next file gets a host of its own. */
const FRESH_ABOVE = 250;

/** What became of each file; those that come in through the page have no line. */
const PINNED = 'test/fixtures/hostile/outcomes.json';
/** Says of every file anew what became of it: `GROUNDWORK_WHOLE=renew`. */
const IS_RENEWED = process.env.GROUNDWORK_WHOLE === 'renew';

const files = HOSTILE_FILES.filter(({ way }) => way !== 'manifest' && way !== 'roster');
const keyOf = ({ way, name }: HostileFile) => `${way}: ${name}`;

/** Files that lie there when the program starts need a start each. */
const [besides, brought] = [
  files.filter(({ path }) => path !== undefined),
  files.filter(({ path }) => path === undefined),
];

async function ended(host: TriedHost): Promise<null> {
  await host.end();
  return null;
}

async function pinned(): Promise<Record<string, string>> {
  return JSON.parse(await readFile(PINNED, 'utf8').catch(() => '{}'));
}

async function hold(tried: readonly (readonly [HostileFile, Trial])[]): Promise<void> {
  const outcomes = await pinned();
  if (IS_RENEWED) {
    for (const [file, { outcome }] of tried) outcomes[keyOf(file)] = outcome;
    const sorted = Object.fromEntries(Object.entries(outcomes).toSorted(([left], [right]) => (left < right ? -1 : 1)));
    await writeFile(PINNED, `${JSON.stringify(sorted, null, 1)}\n`);
  }
  const wrong = tried.flatMap(([file, { outcome, wrong, work, memory }]) => [
    ...wrong.map((what) => `${keyOf(file)}: ${what}`),
    ...(work > HELD ? [`${keyOf(file)}: held the main thread for ${Math.round(work)} ms`] : []),
    ...(memory > MEMORY ? [`${keyOf(file)}: the host has ${Math.round(memory)} MB`] : []),
    ...(outcomes[keyOf(file)] === outcome ? [] : [`${keyOf(file)}: ${outcome}, not ${outcomes[keyOf(file)]}`]),
  ]);
  expect(wrong).toEqual([]);
}

describe('a file that was made to do harm', () => {
  it('is one of two hundred and more', () => {
    expect(new Set(HOSTILE_FILES.map(keyOf)).size).toBe(HOSTILE_FILES.length);
    expect(HOSTILE_FILES.length).toBeGreaterThan(300);
  });

  it.each([...new Set(brought.map(({ way }) => way))])(
    'as a %s is taken whole or refused with a word, holds nothing up, and writes nothing elsewhere',
    async (way) => {
      const of = brought.filter((file) => file.way === way);
      // A few each day, but for a way that has none then.
      const due = dueToday(of, Math.min(of.length, 60));
      const tried: [HostileFile, Trial][] = [];
      let host: TriedHost | null = null;
      for (const file of due) {
        host ??= await TriedHost.start(await temporaryFolder());
        const trial = await host.try(file);
        tried.push([file, trial]);
        // What files before have left as rubbish is nothing that the next one asked for.
        if (trial.memory > FRESH_ABOVE) host = await ended(host);
      }
      if (host) await ended(host);
      await hold(tried);
    },
    IS_WHOLE ? 3_600_000 : undefined,
  );

  it(
    'as a file beside the reviews lets the program start, and is not believed',
    async () => {
      const tried: [HostileFile, Trial][] = [];
      for (const file of dueToday(besides, 40)) {
        const folder = await temporaryFolder();
        const path = join(folder, 'data', file.path ?? '');
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, file.make());
        const host = await TriedHost.start(folder);
        tried.push([file, await host.try(file)]);
        await host.end();
      }
      await hold(tried);
    },
    IS_WHOLE ? 3_600_000 : undefined,
  );
});
