import { Stamp } from 'lucide-react';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { signOffState } from '#shared/kinds/sign-off/closing.ts';
import { anchor } from '#shared/review/anchor.ts';

/** Where the open point leads that says to close the review. */
const CLOSING_ID = anchor('sign-off', 'closing');

/** Where an open review is closed. No signature does that, so it is said here. */
export function ClosingCard({ editor, onClose }: { readonly editor: ReviewEditor; readonly onClose: () => void }) {
  const { document, contentSha256 } = useSession(editor, (snapshot) => snapshot);
  const state = contentSha256 === null ? null : signOffState(document, editor.template, contentSha256);
  const isReady = state === 'ready';
  useSaid(isReady ? `${READY}. ${READY_TEXT}` : '');
  return (
    <div id={CLOSING_ID}>
      <Card title="Closing">
        {isReady ? (
          <Callout tone="for" title={READY}>
            <p>{READY_TEXT}</p>
          </Callout>
        ) : (
          <p className="soft">
            Signing closes nothing. Approvers can be added and can sign in any order until somebody seals the record,
            also one that was not agreed or is given up.
          </p>
        )}
        <div className="row">
          <Button
            kind={isReady ? 'primary' : 'secondary'}
            icon={Stamp}
            isDisabled={contentSha256 === null}
            onPress={onClose}
          >
            Seal the record…
          </Button>
        </div>
      </Card>
    </div>
  );
}

const READY = 'Enough approvers have signed';
const READY_TEXT =
  'Nothing is closed by that: others can still be added and sign. Seal the record once all who should speak have spoken.';
