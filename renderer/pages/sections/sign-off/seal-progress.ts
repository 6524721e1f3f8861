import { point } from '#shared/review/open-point.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import type { SealView } from './use-seal.ts';

/**
 * The progress of a review with what its sealed record waits for, which the review itself does not say:
 * the sign-off is not complete before certificates that its signers chose are there again.
 */
export function withSeal(progress: readonly SectionProgress[], view: SealView): readonly SectionProgress[] {
  if (view.kind !== 'needs-certificates') return progress;
  const points = view.approvers.map(({ id, name }) =>
    point('sign-off', ['certificate', id], `The sealed record waits for the certificate of ${name}`),
  );
  return progress.map((entry) =>
    entry.kind === 'sign-off' ? { ...entry, state: 'open', openPoints: [...entry.openPoints, ...points] } : entry,
  );
}
