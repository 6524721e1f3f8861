import { FailureError } from '#main/files/failure.ts';
import type { WorkOptions } from '#main/files/work-options.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import { ifStopped } from '#main/workers/work.ts';
import type { Answer } from '#shared/contract/contract.ts';
import { type ClosedAs, closedAs } from '#shared/kinds/sign-off/closing.ts';
import type { RecordLength } from '#shared/record/model.ts';
import type { ApiContext } from './context.ts';

type Sealed = Pick<ApiContext, 'sealed' | 'work'>;

type SealState = Exclude<Answer<'seal.state'>, { kind: 'needs-certificates' }>;

/** Whether the review is closed, so that it stays as it is and can be sealed. */
export function isClosed(review: OpenReview): boolean {
  return closedAsOf(review) !== null;
}

/** What the review is closed as; null while it is open. */
export function closedAsOf({ document, template, contentSha256 }: OpenReview): ClosedAs | null {
  return closedAs(document, template.template, contentSha256);
}

/** How the sealed record of a review stands, checked from its bytes. @throws {FailureError} when it cannot be read. */
export async function sealState(
  { sealed, work }: Sealed,
  review: OpenReview,
  options: WorkOptions = {},
): Promise<SealState> {
  if (!isClosed(review)) return { kind: 'open' };
  const { document, contentSha256 } = review;
  const bytes = await sealed.latest(document.id, contentSha256);
  if (!bytes) return { kind: 'unsealed' };
  const check = await work.checkSealed({ bytes, document, contentSha256 }, options).catch(unchecked);
  if (check.kind === 'damaged') return { kind: 'damaged' };
  return {
    kind: 'sealed',
    savedAt: check.savedAt,
    paper: check.paper,
    signatures: [...check.signatures],
    isBehind: check.isBehind,
    hasShort: await sealed.hasShort(document.id, contentSha256),
    notes: [...check.notes],
  };
}

/** What to say of a sealed record that does not show all that its review holds now. */
const BEHIND =
  'This is the record as it was sealed. What was recorded or taken back since, such as closed conditions, is not in it: issue and seal it again on the sign-off page, then export it.';

/** What to say of a short record of a review that was sealed without one. */
const NO_SEALED_SHORT =
  'This short record has no seals and says so: the review was sealed without one. The sealed record is the full one.';

/** A sealed record, byte for byte, and what a person should know of it. */
export interface SealedExport {
  /** Null where the record in this length was not sealed: it is printed instead, and says that it has no seals. */
  readonly bytes: Uint8Array | null;
  readonly findings: readonly string[];
}

/** The sealed record of a signed review; null when the review is not sealed. @throws {FailureError} `damaged` */
export async function sealedExport(
  context: Sealed,
  review: OpenReview,
  length: RecordLength = 'full',
  options: WorkOptions = {},
): Promise<SealedExport | null> {
  const state = await sealState(context, review, options);
  if (state.kind === 'damaged') {
    throw new FailureError(
      'damaged',
      'The sealed record in the data folder was changed or is damaged, so it was not exported. Seal the review again on its sign-off page.',
    );
  }
  if (state.kind !== 'sealed') return null;
  const { document, contentSha256 } = review;
  const behind = state.isBehind ? [BEHIND] : [];
  if (length === 'full') {
    const bytes = await context.sealed.latest(document.id, contentSha256);
    return bytes && { bytes, findings: behind };
  }
  const bytes = await context.sealed.latestShort(document.id, contentSha256);
  if (!bytes) return { bytes, findings: [NO_SEALED_SHORT] };
  const check = await context.work.checkSealed({ bytes, document, contentSha256 }, options).catch(unchecked);
  // What some interrupted attempt left there does not count as the one that was sealed with the full record.
  if (check.kind === 'damaged' || check.savedAt !== state.savedAt) {
    throw new FailureError(
      'damaged',
      'The sealed short record in the data folder was changed or is damaged, so it was not exported. The full record is whole: export that one.',
    );
  }
  return { bytes, findings: behind };
}

const unchecked = ifStopped(
  'io',
  'Checking the sealed record took more time or memory than it should, and was given up. Close other programs, then try again.',
);

/** The lane in which a review is sealed, so that an export can wait for a seal under way. */
export function sealLane(review: string): string {
  return `seal ${review}`;
}
