import { useSyncExternalStore } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useKeepCopy } from '#renderer/review/use-keep-copy.ts';

export interface StaleDialogProps {
  readonly session: ReviewSession;
  readonly onLoadTheirs: () => void;
  readonly onKept: (id: string) => void;
}

/** Asks what to do when somebody else changed the file meanwhile; neither answer writes over theirs. */
export function StaleDialog({ session, onLoadTheirs, onKept }: StaleDialogProps) {
  const { keep, isBusy, fault } = useKeepCopy(session, onKept);
  const stale = useSyncExternalStore(session.subscribe, () => staleOf(session));
  return (
    <Dialog
      title="This review was changed elsewhere"
      isOpen={stale !== null}
      onClose={() => undefined}
      role="alertdialog"
      isDismissable={false}
    >
      <p>
        Another program saved the file{stale && ` (${writeMoment(stale.savedAt)})`} after you opened it. Their version
        is on disk; your latest changes are only here.
      </p>
      {fault && (
        <Callout tone="warning" title="Your version could not be kept" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      <DialogActions>
        <Button isDisabled={isBusy} onPress={onLoadTheirs}>
          Load theirs, drop mine
        </Button>
        <Button kind="primary" isDisabled={isBusy} onPress={() => keep()}>
          Keep mine as a copy
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function staleOf(session: ReviewSession) {
  const { save } = session.snapshot();
  return save.kind === 'stale' ? save : null;
}
