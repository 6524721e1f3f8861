import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandLine } from '#test/support/command-line.ts';
import { HOSTILE_FILES } from '#test/support/hostile/corpus.ts';
import type { Way } from '#test/support/hostile/hostile-file.ts';
import { dueToday, IS_WHOLE } from '#test/support/slice.ts';

/** The commands that take a file of a kind, and how such a file ends. */
const COMMANDS: Partial<Record<Way, readonly [ending: string, ...(readonly string[])[]]>> = {
  review: ['json', ['validate'], ['import']],
  template: ['json', ['template', 'validate']],
  record: ['pdf', ['verify'], ['import']],
  backup: ['zip', ['restore', '--check']],
  keys: ['p12', ['key', 'restore']],
};

it(
  'takes a file that was made to do harm, or says in a few words why not',
  async () => {
    const { run, workingFolder } = await commandLine();
    const wrong: string[] = [];
    for (const { way, name, make } of dueToday(HOSTILE_FILES, 40)) {
      const [ending = '', ...commands] = COMMANDS[way] ?? [];
      if (commands.length > 0) await writeFile(join(workingFolder, `hostile.${ending}`), make());
      for (const command of commands) {
        const { status, out, err } = await run(...command, `hostile.${ending}`, '--data', 'data');
        const said = `${out}${err}`;
        const isClear =
          said.length > 10 && said.length < 20_000 && !/^\s+at .*:\d+:\d+|\[object|went wrong inside/m.test(said);
        if (![0, 1, 2, 3].includes(status) || !isClear)
          wrong.push(
            `${command.join(' ')} of ${way} “${name}”: ${status}, ${said.length} letters: ${said.slice(0, 200)}`,
          );
      }
    }
    expect(wrong).toEqual([]);
  },
  IS_WHOLE ? 1_200_000 : undefined,
);
