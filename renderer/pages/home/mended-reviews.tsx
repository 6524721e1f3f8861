import { writeMoment } from '#renderer/base/dates.ts';
import { historyHref, reviewHref } from '#renderer/base/routes.ts';
import { Callout } from '#renderer/components/callout.tsx';
import type { MendedReview } from './use-mended.ts';

/** Tells of reviews whose files were damaged: which version is back, and where the damaged file is. */
export function MendedReviews({ reviews }: { readonly reviews: readonly MendedReview[] }) {
  return reviews.map(({ id, title, savedAt, quarantined }) => (
    <Callout key={id} tone="warning" title="A damaged review was brought back" role="alert">
      <p>
        The file of <a href={reviewHref(id)}>{title}</a> was damaged. The version of {writeMoment(savedAt)} is back;
        what was written later may be missing. <a href={historyHref(id)}>Older versions</a> are there as well, and the
        damaged file is kept as <code>{quarantined}</code>.
      </p>
    </Callout>
  ));
}
