import { readSync, writeSync } from 'node:fs';
import { startupSnapshot } from 'node:v8';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { holdDataFolder } from '#main/store/hold-data-folder.ts';
import { randomly } from '../random-edits.ts';
import { type Folders, openFolder } from './open-folder.ts';
import { plainSave } from './plain-save.ts';
import type { Prepared } from './prepared-folder.ts';
import { WRITER_STEPS } from './writer-steps.ts';

/*
 * A program that works on a data folder until it is killed. It begins when it is told to, by any byte. Of each step it says what it is about to change, and when that is
 * acknowledged, as a line of JSON each.
 */
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(begin);
else begin();

function begin(): void {
  // Whoever started it is gone when there is no such byte.
  if (readSync(0, Buffer.alloc(1)) === 0) process.exit();
  const [data = '', program = '', exports = '', seed = '1', control = '', prepared = ''] = process.argv.slice(2);
  const folders: Folders = { data, program, exports };
  void (control === '' ? workForEver(folders, seed, JSON.parse(prepared)) : saveForEver(data, seed, control));
}

async function workForEver(folders: Folders, seed: string, prepared: Prepared): Promise<never> {
  const held = await holdDataFolder(nodeFileSystem, dataLayout(folders.data), 'command-line');
  if (held.kind !== 'held') throw new Error(held.message);
  const { api } = await openFolder(folders);
  const pick = randomly(Number(seed));
  say({ ready: true });
  for (let number = 0; ; number++) {
    const begin = WRITER_STEPS[pick(WRITER_STEPS.length)];
    const step = await begin?.({ api, folders, pick, name: `${seed}-${number}`, ...prepared });
    if (!step) continue;
    say({ will: step.changes });
    say({ done: await step.run() });
  }
}

/** The control: saves as programs do that think of nothing. */
async function saveForEver(data: string, seed: string, control: string): Promise<never> {
  say({ ready: true });
  for (let number = 0; ; number++) {
    const title = `${seed}-${number}`;
    say({ will: [{ plain: title }] });
    await plainSave(data, title, control);
    say({ done: true });
  }
}
