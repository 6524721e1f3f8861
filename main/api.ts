import type { Api } from '#shared/contract.ts';
import type { ApiContext } from './api/context.ts';
import { exportCalls } from './api/export-calls.ts';
import { reviewCalls } from './api/review-calls.ts';

/** Answers every call of the contract on one open data folder. */
export function createApi(context: ApiContext): Api {
  return { 'app.info': async () => info(context), ...reviewCalls(context), ...exportCalls(context) };
}

function info({ builtIn, platform, settings, version, dataFolder }: ApiContext): Awaited<ReturnType<Api['app.info']>> {
  return {
    version,
    host: platform.host,
    dataFolder,
    saveDialog: platform.saveDialog,
    exportFolder: settings.data.exportFolder ?? platform.exportFolder,
    templates: builtIn.templates.map(({ sha256, template }) => ({
      id: template.id,
      version: template.version,
      sha256,
      title: template.title,
      summary: template.summary,
      candidate: template.candidate,
    })),
    samples: builtIn.samples.map(({ id, review }) => ({
      id,
      title: review.document.title,
      summary: review.document.reconstruction,
    })),
  };
}
