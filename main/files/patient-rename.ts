import type { PathLike } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './failure.ts';

/** Milliseconds between tries; together some three seconds, longer than a virus scanner looks at a file of ours. */
const PAUSES: readonly number[] = [10, 20, 40, 80, 160, 320, 640, 1_280];

type Rename = (from: PathLike, to: PathLike) => Promise<void>;

/**
 * A rename for Windows, which refuses it while another program, such as a virus scanner or an indexer, has one of the two files
 * open. It is tried again a few times, then fails as it would have.
 */
export function patientRename(rename: Rename, wait: (milliseconds: number) => Promise<unknown> = sleep): Rename {
  return async (from, to) => {
    for (const pause of PAUSES) {
      try {
        await rename(from, to);
        return;
      } catch (error) {
        if (!['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error))) throw error;
        await wait(pause);
      }
    }
    await rename(from, to);
  };
}
