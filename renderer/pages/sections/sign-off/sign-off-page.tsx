import { useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { KEYS_HREF } from '#renderer/base/routes.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { SIGN_OFF_TONES } from '#renderer/components/tone.ts';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { PaperChoice } from '#renderer/review/paper-choice.tsx';
import type { SessionSnapshot } from '#renderer/review/review-session.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import { decisionPoints } from '#shared/kinds/decision/progress.ts';
import type { Approver } from '#shared/kinds/sign-off/answers.ts';
import { signOffState } from '#shared/kinds/sign-off/closing.ts';
import { closeReview, hasSigned, newApprover, setApprovers, sign, signLate } from '#shared/kinds/sign-off/edit.ts';
import { signingBlockedBy } from '#shared/kinds/sign-off/signing-blocked.ts';
import { signOffTally } from '#shared/kinds/sign-off/tally.ts';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { Advice } from './advice.tsx';
import { ApprovalRules } from './approval-rules.tsx';
import { ApproverRow } from './approver-row.tsx';
import { ClosingCard } from './closing-card.tsx';
import { ClosingDialog } from './closing-dialog.tsx';
import { NamedApprovers } from './named-approvers.tsx';
import { ObjectedTo } from './objected-to.tsx';
import { Predictions } from './predictions.tsx';
import { SEAL_ID, SealPanel } from './seal-panel.tsx';
import { SealedPanel } from './sealed-panel.tsx';
import { SignedConditions } from './signed-conditions.tsx';
import { FirstOpenPoints, SignedContent } from './signed-content.tsx';
import { SigningDialog } from './signing-dialog.tsx';
import { StaleSignatures } from './stale-signatures.tsx';
import { Tripwires } from './tripwires.tsx';
import type { Seal } from './use-seal.ts';
import { WhoDecides } from './who-decides.tsx';
import './sign-off-page.css';

/** Who approves, what they sign, and their signatures. */
export function SignOffPage({
  editor,
  section,
  seal,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'sign-off'>;
  readonly seal: Seal;
}) {
  const { template } = editor;
  const { document, contentSha256, isSealed } = useSession(editor, (snapshot) => snapshot);
  const [signer, setSigner] = useState<Approver | null>(null);
  const showToast = useToast();
  const [isClosing, setClosing] = useState(false);
  useSaid(isSealed ? 'This review is closed, so its content does not change any more.' : '');
  const isBlocked = signingBlockedBy(document, template) !== '';

  return (
    <div className="stack">
      {isSealed ? <SealedPanel editor={editor} /> : <StaleSignatures editor={editor} />}
      <ObjectedTo editor={editor} />
      {isBlocked && !isSealed && <Blocked editor={editor} />}
      {isSealed && <SealPanel review={document.id} seal={seal} />}
      {isSealed && <SignedConditions editor={editor} />}
      <SignedContent editor={editor} />
      <Card
        title="Approvers"
        aside={
          contentSha256 !== null && document.signOff.approvers.length > 0 ? (
            <OverallState editor={editor} contentSha256={contentSha256} />
          ) : undefined
        }
      >
        <WhoDecides editor={editor} isClosed={isSealed} />
        <ApprovalRules tally={signOffTally(document, template, contentSha256 ?? '')} />
        <ListEditor<Approver>
          id={anchor('sign-off', 'approvers')}
          label="Approvers"
          rows={document.signOff.approvers}
          newRow={isSealed ? undefined : () => newApprover(editor.newId())}
          canReorder={!isSealed}
          canRemove={!isSealed}
          addText="Add an approver"
          addButtons={
            isSealed ? undefined : <NamedApprovers editor={editor} isBlocked={isBlocked} onSign={setSigner} />
          }
          noun="approver"
          nameOf={(approver, index) => approver.name || `approver ${index + 1}`}
          empty="Nobody yet. Add whoever has to approve."
          lockedBecause={(approver) => lockedBecause(editor.now(), approver)}
          onChange={(rows) => editor.update((review) => setApprovers(review, rows))}
        >
          {(approver) => (
            <ApproverRow
              editor={editor}
              approver={approver}
              roles={section.roles}
              isBlocked={isBlocked}
              onSign={setSigner}
            />
          )}
        </ListEditor>
      </Card>
      <Advice editor={editor} isClosed={isSealed} />
      <Predictions editor={editor} isClosed={isSealed} />
      {!isSealed && <Tripwires editor={editor} />}
      {!isSealed && <ClosingCard editor={editor} onClose={() => setClosing(true)} />}
      {isSealed && takesPaper(seal) && (
        <PaperChoice label="Paper of the sealed record" help="The record is set on it when it is sealed." />
      )}
      <p className="small soft">
        Witnessed seals are made with the workbook’s own key. <a href={KEYS_HREF}>Keys</a> shows its fingerprint and
        exports the certificate that others need in order to trust it.
      </p>
      <DialogFor subject={isClosing || null}>
        {() => (
          <ClosingDialog
            editor={editor}
            onClose={() => setClosing(false)}
            onSeal={(closing, closedSha256) => {
              focusAfter(
                () => {
                  editor.commit((review) =>
                    closeReview(review, template, closedSha256, { ...closing, at: editor.moment() }),
                  );
                  setClosing(false);
                },
                () => window.document.getElementById(SEAL_ID),
              );
              seal.run();
            }}
          />
        )}
      </DialogFor>
      <DialogFor subject={signer}>
        {(approver) => (
          <SigningDialog
            key={approver.id}
            review={document.id}
            approver={approver}
            statement={section.statement}
            conditions={document.decision.conditions}
            people={knownPeople(document)}
            contentSha256={contentSha256}
            onClose={() => setSigner(null)}
            onSign={(signature, signedSha256) => {
              const complete = { ...signature, id: editor.newId(), signedAt: editor.moment() };
              focusAfter(
                () => {
                  const add = isSealed ? signLate : sign;
                  editor.commit((review) => add(review, approver.id, complete, signedSha256));
                  setSigner(null);
                },
                () => afterSigning(approver.id),
              );
              showToast({ text: `Signed as ${approver.name}. Nothing is closed by it.` });
            }}
          />
        )}
      </DialogFor>
    </div>
  );
}

/** What gets the focus after a signature: the signature itself. */
function afterSigning(approver: string): HTMLElement | null {
  return document.getElementById(anchor('sign-off', approver));
}

/** Whether the record of a signed review is still to be sealed, or sealed again. */
function takesPaper({ view }: Seal): boolean {
  return view.kind !== 'unknown' && (view.kind !== 'sealed' || view.isBehind);
}

function lockedBecause({ document }: SessionSnapshot, approver: Approver): string | null {
  return hasSigned(document, approver.id) ? 'Who has signed stays on the record' : null;
}

function Blocked({ editor }: { readonly editor: ReviewEditor }) {
  const points = useDerived(editor, decisionPoints);
  return (
    <Callout tone="open" title="Nobody can sign yet: the decision is not complete">
      <FirstOpenPoints review={editor.id} points={points} />
    </Callout>
  );
}

function OverallState({ editor, contentSha256 }: { readonly editor: ReviewEditor; readonly contentSha256: string }) {
  const state = signOffState(
    useDocument(editor, (review) => review),
    editor.template,
    contentSha256,
  );
  return <Badge tone={SIGN_OFF_TONES[state]}>{SIGN_OFF_WORDS[state]}</Badge>;
}
