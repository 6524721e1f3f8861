import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFileSystem, readIfPresent } from '#main/files/file-system.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import type { ThreadedWork } from '#main/workers/off-thread.ts';
import { workHere } from '#main/workers/work-here.ts';
import type { Folders } from './open-folder.ts';

/** Keeps the sealed record of a review as what sealing it makes from now on. */
export async function keepMadeSeals({ data, program }: Folders, review: string): Promise<void> {
  await cp(join(dataLayout(data).records, review), join(program, 'sealed'), { recursive: true });
}

/**
 * Work whose seals were made beforehand: what a sealing does to the disk is what it always does, and what it computes is not done again ten thousand times.
 * Everything else is done here, the check of the seals as well.
 */
export function withMadeSeals(program: string): ThreadedWork {
  const here = workHere(program);
  return {
    ...here,
    sums: null,
    async seal(job, options) {
      const name = `${job.review.contentSha256}${job.length === 'short' ? '.short' : ''}.pdf`;
      return (await readIfPresent(nodeFileSystem, join(program, 'sealed', name), 1e7)) ?? here.seal(job, options);
    },
    close: async () => undefined,
  };
}
