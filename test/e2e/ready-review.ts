import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { Host } from './host.ts';

/** What a review of the Rust template needs so that it can be signed: stays with what there is, and says why. */
const STAY = {
  choice: 'stay',
  statement: 'We stay with Go.',
  contradictionReason: 'Nobody has asked for more speed.',
  reviewTrigger: 'p99 exceeds 50 ms',
};

/** A review that one approver can sign; `parts` are added to it, those of the decision to its decision. */
export function readyReview({
  decision = {},
  ...parts
}: {
  readonly decision?: object;
  readonly [part: string]: unknown;
} = {}) {
  return {
    template: { id: 'rust-adoption' },
    title: 'Gateway',
    component: 'Edge gateway',
    decision: { ...STAY, ...decision },
    signOff: { approvers: [{ id: 's-1', name: 'Ada Lovelace', role: 'Architect' }] },
    ...parts,
  };
}

/** Imports a review by its file, with a template of its own where one is given, as a person does, and opens it. */
export async function importReview(
  host: Host,
  document: object = readyReview(),
  { page, template }: { readonly page?: Page; readonly template?: object } = {},
): Promise<Page> {
  const shown = page ?? (await host.open());
  const file = path.join(host.dataFolder, 'ready.json');
  await writeFile(file, JSON.stringify({ format: 'groundwork-review', schemaVersion: 1, document, template }));
  await shown.getByRole('button', { name: 'Import' }).first().click();
  await shown.getByLabel('Review files').setInputFiles(file);
  await shown.getByRole('link', { name: 'Gateway' }).click();
  return shown;
}
