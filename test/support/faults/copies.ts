import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '#main/files/durable-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { dataLayout, reviewPath } from '#main/store/data-folder.ts';
import { parseStoredReview, printReviewFile } from '#main/store/review-file.ts';
import type { Client } from '#shared/contract/contract.ts';
import { smallTemplate } from '../small-review.ts';
import { documentOf } from './folder-state.ts';
import type { Folders } from './open-folder.ts';

/** How a synchronising program names its copy of a review. */
export function nameOfCopy(review: string): string {
  return `${review}.sync-conflict-20260301-120000-ABCDEFG.json`;
}

/** Puts a copy beside a review, as a synchronising program does: what was stored, changed elsewhere to another title. */
export async function layCopy({ data }: Folders, review: string, title: string): Promise<void> {
  const layout = dataLayout(data);
  const stored = parseStoredReview(await readFile(reviewPath(layout, review)));
  const text = printReviewFile({ ...stored, document: { ...stored.document, title } }, smallTemplate);
  await writeDurably(nodeFileSystem, join(layout.reviews, nameOfCopy(review)), Buffer.from(text));
}

export async function copiesOf(api: Client) {
  const listed = await api['copy.list']({});
  return listed.kind === 'list' ? listed.copies : [];
}

/** Merges a copy into its review, which was changed here as well; whether that was acknowledged. */
export async function mergeCopy(api: Client, review: string, file: string): Promise<boolean> {
  const { document, revision } = await documentOf(api, review);
  const here = { ...document, component: `Changed here ${randomUUID()}` };
  const merged = await api['merge.look']({ document: here, other: { kind: 'copy', file }, choices: {} });
  if (merged.kind !== 'merge' || merged.conflicts.length > 0) throw new Error(JSON.stringify(merged));
  return (await api['review.save']({ baseRevision: revision, document: merged.document })).kind === 'saved';
}
