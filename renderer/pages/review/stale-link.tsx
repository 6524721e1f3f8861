import { CircleAlert } from 'lucide-react';
import { sectionHref } from '#renderer/base/routes.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { staleTitle } from '#renderer/pages/sections/sign-off/stale-signatures.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { SessionSnapshot } from '#renderer/review/review-session.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import './stale-link.css';

/** Says on every page of a review that signatures no longer count, without moving what is typed in. */
export function StaleLink({ editor }: { readonly editor: ReviewEditor }) {
  const stale = useSession(editor, countStale);
  useSaid(stale > 0 ? `${staleTitle(stale)}.` : '');
  return (
    <div className="stale-link">
      {stale > 0 && (
        <a href={sectionHref(editor.id, 'sign-off')} title="Undo the change, or sign again">
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

function countStale({ document: review, latestSha256 }: SessionSnapshot): number {
  return approverStandings(review, latestSha256).filter(({ kind }) => kind === 'stale').length;
}
