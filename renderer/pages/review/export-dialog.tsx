import { useState, useSyncExternalStore } from 'react';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ExportDone } from '#renderer/components/export-done.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { isDraft, isSealed, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import { AdrNameForm } from './adr-name-form.tsx';
import { ExportFields } from './export-fields.tsx';
import { IndexOffer } from './index-offer.tsx';
import { useExport } from './use-export.ts';
import '#renderer/components/export-form.css';

export interface ExportDialogProps {
  readonly session: ReviewSession;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Writes the record to a file. */
export function ExportDialog({ session, isOpen, onClose }: ExportDialogProps) {
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog title="Export" size="wide" isOpen={isOpen} onClose={onClose} isDismissable={!isBusy}>
      <ExportSteps session={session} onBusy={setBusy} onClose={onClose} />
    </Dialog>
  );
}

interface ExportStepsProps {
  readonly session: ReviewSession;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onClose: () => void;
}

/** Lives as long as the dialog is open, so that each export starts afresh. */
function ExportSteps({ session, onBusy, onClose }: ExportStepsProps) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const { state, progress, run, name, extendIndex, cancel, again } = useExport(session, onBusy);
  const standing = signOffState(snapshot.document, session.template, snapshot.latestSha256);
  if (state.kind === 'done') {
    return (
      <ExportDone path={state.path} notes={state.notes} onAgain={again} onClose={onClose}>
        {state.index && <IndexOffer {...state.index} onExtend={() => extendIndex(state)} />}
      </ExportDone>
    );
  }
  if (state.kind === 'unnamed') {
    return <AdrNameForm unnamed={state} onExport={(given) => name(state, given)} onBack={again} />;
  }
  return (
    <>
      {isDraft(standing) && (
        <Callout
          tone="open"
          title={`Draft (${SIGN_OFF_WORDS[standing].toLowerCase()}): every page of the PDF says so.`}
        />
      )}
      <ExportFields
        review={snapshot.document.id}
        title={snapshot.document.title}
        isSealed={isSealed(standing)}
        state={state}
        progress={progress}
        onExport={run}
        onCancel={cancel}
        onClose={onClose}
      />
    </>
  );
}
