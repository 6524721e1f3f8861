import { explaining } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { finding, report } from '#main/verify/finding.ts';
import { StoppedWork } from '#main/workers/work.ts';
import type { Api } from '#shared/contract/contract.ts';

/** Checks records. */
export function verifyCalls({ files, dataFolder, work, jobs, log }: ApiContext) {
  return {
    'record.verify': ({ pdf, job: jobId }) =>
      jobs.cancellable(jobId, async (job) => {
        const { workbookFingerprints } = await import('#main/verify/known-keys.ts');
        const { keys } = dataLayout(dataFolder);
        const known = await explaining('The certificates of this workbook could not be read', () =>
          workbookFingerprints(files, keys),
        );
        const { readGivenUp } = await import('#main/seal/given-up-file.ts');
        const checkJob = { bytes: Buffer.from(pdf, 'base64'), known, givenUp: await readGivenUp(files, keys) };
        const checked = await work.verify(checkJob, job).catch((error: unknown) => {
          if (!(error instanceof StoppedWork)) throw error;
          log.error('A check was given up', error);
          return report([finding('too-much-work')]);
        });
        return { kind: 'verified', report: checked } as const;
      }),
  } satisfies Partial<Api>;
}
