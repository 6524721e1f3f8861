import { useState } from 'react';
import { writeMoment } from '../../app/dates.ts';
import { explainCall } from '../../app/explain-call.ts';
import { useHost } from '../../app/host.tsx';
import { navigate } from '../../app/use-route.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast.tsx';
import type { ReviewSession, SessionSnapshot } from '../../review/review-session.ts';
import { reviewHref } from '../../routes.ts';

export interface StaleDialogProps {
  readonly session: ReviewSession;
  readonly snapshot: SessionSnapshot;
  readonly onLoadTheirs: () => void;
}

/** Asks what to do when somebody else changed the file meanwhile; neither answer writes over theirs. */
export function StaleDialog({ session, snapshot, onLoadTheirs }: StaleDialogProps) {
  const { workspace } = useHost();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { save } = snapshot;

  async function keepMine() {
    setBusy(true);
    setProblem('');
    try {
      const answer = await session.keepAsCopy();
      if (answer.kind === 'imported') {
        workspace.forget(session);
        navigate(reviewHref(answer.id));
        toast({ text: `Your version is now “${answer.title}”.` });
        return;
      }
      setProblem(answer.message);
    } catch (error) {
      setProblem(explainCall(error).message);
    }
    setBusy(false);
  }

  return (
    <Dialog
      title="This review was changed elsewhere"
      isOpen={save.kind === 'stale'}
      onClose={() => undefined}
      role="alertdialog"
      isDismissable={false}
    >
      <p>
        Another window or program saved the file{save.kind === 'stale' && ` (${writeMoment(save.savedAt)})`} after you
        opened it. Their version is on disk; your latest changes are only here.
      </p>
      {problem !== '' && (
        <Callout tone="warning" title="Your version could not be kept" role="alert">
          <p>{problem}</p>
        </Callout>
      )}
      <DialogActions>
        <Button isDisabled={isBusy} onPress={onLoadTheirs}>
          Load theirs, drop mine
        </Button>
        <Button kind="primary" isDisabled={isBusy} onPress={() => void keepMine()}>
          Keep mine as a copy
        </Button>
      </DialogActions>
    </Dialog>
  );
}
