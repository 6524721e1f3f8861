import { useState, useSyncExternalStore } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { MergeView } from '#renderer/pages/merge/merge-view.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useKeepCopy } from '#renderer/review/use-keep-copy.ts';

export interface StaleDialogProps {
  readonly session: ReviewSession;
  readonly onLoadTheirs: () => void;
  readonly onKept: (id: string) => void;
}

/** Asks what to do when somebody else changed the file meanwhile; no answer drops anything of theirs unasked. */
export function StaleDialog({ session, onLoadTheirs, onKept }: StaleDialogProps) {
  const stale = useSyncExternalStore(session.subscribe, () => staleOf(session));
  const [isMerging, setMerging] = useState(false);
  return (
    <Dialog
      title={isMerging ? 'Merge your changes with theirs' : 'This review was changed elsewhere'}
      isOpen={stale !== null}
      onClose={() => undefined}
      role="alertdialog"
      size="wide"
      isDismissable={false}
    >
      {isMerging ? (
        <MergeView
          session={session}
          from={{ kind: 'disk' }}
          onMerge={async ({ document, other }) => {
            setMerging(false);
            session.takeMerged(document, other);
            return null;
          }}
          onBack={() => setMerging(false)}
          back="Back"
        />
      ) : (
        <Question
          session={session}
          savedAt={stale?.savedAt ?? null}
          onLoadTheirs={onLoadTheirs}
          onKept={onKept}
          onMerge={() => setMerging(true)}
        />
      )}
    </Dialog>
  );
}

interface QuestionProps extends StaleDialogProps {
  readonly savedAt: string | null;
  readonly onMerge: () => void;
}

function Question({ session, savedAt, onLoadTheirs, onKept, onMerge }: QuestionProps) {
  const { keep, isBusy, fault } = useKeepCopy(session, onKept);
  return (
    <>
      <p>
        Another program saved the file{savedAt !== null && ` (${writeMoment(savedAt)})`} after you opened it. Their
        version is on disk; your latest changes are only here.
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
        <Button kind={session.canMerge ? 'secondary' : 'primary'} isDisabled={isBusy} onPress={() => keep()}>
          Keep mine as a copy
        </Button>
        {session.canMerge && (
          <Button kind="primary" isDisabled={isBusy} onPress={onMerge}>
            Merge both…
          </Button>
        )}
      </DialogActions>
    </>
  );
}

function staleOf(session: ReviewSession) {
  const { save } = session.snapshot();
  return save.kind === 'stale' ? save : null;
}
