import { canonicalJson } from '#shared/canonical-json.ts';
import type { Output } from '#shared/contract.ts';
import type { ReviewDocument } from '#shared/review.ts';
import { FailureError } from '../store/failure.ts';
import type { ForeignReview } from '../store/foreign-review.ts';
import { contentSha256 } from '../store/hash.ts';
import type { ReviewStore } from '../store/review-store.ts';

type Imported = Omit<Exclude<Output<'record.import'>, { kind: 'failed' }>, 'isAltered'>;

/** Stores the review of a record as it is, unless all that it says is here already. @throws {FailureError} */
export async function importExactly(store: ReviewStore, { template, ...review }: ForeignReview): Promise<Imported> {
  const { id, title } = review.document;
  const here = await store.open(id).catch((error: unknown) => {
    // Nothing of that id, or nothing that can be read: then it is brought in.
    if (error instanceof FailureError) return null;
    throw error;
  });
  if (here && holds(here.document, review.document)) return { kind: 'imported', id, title, standing: 'here' };
  const stored = await store.add(review, template);
  return { kind: 'imported', id: stored.id, title: stored.title, standing: stored.id === id ? 'new' : 'beside' };
}

/** Whether a review says all that an exported one does: the same content, and since then only additions. */
export function holds(here: ReviewDocument, exported: ReviewDocument): boolean {
  if (contentSha256(here) !== contentSha256(exported)) return false;
  const known = new Set(additions(here));
  return additions(exported).every((addition) => known.has(addition));
}

/** What may be added to a review without changing its content, each as text to compare. */
function additions(review: ReviewDocument): readonly string[] {
  const { signOff, closings = {}, witnessedInstead = {}, deprecated, supersededBy } = review;
  // A successor's mark changes when the successor is signed.
  const marks = [deprecated, supersededBy?.id].filter((mark) => mark !== undefined);
  const keyed = [...Object.entries(closings), ...Object.entries(witnessedInstead)];
  return [...signOff.approvers, ...signOff.signatures, ...keyed, ...marks].map(canonicalJson);
}
