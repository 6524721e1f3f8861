import { randomUUID } from 'node:crypto';
import { FailureError } from '#main/files/failure.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { nextRevision } from '#shared/review/revision.ts';
import type { ApiContext } from './context.ts';
import { isSigned } from './sealed-state.ts';

type SupersedingContext = Pick<ApiContext, 'store' | 'log' | 'now'>;

/** Begins the next revision of a signed review, or finds the one begun before. @throws {FailureError} */
export async function beginRevision({ store, now }: SupersedingContext, current: OpenReview): Promise<string> {
  const { document, template, contentSha256 } = current;
  if (!isSigned(current)) {
    throw new FailureError('invalid', 'This review is not signed yet, so it can be changed as it is.');
  }
  const begun = document.supersededBy && (await openIfThere(store, document.supersededBy.id));
  if (begun) return begun.document.id;
  const moment = now().toISOString();
  const next = nextRevision(document, contentSha256, { id: randomUUID(), createdAt: moment });
  // The new one first: a mark that leads nowhere would be worse than a review nobody points to.
  const { id, title } = await store.add({ document: next, revision: 1, savedAt: moment }, template);
  await store.mark(document.id, (earlier) => ({ ...earlier, supersededBy: { id, title, contentSha256: null } }));
  return id;
}

/**
 * Marks the review that this one supersedes, once this one is signed. Done whenever a revision is saved
 * or opened, as a crash may come between the two files; a failure is logged and never in the way.
 */
export async function markSuperseded({ store, log }: SupersedingContext, id: string): Promise<void> {
  try {
    const review = await store.open(id);
    const { document, contentSha256 } = review;
    const { supersedes, title } = document;
    if (!supersedes || !isSigned(review)) return;
    const earlier = await openIfThere(store, supersedes.id);
    if (!earlier || earlier.contentSha256 !== supersedes.contentSha256 || isMarked(earlier.document)) return;
    await store.mark(supersedes.id, (signed) => ({ ...signed, supersededBy: { id, title, contentSha256 } }));
  } catch (error) {
    log.error('The superseded review could not be marked', error);
  }
}

function isMarked({ supersededBy }: ReviewDocument): boolean {
  return supersededBy !== undefined && supersededBy.contentSha256 !== null;
}

async function openIfThere(store: ApiContext['store'], id: string): Promise<OpenReview | null> {
  try {
    return await store.open(id);
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'not-found') return null;
    throw error;
  }
}
