import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { isBlank, LINE_LIMIT } from '#shared/base/limits.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';

/** Where a review gets another title. */
export function RenameDialog({
  review,
  onClose,
  onRename,
}: {
  readonly review: ReviewSummary;
  readonly onClose: () => void;
  readonly onRename: (title: string) => void;
}) {
  const [title, setTitle] = useState(review.title);
  const isReady = !isBlank(title) && title.trim() !== review.title;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isReady) onRename(title.trim());
  }
  return (
    <Dialog title={`Rename “${review.title}”`} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextField label="Title of the review" value={title} maxLength={LINE_LIMIT} onChange={setTitle} />
        {review.signOff !== 'unsigned' && (
          <p className="small soft">The title is signed with the review: signatures that are there turn stale.</p>
        )}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={!isReady}>
            Rename
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
