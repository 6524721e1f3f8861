import { stepsOf } from '#main/files/work-options.ts';
import { readAttachedReview } from '#main/pdf/attachment.ts';
import { printHandoutHere, printHere } from '#main/record/print-here.ts';
import { recordRenderer } from '#main/record/render-record.ts';
import { uncounted } from '#shared/contract/work-step.ts';
import type { Work } from './work.ts';

/** Does the work in this thread; the libraries are large, so they are loaded at their first use. */
export function workHere(appFolder: string): Work {
  const print = printHere(appFolder);
  return {
    print,
    printHandout: printHandoutHere(appFolder),
    async seal(job, options) {
      const { sealedRecord } = await import('#main/seal/sealed-record.ts');
      return sealedRecord(print, job, options);
    },
    async verify({ bytes, known, givenUp = [] }, options) {
      const [{ verifyRecord }, { pageComparer }] = await Promise.all([
        import('#main/verify/verify-record.ts'),
        import('#main/verify/compare-pages.ts'),
      ]);
      const onStep = stepsOf(options);
      onStep(uncounted('check'));
      const render = recordRenderer(appFolder, (job) =>
        print(job, { onStep: (step) => onStep(step.kind === 'page' ? { ...step, kind: 'compare' } : step) }),
      );
      return verifyRecord(bytes, { known, givenUp, comparePages: pageComparer(render) });
    },
    takeOut: async ({ bytes }) => readAttachedReview(bytes),
    async checkSealed(job, options) {
      const { checkSealed } = await import('#main/verify/check-sealed.ts');
      stepsOf(options)(uncounted('check'));
      return checkSealed(job);
    },
  };
}
