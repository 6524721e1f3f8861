import { writeDurably } from '#main/files/durable-write.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { sameBytes } from '#main/files/same-bytes.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';
import type { Generations } from './generations.ts';
import { wholeReview } from './review-file.ts';

/** What is to happen to another state of a review that is there. */
export interface PutBack {
  readonly replace: boolean;
  /** Whether it is only looked what would happen. */
  readonly isTrial: boolean;
}

/** `differs`: another state was there, saved at this time; null for one that cannot be read. */
export type PutBackResult =
  | { readonly kind: 'added' }
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly savedAt: string | null };

/**
 * Puts a review of a backup where it was. One that is there in another state stays, unless it is to be replaced: then it
 * becomes an earlier version. Only for the holder of the lock, and for one review at a time.
 */
export async function putBack(
  files: FileSystem,
  layout: DataLayout,
  generations: Generations,
  { id, bytes, replace, isTrial }: PutBack & { readonly id: string; readonly bytes: Uint8Array },
): Promise<PutBackResult> {
  const path = reviewPath(layout, id);
  const there = await readIfPresent(files, path, FILE_SIZE_LIMIT);
  if (there && sameBytes(there, bytes)) return { kind: 'same' };
  if (!isTrial && (replace || !there)) {
    if (there) await generations.keep(id, path, there);
    await writeDurably(files, path, bytes);
  }
  return there ? { kind: 'differs', savedAt: wholeReview(there, id)?.savedAt ?? null } : { kind: 'added' };
}
