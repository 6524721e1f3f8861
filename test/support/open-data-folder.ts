import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { openWorkbook } from '#main/api/workbook.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { Arrivals } from '#main/reviews/arrivals.ts';
import type { Platform } from '#main/reviews/platform.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import type { Policy } from '#main/store/policy.ts';
import { createClient } from '#renderer/host/client.ts';
import { logForTests, platformForTests, writeProgramFolder } from './program-folder.ts';

export { logForTests, platformForTests, SAMPLE_ID } from './program-folder.ts';
export {
  createForTests,
  hostInfo,
  listedReviews,
  listedTemplates,
  openedReview,
  SMALL_TEMPLATE_SHA256,
} from './review-calls.ts';

/** A folder for one test, removed after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A program folder with one small template and one sample, removed after the test. */
export async function appFolderForTests(): Promise<string> {
  const folder = await temporaryFolder();
  await writeProgramFolder(folder);
  return folder;
}

interface Opening {
  readonly dataFolder?: string;
  readonly appFolder?: string;
  readonly files?: FileSystem;
  readonly platform?: Partial<Platform>;
  readonly arrivals?: Arrivals;
  readonly policy?: Policy;
}

/** An open workbook on real files, closed after the test; `api` are its calls as a window makes them. */
export async function openForTests(opening: Opening = {}) {
  const dataFolder = opening.dataFolder ?? join(await temporaryFolder(), 'data');
  const appFolder = opening.appFolder ?? (await appFolderForTests());
  const exportFolder = await temporaryFolder();
  const platform = platformForTests(exportFolder, opening.platform);
  const log = logForTests();
  const opened = await openWorkbook({
    dataFolder,
    appFolder,
    platform,
    log,
    ...(opening.files && { files: opening.files }),
    ...(opening.arrivals && { arrivals: opening.arrivals }),
    ...(opening.policy && { policy: opening.policy }),
  });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  const { close, load } = opened.workbook;
  onTestFinished(close);
  const handlers = await load();
  const api = createClient((method, input) => dispatch(handlers, log, method, input));
  const workbook = { api, close };
  return { workbook, api, handlers, layout: dataLayout(dataFolder), appFolder, exportFolder, platform, log };
}

/** Ends the program and starts it again on the same data folder. */
export async function reopenForTests({
  workbook,
  layout,
  appFolder,
}: Pick<Awaited<ReturnType<typeof openForTests>>, 'workbook' | 'layout' | 'appFolder'>) {
  await workbook.close();
  return openForTests({ dataFolder: layout.root, appFolder });
}
