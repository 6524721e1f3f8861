import { FailureError } from '#main/files/failure.ts';
import { contentSha256 } from '#main/files/hash.ts';
import type { ForeignReview } from '#main/store/foreign-review.ts';
import type { OpenReview, ReviewStore } from '#main/store/review-store.ts';
import type { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { Answer } from '#shared/contract/contract.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { sealedSignatures } from '#shared/kinds/sign-off/closing.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

interface Places {
  readonly store: ReviewStore;
  readonly signedElsewhere: SignedElsewhere;
}

type Imported = Omit<Answer<'record.import'>, 'isAltered'>;

/** Stores the review of a record as it is, unless all that it says is here already. @throws {FailureError} */
export async function importExactly(places: Places, review: ForeignReview): Promise<Imported> {
  const { id, title } = review.document;
  const here = await reviewHere(places.store, id);
  if (here && holds(here.document, review.document)) return { kind: 'imported', id, title, standing: 'here' };
  const stored = await addForeign(places, review);
  const standing = stored.id === id ? 'new' : 'beside';
  return { kind: 'imported', id: stored.id, title: stored.title, standing, ...besideOf(id, stored.id) };
}

/** Names the review that a stored one was put beside, because it has the id already. */
export function besideOf(own: string, stored: string): { readonly beside?: string } {
  return own === stored ? {} : { beside: own };
}

/**
 * Stores a review from elsewhere, after noting which of its signatures were not given here.
 * @param andThen see `ReviewStore.add`
 * @throws {FailureError}
 */
export async function addForeign(
  { store, signedElsewhere }: Places,
  { template, ...review }: ForeignReview,
  andThen?: () => Promise<void>,
): Promise<ReviewDocument> {
  const here = await reviewHere(store, review.document.id);
  const known = new Set(here ? given(here.document).map(canonicalJson) : []);
  const foreign = given(review.document).filter((signature) => !known.has(canonicalJson(signature)));
  await signedElsewhere.note(foreign);
  return store.add(review, template, andThen);
}

/** What people gave that seals can stand for: signatures, and the closing of a review that nobody signed. */
function given(document: ReviewDocument): readonly Signature[] {
  const sealed = sealedSignatures(document, contentSha256(document));
  return [...new Set([...document.signOff.signatures, ...sealed])];
}

/** The review of that id; null when there is none, or none that can be read. */
async function reviewHere(store: ReviewStore, id: string): Promise<OpenReview | null> {
  return store.open(id).catch((error: unknown) => {
    if (error instanceof FailureError) return null;
    throw error;
  });
}

/** Whether a review says all that an exported one does: the same content, and since then only additions. */
function holds(here: ReviewDocument, exported: ReviewDocument): boolean {
  if (contentSha256(here) !== contentSha256(exported)) return false;
  const known = new Set(additions(here));
  return additions(exported).every((addition) => known.has(addition));
}

/** What may be added to a review without changing its content, each as text to compare. */
function additions(review: ReviewDocument): readonly string[] {
  const { signOff, closed, closings = {}, witnessedInstead = {}, deprecated, supersededBy } = review;
  // A successor that was begun is signed later, and may be renamed until then.
  const marks = [closed, review.predictions, deprecated, supersededBy?.id, supersededBy?.contentSha256].filter(
    (mark) => mark != null,
  );
  const keyed = [...Object.entries(closings), ...Object.entries(witnessedInstead)];
  const { approvers, signatures, advice = [], deciding } = signOff;
  const { tripwires = [], followUp = [] } = review;
  return [
    ...approvers,
    ...signatures,
    ...advice,
    ...(deciding ? [deciding] : []),
    ...tripwires,
    ...followUp,
    ...keyed,
    ...marks,
  ].map(canonicalJson);
}
