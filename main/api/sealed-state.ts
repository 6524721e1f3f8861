import type { Output } from '#shared/contract.ts';
import { isSealed, signOffState } from '#shared/sign-off.ts';
import { FailureError } from '../store/failure.ts';
import type { OpenReview } from '../store/review-store.ts';
import type { SealedRecords } from '../store/sealed-records.ts';
import { holds } from './import-record.ts';

export type SealState = Exclude<Output<'seal.state'>, { kind: 'failed' }>;

/** Whether enough people signed the review, so that it can be sealed. */
export function canBeSealed({ document, template, contentSha256 }: OpenReview): boolean {
  return isSealed(signOffState(document, template.template, contentSha256));
}

/** How the sealed record of a review stands, checked from its bytes. @throws {FailureError} when it cannot be read. */
export async function sealState(records: SealedRecords, review: OpenReview): Promise<SealState> {
  if (!canBeSealed(review)) return { kind: 'open' };
  const { document, contentSha256 } = review;
  const file = await records.latest(document.id, contentSha256);
  if (!file) return { kind: 'unsealed' };
  const [{ verifyRecord }, { embeddedReview }] = await Promise.all([
    import('../verify/verify-record.ts'),
    import('../verify/embedded-review.ts'),
  ]);
  const [{ verdict, signatures }, embedded] = [await verifyRecord(file.bytes), await embeddedReview(file.bytes)];
  if (verdict !== 'intact' || embedded.kind !== 'found' || embedded.contentSha256 !== contentSha256) {
    return { kind: 'damaged' };
  }
  return {
    kind: 'sealed',
    sealedAt: file.sealedAt,
    signatures: signatures.flatMap(({ name, kind }) => (kind === 'other' ? [] : [{ name, kind }])),
    isBehind: !holds(embedded.review.document, document),
    notes: [],
  };
}

/** The sealed record of a signed review, byte for byte; null when there is none. @throws {FailureError} `damaged` */
export async function sealedBytes(records: SealedRecords, review: OpenReview): Promise<Uint8Array | null> {
  const state = await sealState(records, review);
  if (state.kind === 'damaged') {
    throw new FailureError(
      'damaged',
      'The sealed record in the data folder was changed or is damaged, so it was not exported. Seal the review again on its sign-off page.',
    );
  }
  if (state.kind !== 'sealed') return null;
  return (await records.latest(review.document.id, review.contentSha256))?.bytes ?? null;
}

/** The lane in which a review is sealed, so that an export can wait for a seal under way. */
export function sealLane(review: string): string {
  return `seal ${review}`;
}
