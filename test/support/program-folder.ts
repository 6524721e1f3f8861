import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Log } from '#main/files/log.ts';
import { BROWSERS_SPELLING, type Platform } from '#main/reviews/platform.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import { SMALL_TEMPLATE_SHA256 } from './review-calls.ts';
import { smallReview, smallTemplate } from './small-review.ts';

export const SAMPLE_ID = 'example';

/** Makes a folder that of a program: with one small template and one sample; fonts come from the real one. */
export async function writeProgramFolder(folder: string): Promise<void> {
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
    showRecent: () => undefined,
    spelling: BROWSERS_SPELLING,
    openFile: async (path) => void asked.push(`open file ${path}`),
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
