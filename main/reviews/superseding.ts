import { randomUUID } from 'node:crypto';
import { FailureError } from '#main/files/failure.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { nextRevision } from '#shared/review/revision.ts';
import type { ApiContext } from './context.ts';
import { closedAsOf, isClosed } from './sealed-state.ts';

type SupersedingContext = Pick<ApiContext, 'store' | 'log' | 'now'>;

/** Begins the next revision of a closed review, or finds the one begun before. @throws {FailureError} */
export async function beginRevision({ store, now }: SupersedingContext, current: OpenReview): Promise<string> {
  const { document, template, contentSha256 } = current;
  if (!isClosed(current)) {
    throw new FailureError('invalid', 'This review is not closed yet, so it can be changed as it is.');
  }
  const begun = document.supersededBy && (await openIfThere(store, document.supersededBy.id));
  // A revision that was not agreed takes nobody's place, so another one may be tried.
  if (begun && closedAsOf(begun) !== 'not-agreed') return begun.document.id;
  const moment = now().toISOString();
  const next = nextRevision(document, contentSha256, { id: randomUUID(), createdAt: moment });
  // The new one first: a mark that leads nowhere would be worse than a review nobody points to.
  const { id, title } = await store.add({ document: next, revision: 1, savedAt: moment }, template);
  await store.mark(document.id, (earlier) => ({ ...earlier, supersededBy: { id, title, contentSha256: null } }));
  return id;
}

/**
 * Marks the review that this one supersedes, once this one is closed and holds. Done whenever a revision is saved
 * or opened, as a crash may come between the two files; a failure is logged and never in the way.
 */
export async function markSuperseded({ store, log }: SupersedingContext, id: string): Promise<void> {
  try {
    const review = await store.open(id);
    const { document, contentSha256 } = review;
    const { supersedes, title } = document;
    if (!supersedes || closedAsOf(review) === null || closedAsOf(review) === 'not-agreed') return;
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
