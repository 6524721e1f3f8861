import { join } from 'node:path';
import { runClocks } from './clock-run.ts';
import { runFullDisks } from './disk-run.ts';
import { runFaults } from './fault-run.ts';
import { runForeignWrites } from './foreign-run.ts';
import { runImports } from './import-run.ts';
import { runKills } from './kill-run.ts';
import { runLocks } from './lock-run.ts';
import { runMutations } from './mutation-run.ts';
import type { Outcome, RunOptions } from './outcome.ts';
import { runPowerCuts } from './power-run.ts';
import { runQuits } from './quit-run.ts';
import type { Named } from './reliability-page.ts';

/** A run of the suite. */
export interface Run extends Named {
  readonly name: string;
  /** Null where this machine or its user cannot do it; `needs` says why. */
  readonly run: (options: RunOptions) => Promise<Outcome | null>;
  readonly needs?: string;
  /** How often it tries for its control. */
  readonly control: number;
}

const MOUNTS = 'root, and leave to mount file systems';

/** All runs, in the order in which they are told. @param programs where the bundled programs lie that are killed */
export function allRuns(programs: string): readonly Run[] {
  const writer = ['--snapshot-blob', join(programs, 'writer/writer.blob'), 'writer'];
  const holder = join(programs, 'hold-data-folder.js');
  return [
    {
      name: 'kills',
      title: 'Programs killed at work (`kill -9`)',
      many: 'programs killed at work',
      run: (options) => runKills({ ...options, writer }),
      whole: 10_000,
      control: 200,
    },
    ...(['ext4', 'xfs'] as const).map(
      (kind): Run => ({
        name: kind,
        title: `Power cuts on ${kind}`,
        many: `power cuts on ${kind}`,
        run: (options) => runPowerCuts(kind, { ...options, writer }),
        needs: `${MOUNTS}, and \`mkfs.${kind}\``,
        whole: 500,
        control: 20,
      }),
    ),
    {
      name: 'calls',
      title: 'Calls to the file system refused, cut short or the last',
      many: 'calls to the file system that went wrong',
      run: runFaults,
      whole: 10_000,
      control: 100,
    },
    {
      name: 'disks',
      title: 'Full disks',
      many: 'full disks',
      run: runFullDisks,
      needs: MOUNTS,
      whole: 2_000,
      control: 100,
    },
    {
      name: 'mutations',
      title: 'Stored files harmed',
      many: 'harmed files of every kind',
      run: runMutations,
      whole: 100_000,
      control: 300,
    },
    {
      name: 'imports',
      title: 'Harmed files imported',
      many: 'harmed imports',
      run: runImports,
      whole: 100_000,
      control: 300,
    },
    {
      name: 'foreign',
      title: 'Files replaced by others during a save',
      many: 'files replaced by others during a save',
      run: runForeignWrites,
      whole: 3_000,
      control: 50,
    },
    {
      name: 'locks',
      title: 'Two starts at the same moment',
      many: 'double starts',
      run: (options) => runLocks({ ...options, holder }),
      whole: 500,
      control: 20,
    },
    {
      name: 'clocks',
      title: 'Clocks that jump',
      many: 'clocks that jumped',
      run: runClocks,
      whole: 2_000,
      control: 50,
    },
    {
      name: 'quits',
      title: 'The built host told to end while it saves',
      many: 'quits during a save',
      run: runQuits,
      needs: 'a built host (`npm run build`)',
      whole: 500,
      control: 20,
    },
  ];
}
