import { CircleAlert } from 'lucide-react';
import { sectionHref } from '#renderer/base/routes.ts';
import { staleTitle } from '#renderer/pages/sections/sign-off/stale-signatures.tsx';
import type { SessionSnapshot } from '#renderer/review/review-session.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import './stale-link.css';

/** Says on every page of a review that signatures no longer count, without moving what is typed in. */
export function StaleLink({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { document: review, latestSha256 } = snapshot;
  const stale = approverStandings(review, latestSha256).filter(({ kind }) => kind === 'stale').length;
  return (
    <div className="stale-link" role="status">
      {stale > 0 && (
        <a href={sectionHref(review.id, 'sign-off')} title={`${staleTitle(stale)}: undo the change, or sign again`}>
          <CircleAlert aria-hidden size={16} />
          <span className="stale-link__words">{staleTitle(stale)}</span>
          <span className="stale-link__word" aria-hidden>
            Stale
          </span>
        </a>
      )}
    </div>
  );
}
