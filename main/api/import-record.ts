import type { Output } from '#shared/contract.ts';
import { FailureError } from '../store/failure.ts';
import type { ForeignReview } from '../store/foreign-review.ts';
import { canonicalSha256 } from '../store/hash.ts';
import type { ReviewStore } from '../store/review-store.ts';

type Imported = Exclude<Output<'record.import'>, { kind: 'failed' }>;

/** Stores the review of a record as it is, unless the very same one is here already. @throws {FailureError} */
export async function importExactly(store: ReviewStore, { template, ...review }: ForeignReview): Promise<Imported> {
  const { id, title } = review.document;
  const here = await store.open(id).catch((error: unknown) => {
    // Nothing of that id, or nothing that can be read: then it is brought in.
    if (error instanceof FailureError) return null;
    throw error;
  });
  if (here && canonicalSha256(here.document) === canonicalSha256(review.document)) {
    return { kind: 'imported', id, title, standing: 'here' };
  }
  const stored = await store.add(review, template);
  return { kind: 'imported', id: stored.id, title: stored.title, standing: stored.id === id ? 'new' : 'beside' };
}
