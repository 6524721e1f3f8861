import { writeDurably } from '#main/files/durable-write.ts';
import { FailureError } from '#main/files/failure.ts';
import { type FileSystem, readIfPresent } from '#main/files/file-system.ts';
import { quarantine } from '#main/files/quarantine.ts';
import { FILE_SIZE_LIMIT } from '#shared/base/size-limits.ts';
import { type DataLayout, reviewPath } from './data-folder.ts';
import type { Generations } from './generations.ts';
import { parseReviewOf, type StoredReview, wholeReview } from './review-file.ts';

/** A review that was brought back. */
export interface Mended extends StoredReview {
  /** Where the damaged file lies now. */
  readonly quarantined: string;
  readonly reason: string;
}

/**
 * Brings the newest whole version of a review back whose file is damaged. The damaged file goes to `quarantine/`, with the
 * reason beside it. Null when there is nothing to mend or nothing to mend it with; then the file is left as it is. Only for the holder of the lock.
 */
export async function mendReview(
  files: FileSystem,
  layout: DataLayout,
  generations: Generations,
  id: string,
  now: Date,
): Promise<Mended | null> {
  const path = reviewPath(layout, id);
  const damaged = await readIfPresent(files, path, FILE_SIZE_LIMIT);
  const reason = damaged && damageOf(damaged, id);
  if (!damaged || reason === null) return null;
  const whole = await newestWhole(generations, id);
  if (!whole) return null;
  const quarantined = await quarantine(files, { folder: layout.quarantine, name: id, bytes: damaged, reason, at: now });
  await writeDurably(files, path, whole.bytes);
  return { ...whole.review, quarantined, reason };
}

/** Why a file is damaged; null when it is whole, and when a newer Groundwork wrote it. */
function damageOf(bytes: Uint8Array, id: string): string | null {
  try {
    parseReviewOf(id, bytes);
    return null;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'damaged') return error.failure.message;
    if (error instanceof FailureError) return null;
    throw error;
  }
}

/** By what the versions say of themselves and not by their names, which go by a clock that may have been wrong. */
async function newestWhole(generations: Generations, id: string) {
  let newest: { readonly bytes: Uint8Array; readonly review: StoredReview } | null = null;
  for (const { name } of await generations.list(id)) {
    // One that is gone meanwhile is no better than a damaged one: that before it may be whole.
    const bytes = await generations.read(id, name).catch(ifFailed);
    const review = bytes && wholeReview(bytes, id);
    if (bytes && review && review.revision > (newest?.review.revision ?? -1)) newest = { bytes, review };
  }
  return newest;
}

function ifFailed(error: unknown): null {
  if (error instanceof FailureError) return null;
  throw error;
}
