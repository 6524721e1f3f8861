import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { openWorkbook } from '#main/api/workbook.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import type { Log } from '#main/files/log.ts';
import type { Arrivals } from '#main/reviews/arrivals.ts';
import type { Platform } from '#main/reviews/platform.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import { createClient } from '#renderer/host/client.ts';
import type { Client } from '#shared/contract/contract.ts';
import { smallReview, smallTemplate } from './small-review.ts';

export const SMALL_TEMPLATE_SHA256 = canonicalSha256(smallTemplate);
export const SAMPLE_ID = 'example';

/** A folder for one test, removed after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A program folder with one small template and one sample; fonts come from the real one. */
export async function appFolderForTests(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'templates/samples'), { recursive: true });
  await symlink(resolve('main'), join(folder, 'main'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'templates/small.json'), JSON.stringify(smallTemplate));
  await writeFile(join(folder, 'templates/small.schema.json'), '{}');
  const sample = smallReview({
    title: 'An example',
    reconstruction: 'Made up for tests.',
    template: { id: 'small', version: '1.0.0', sha256: SMALL_TEMPLATE_SHA256 },
  });
  await writeFile(
    join(folder, `templates/samples/${SAMPLE_ID}.json`),
    printReviewFile({ document: sample, revision: 4, savedAt: '2026-01-05T00:00:00Z' }),
  );
  return folder;
}

/** A platform without a save dialog that notes what it is asked to open. */
export function platformForTests(folder: string, parts: Partial<Platform> = {}): Platform & { asked: string[] } {
  const asked: string[] = [];
  return {
    host: 'loopback',
    saveDialog: false,
    closesItself: false,
    hasMenu: false,
    exportFolder: folder,
    chooseSavePath: () => Promise.reject(new Error('There is no dialog here')),
    chooseFolder: () => Promise.reject(new Error('There is no dialog here')),
    revealFile: async (path) => void asked.push(`reveal ${path}`),
    openFile: async (path) => void asked.push(`open file ${path}`),
    showRecent: () => undefined,
    openLink: async (url) => void asked.push(`open ${url}`),
    ...parts,
    asked,
  };
}

/** A log that keeps its entries. */
export function logForTests(): Log & { readonly entries: string[] } {
  const entries: string[] = [];
  return {
    entries,
    info: (message) => entries.push(message),
    error: (message, cause) => entries.push(`${message}: ${cause instanceof Error ? cause.message : String(cause)}`),
  };
}

interface Opening {
  readonly dataFolder?: string;
  readonly appFolder?: string;
  readonly files?: FileSystem;
  readonly platform?: Partial<Platform>;
  readonly arrivals?: Arrivals;
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

/** Creates a review and gives back what the editor would hold. */
export async function createForTests({ api }: { readonly api: Client }, title = 'A review') {
  const created = await api['review.create']({
    templateSha256: SMALL_TEMPLATE_SHA256,
    title,
    component: 'Parser',
    candidate: 'New',
    current: 'Old',
  });
  if (created.kind !== 'created') throw new Error(created.message);
  return openedReview({ api }, created.id);
}

export async function openedReview({ api }: { readonly api: Client }, id: string) {
  const opened = await api['review.open']({ id });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}

/** What the host says of itself. */
export async function hostInfo(api: Client) {
  const info = await api['app.info']({});
  if ('kind' in info) throw new Error(info.message);
  return info;
}

/** The reviews of a data folder that can be listed, once all are read. */
export async function listedReviews(api: Client) {
  let answer = await api['review.list']({});
  while (answer.kind === 'list' && answer.reading > 0) answer = await api['review.list']({ goOn: true });
  if (answer.kind !== 'list') throw new Error(answer.message);
  return answer;
}

/** The templates of a library that can be listed. */
export async function listedTemplates(api: Client) {
  const answer = await api['template.list']({});
  if (answer.kind !== 'list') throw new Error(answer.message);
  return answer;
}
