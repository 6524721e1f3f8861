import type { Api } from '#shared/contract.ts';
import { dataLayout } from '../store/data-folder.ts';
import { explaining } from '../store/failure.ts';
import { type ApiContext, orFailure } from './context.ts';

/** Checks records; the checker is large, so it is loaded at the first use. */
export function verifyCalls({ files, dataFolder, render, log }: ApiContext): Pick<Api, 'record.verify'> {
  return {
    'record.verify': ({ pdf }) =>
      orFailure(log, async () => {
        const [{ verifyRecord }, { pageComparer }, { workbookFingerprints }] = await Promise.all([
          import('../verify/verify-record.ts'),
          import('../verify/compare-pages.ts'),
          import('../verify/known-keys.ts'),
        ]);
        const { keys } = dataLayout(dataFolder);
        const known = await explaining('The certificates of this workbook could not be read', () =>
          workbookFingerprints(files, keys),
        );
        const bytes = Buffer.from(pdf, 'base64');
        return { kind: 'verified', report: await verifyRecord(bytes, { known, comparePages: pageComparer(render) }) };
      }),
  };
}
