import { Stamp } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { PaperChoice } from '#renderer/review/paper-choice.tsx';
import { useDerived, useSession } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { type ClosedAs, closingVerdict } from '#shared/kinds/sign-off/closing.ts';
import { objectionText } from '#shared/kinds/sign-off/objection.ts';
import { type SignOffTally, signOffTally } from '#shared/kinds/sign-off/tally.ts';
import { ClosingFacts } from './closing-facts.tsx';
import './sign-off-page.css';

const TITLES: Readonly<Record<ClosedAs, string>> = {
  agreed: 'Seal the record as agreed',
  dissent: 'Seal the record with dissent',
  'not-agreed': 'Seal the record as not agreed',
};

/** What the seals of the record stand for, as the end of a sentence. */
function sealedFor({ approvals, objections }: SignOffTally): string {
  if (approvals.length + objections.length === 0) return 'for the closing, because nobody has signed this content';
  return `for each approver who signed${objections.length > 0 ? ', for each objection too' : ''}`;
}

export interface ClosingDialogProps {
  readonly editor: ReviewEditor;
  readonly onClose: () => void;
  readonly onSeal: (closing: { readonly by: string; readonly reason: string }, contentSha256: string) => void;
}

/** What closing the review makes of it, before somebody does: who signed what, what is open, and what happens. */
export function ClosingDialog({ editor, onClose, onSeal }: ClosingDialogProps) {
  const { document, contentSha256 } = useSession(editor, (snapshot) => snapshot);
  const people = useDerived(editor, knownPeople);
  const facilitator = document.context.facilitator;
  const [by, setBy] = useState(facilitator);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const id = useId();
  if (contentSha256 === null) return null;
  const tally = signOffTally(document, editor.template, contentSha256);
  const verdict = closingVerdict(tally);
  const owesReason = verdict === 'not-agreed' && isBlank(reason);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isBlank(by)) focusAnchor(`${id}-by`);
    else if (owesReason) focusAnchor(`${id}-reason`);
    else if (contentSha256 !== null) onSeal({ by: by.trim(), reason }, contentSha256);
  }

  return (
    <Dialog title={TITLES[verdict]} isOpen onClose={onClose} size="wide">
      <form className="stack" onSubmit={submit} noValidate>
        {verdict === 'dissent' && (
          <Callout tone="warning" title="Decided against an objection">
            {tally.objections.map((objection) => (
              <p key={objection.id}>{objectionText(objection)}</p>
            ))}
            <p className="small">The record, its Markdown and every later check name the objection with these words.</p>
          </Callout>
        )}
        {verdict === 'not-agreed' && (
          <Callout tone="warning" title="It does not take effect">
            {tally.objections.map((objection) => (
              <p key={objection.id}>{objectionText(objection)}</p>
            ))}
            <p className="small">
              What it takes to decide is not there, so the record says “Not agreed”. To go on instead, close this and
              let the others sign.
            </p>
          </Callout>
        )}
        <ClosingFacts editor={editor} contentSha256={contentSha256} />
        <ComboField
          id={`${id}-by`}
          label="Who closes it"
          isRequired
          value={by}
          suggestions={people}
          error={wasTried && isBlank(by) ? 'Say who closes the review.' : undefined}
          onChange={setBy}
        />
        <TextArea
          id={`${id}-reason`}
          label={verdict === 'not-agreed' ? 'Why it was not agreed, or was given up' : 'Remark (optional)'}
          isRequired={verdict === 'not-agreed'}
          rows={1}
          value={reason}
          error={wasTried && owesReason ? 'Write why, so that the record can say it.' : undefined}
          onChange={setReason}
        />
        <PaperChoice label="Paper of the sealed record" />
        <div className="small">
          <p>What happens:</p>
          <ul className="open-point-links">
            <li>Content, approvers and signatures do not change any more; nobody signs after this.</li>
            <li>The record is made and gets a digital signature {sealedFor(tally)}.</li>
            <li>Conditions can still be closed. Anything else is for the next revision.</li>
          </ul>
        </div>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" icon={Stamp}>
            Close and seal
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
