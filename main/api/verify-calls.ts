import { explaining, FailureError } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import type { Job } from '#main/reviews/jobs.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { finding, report } from '#main/verify/finding.ts';
import { StoppedWork } from '#main/workers/work.ts';
import type { Api } from '#shared/contract/contract.ts';
import { suggestedFileName } from '#shared/contract/file-name.ts';
import type { VerifyReport } from '#shared/verify/verify.ts';

/** Checks records. */
export function verifyCalls(context: ApiContext) {
  const { jobs, sealed, store } = context;
  return {
    'record.verify': ({ pdf, job: jobId }) =>
      jobs.cancellable(jobId, async (job) => {
        const checked = await verify(context, Buffer.from(pdf, 'base64'), job);
        return { kind: 'verified', report: checked } as const;
      }),
    'record.verifySealed': ({ id, job: jobId }) =>
      jobs.cancellable(jobId, async (job) => {
        const { document, contentSha256 } = await store.open(id);
        const bytes = await sealed.latest(id, contentSha256);
        if (!bytes) {
          throw new FailureError(
            'not-found',
            'There is no sealed record of this review in the data folder. Seal it on its sign-off page, or choose a file to check.',
          );
        }
        const checked = await verify(context, bytes, job);
        return { kind: 'verified', report: checked, file: suggestedFileName(document.title, 'pdf') } as const;
      }),
  } satisfies Partial<Api>;
}

async function verify(
  { files, dataFolder, work, log, policy }: ApiContext,
  bytes: Uint8Array,
  job: Job,
): Promise<VerifyReport> {
  const { workbookFingerprints } = await import('#main/verify/known-keys.ts');
  const { keys } = dataLayout(dataFolder);
  const known = await explaining('The certificates of this workbook could not be read', () =>
    workbookFingerprints(files, keys),
  );
  const { readGivenUp } = await import('#main/seal/given-up-file.ts');
  const { trustedRoots } = await import('#main/verify/trusted-roots.ts');
  const trusted = await trustedRoots(files, policy.trustedRoots);
  const givenUp = [...(await readGivenUp(files, keys)), ...trusted.givenUp];
  const checkJob = { bytes, known: new Set([...known, ...trusted.known]), givenUp };
  return work.verify(checkJob, job).catch((error: unknown) => {
    if (!(error instanceof StoppedWork)) throw error;
    log.error('A check was given up', error);
    return report([finding('too-much-work')]);
  });
}
