import { ConfirmDialog } from '#renderer/components/dialog.tsx';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';

/** A review that somebody wants to delete, and the one that gets the focus when it is gone. */
export interface Doomed {
  readonly review: ReviewSummary;
  readonly neighbour: string | undefined;
}

/** Asks before a review goes to the trash that somebody has signed. */
export function DeleteSigned({
  doomed,
  onClose,
  onDelete,
}: {
  readonly doomed: Doomed | null;
  readonly onClose: () => void;
  readonly onDelete: (doomed: Doomed) => void;
}) {
  return (
    <ConfirmDialog
      title="Delete a review that somebody signed"
      confirm="Move it to the trash"
      isDanger
      isOpen={doomed !== null}
      onClose={onClose}
      onConfirm={() => doomed && onDelete(doomed)}
    >
      {doomed && (
        <p>
          “{doomed.review.title}” stands at “{SIGN_OFF_WORDS[doomed.review.signOff]}”. It goes to the trash and can be
          brought back from there; its sealed records stay in the data folder.
        </p>
      )}
    </ConfirmDialog>
  );
}
