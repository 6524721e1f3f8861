import { CircleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { type ApproverStanding, approverStandings } from '#shared/sign-off.ts';
import { Callout } from '../../../components/callout.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import type { ReviewEditor } from '../../../editor.ts';
import { sectionHref } from '../../../routes.ts';
import './stale-signatures.css';

/** Says on the sign-off page whose signatures are for an earlier version, and what to do. */
export function StaleSignatures({ editor }: { readonly editor: ReviewEditor }) {
  const stale = useStale(editor);
  if (stale.length === 0) return null;
  const one = stale.length === 1;
  return (
    <Callout tone="warning" role="status" title={titleOf(stale.length)}>
      <p className="small">
        The review was changed after {stale.map(({ approver }) => approver.name).join(', ')} signed. Undo the change to
        make {one ? 'the signature' : 'the signatures'} valid again, or sign again below.
      </p>
    </Callout>
  );
}

/**
 * The same in a line at the lower edge of the screen, for the pages on which a review is changed. It
 * comes and goes without moving what is being typed in, and can be put away.
 */
export function StaleSignaturesNotice({ editor }: { readonly editor: ReviewEditor }) {
  const stale = useStale(editor);
  const [putAway, setPutAway] = useState(0);
  // A notice put away comes back with the next signature that goes stale.
  if (stale.length < putAway) setPutAway(stale.length);
  const isShown = stale.length > putAway;
  return (
    <div className="stale-notice" role="status">
      {isShown && (
        <div className="stale-notice__line">
          <CircleAlert aria-hidden size={18} />
          <p>
            {titleOf(stale.length)}. Undo the change, or{' '}
            <a href={sectionHref(editor.document.id, 'sign-off')}>sign again</a>.
          </p>
          <IconButton icon={X} label="Put away" onPress={() => setPutAway(stale.length)} />
        </div>
      )}
    </div>
  );
}

function useStale(editor: ReviewEditor): readonly ApproverStanding[] {
  // While the hash of the newest letter is being computed, the message stays as it was.
  const [known, setKnown] = useState(editor.contentSha256);
  if (editor.contentSha256 !== null && editor.contentSha256 !== known) setKnown(editor.contentSha256);
  const contentSha256 = editor.contentSha256 ?? known;
  if (contentSha256 === null) return [];
  return approverStandings(editor.document, contentSha256).filter(({ kind }) => kind === 'stale');
}

function titleOf(count: number): string {
  return count === 1 ? 'A signature is for an earlier version' : `${count} signatures are for an earlier version`;
}
