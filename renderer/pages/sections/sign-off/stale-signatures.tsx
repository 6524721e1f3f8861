import { useState } from 'react';
import { approverStandings } from '#shared/sign-off.ts';
import { Callout } from '../../../components/callout.tsx';
import type { ReviewEditor } from '../../../editor.ts';
import { sectionHref } from '../../../routes.ts';
import './stale-signatures.css';

/**
 * Says that signatures are for an earlier version. `floating`: at the lower edge of the screen, where
 * it comes and goes without moving what is being typed in.
 */
export function StaleSignatures({
  editor,
  isFloating = false,
}: {
  readonly editor: ReviewEditor;
  readonly isFloating?: boolean;
}) {
  // While the hash of the newest letter is being computed, the message stays as it was.
  const [known, setKnown] = useState(editor.contentSha256);
  if (editor.contentSha256 !== null && editor.contentSha256 !== known) setKnown(editor.contentSha256);
  const contentSha256 = editor.contentSha256 ?? known;
  if (contentSha256 === null) return null;
  const stale = approverStandings(editor.document, contentSha256).filter(({ kind }) => kind === 'stale');
  if (stale.length === 0) return null;
  const names = stale.map(({ approver }) => approver.name).join(', ');
  return (
    <div className={isFloating ? 'stale-signatures stale-signatures--floating' : 'stale-signatures'}>
      <Callout
        tone="warning"
        role="status"
        title={stale.length === 1 ? 'A signature is for an earlier version' : 'Signatures are for an earlier version'}
      >
        <p className="small">
          The review was changed after {names} signed. Undo the change to make{' '}
          {stale.length === 1 ? 'the signature' : 'the signatures'} valid again, or{' '}
          {isFloating ? <a href={sectionHref(editor.document.id, 'sign-off')}>sign again</a> : 'sign again below'}.
        </p>
      </Callout>
    </div>
  );
}
