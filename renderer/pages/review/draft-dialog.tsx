import { useSyncExternalStore } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { ReviewDiff } from '#renderer/pages/history/review-diff.tsx';
import type { Draft } from '#renderer/review/draft.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useKeepCopy } from '#renderer/review/use-keep-copy.ts';

export interface DraftDialogProps {
  readonly session: ReviewSession;
  readonly onKept: (id: string) => void;
}

/** Offers what a window that closed or broke had not saved. */
export function DraftDialog({ session, onKept }: DraftDialogProps) {
  const draft = useSyncExternalStore(session.subscribe, session.draft);
  return (
    <Dialog
      title="Changes that were not saved"
      isOpen={draft !== null}
      onClose={() => undefined}
      size="wide"
      isDismissable={false}
    >
      {draft && <Offer draft={draft} session={session} onKept={onKept} />}
    </Dialog>
  );
}

function Offer({ draft, session, onKept }: DraftDialogProps & { readonly draft: Draft }) {
  const { keep, isBusy, fault } = useKeepCopy(session, (id) => {
    session.settleDraft('drop');
    onKept(id);
  });
  const { saved, isSealed } = session.snapshot();
  const isSameFile = draft.saved.revision === saved.revision && draft.saved.savedAt === saved.savedAt;
  const fits = isSameFile && !isSealed;
  return (
    <>
      <p>
        A window with this review ended on {writeMoment(draft.keptAt)} before its last changes were on the disk. The
        browser has kept them.
        {!fits && ' The review was changed since then, so they can only be kept beside it, as a copy.'}
      </p>
      <ReviewDiff before={session.document} after={draft.document} template={session.template} />
      {fault && (
        <Callout tone="warning" title="They could not be kept" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      <DialogActions>
        <Button isDisabled={isBusy} onPress={() => session.settleDraft('drop')}>
          Drop them
        </Button>
        {fits ? (
          <Button kind="primary" onPress={() => session.settleDraft('take')}>
            Take them over
          </Button>
        ) : (
          <Button kind="primary" isDisabled={isBusy} onPress={() => keep(draft.document)}>
            Keep them as a copy
          </Button>
        )}
      </DialogActions>
    </>
  );
}
