import type { Api } from '#shared/contract.ts';
import type { ApiContext } from './api/context.ts';
import { exportCalls } from './api/export-calls.ts';
import { jobCalls } from './api/job-calls.ts';
import { keyCalls } from './api/key-calls.ts';
import { exportPlacer } from './api/place-export.ts';
import { reviewCalls } from './api/review-calls.ts';
import { revisionCalls } from './api/revision-calls.ts';
import { sealCalls } from './api/seal-calls.ts';
import { templateCalls, templateInfo } from './api/template-calls.ts';
import { verifyCalls } from './api/verify-calls.ts';

/** Answers every call of the contract on one open data folder. */
export function createApi(context: ApiContext): Api {
  const placer = exportPlacer(context);
  return {
    'app.info': async () => info(context),
    ...reviewCalls(context),
    ...revisionCalls(context),
    ...templateCalls(context, placer),
    ...exportCalls(context, placer),
    ...sealCalls(context),
    ...keyCalls(context, placer),
    ...verifyCalls(context),
    ...jobCalls(context),
  };
}

function info({ builtIn, platform, settings, version, dataFolder }: ApiContext): Awaited<ReturnType<Api['app.info']>> {
  return {
    version,
    host: platform.host,
    dataFolder,
    saveDialog: platform.saveDialog,
    exportFolder: settings.data.exportFolder ?? platform.exportFolder,
    adrFolder: settings.data.adrFolder ?? '',
    paper: settings.data.paper,
    templates: builtIn.templates.map(templateInfo),
    samples: builtIn.samples.map(({ id, review }) => ({
      id,
      title: review.document.title,
      summary: review.document.reconstruction,
    })),
  };
}
