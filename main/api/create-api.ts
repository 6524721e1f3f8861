import { explaining } from '#main/files/failure.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import { policyLines } from '#main/reviews/policy-lines.ts';
import { VERSION } from '#shared/base/version.ts';
import type { Answer, Api } from '#shared/contract/contract.ts';
import { backupCalls } from './backup-calls.ts';
import { documentCalls } from './document-calls.ts';
import { dueCalls } from './due-calls.ts';
import { exportCalls } from './export-calls.ts';
import { jobCalls } from './job-calls.ts';
import { keyCalls } from './key-calls.ts';
import { mergeCalls } from './merge-calls.ts';
import { exportPlacer, usualExportFolder } from './place-export.ts';
import { predictionCalls } from './prediction-calls.ts';
import { radarCalls } from './radar-calls.ts';
import { reviewCalls } from './review-calls.ts';
import { revisionCalls } from './revision-calls.ts';
import { roundCalls } from './round-calls.ts';
import { sealCalls } from './seal-calls.ts';
import { searchCalls } from './search-calls.ts';
import { spellingCalls } from './spelling-calls.ts';
import { templateCalls, templateInfo } from './template-calls.ts';
import { trashCalls } from './trash-calls.ts';
import { verifyCalls } from './verify-calls.ts';

/** Answers every call of the contract on one open data folder. */
export function createApi(context: ApiContext): Api {
  const placer = exportPlacer(context);
  return {
    'app.info': async () => info(context),
    'app.set': async (chosen) => {
      await explaining('It holds until Groundwork ends, but could not be kept', () =>
        context.settings.update((data) => Object.assign(data, chosen)),
      );
      return { kind: 'set' } as const;
    },
    ...documentCalls(context),
    ...reviewCalls(context),
    ...trashCalls(context),
    ...mergeCalls(context),
    ...dueCalls(context),
    ...searchCalls(context),
    ...spellingCalls(context),
    ...radarCalls(context),
    ...predictionCalls(context),
    ...revisionCalls(context),
    ...templateCalls(context, placer),
    ...exportCalls(context, placer),
    ...sealCalls(context),
    ...keyCalls(context, placer),
    ...verifyCalls(context),
    ...jobCalls(context),
    ...backupCalls(context),
    ...roundCalls(context),
  };
}

function info(context: ApiContext): Answer<'app.info'> {
  const { builtIn, platform, settings, dataFolder, policy, readOnly } = context;
  return {
    version: VERSION,
    dataFolder,
    readOnly: readOnly ?? '',
    saveDialog: platform.saveDialog,
    closesItself: platform.closesItself,
    hasMenu: platform.hasMenu,
    exportFolder: usualExportFolder(context),
    adrFolder: settings.data.adrFolder ?? '',
    paper: settings.data.paper,
    singleKeys: settings.data.singleKeys,
    policy: policy.path === null ? null : { path: policy.path, lines: [...policyLines(policy)] },
    templates: builtIn.templates.map(templateInfo),
    samples: builtIn.samples.map(({ id, review }) => ({
      id,
      title: review.document.title,
      summary: review.document.reconstruction,
    })),
  };
}
