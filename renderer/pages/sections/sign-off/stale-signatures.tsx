import { useState } from 'react';
import { Callout } from '#renderer/components/callout.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { type ApproverStanding, approverStandings } from '#shared/kinds/sign-off/sign-off.ts';

/** Says on the sign-off page whose signatures are for an earlier version, and what to do. */
export function StaleSignatures({ editor }: { readonly editor: ReviewEditor }) {
  const stale = useStale(editor);
  if (stale.length === 0) return null;
  const one = stale.length === 1;
  return (
    <Callout tone="warning" title={staleTitle(stale.length)}>
      <p className="small">
        The review was changed after {stale.map(({ approver }) => approver.name).join(', ')} signed. Undo the change to
        make {one ? 'the signature' : 'the signatures'} valid again, or sign again below.
      </p>
    </Callout>
  );
}

function useStale(editor: ReviewEditor): readonly ApproverStanding[] {
  // While the hash of the newest letter is being computed, the message stays as it was.
  const { document: review, contentSha256: hashed } = useSession(editor, (snapshot) => snapshot);
  const [known, setKnown] = useState(hashed);
  if (hashed !== null && hashed !== known) setKnown(hashed);
  const contentSha256 = hashed ?? known;
  if (contentSha256 === null) return [];
  return approverStandings(review, contentSha256).filter(({ kind }) => kind === 'stale');
}

/** How many signatures no longer count, in words. */
export function staleTitle(count: number): string {
  return count === 1 ? 'A signature is for an earlier version' : `${count} signatures are for an earlier version`;
}
