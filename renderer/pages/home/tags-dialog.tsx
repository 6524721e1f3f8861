import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { ReviewSummary } from '#shared/review/summary.ts';

/** Where a review gets words to find it by. */
export function TagsDialog({
  review,
  onClose,
  onSave,
}: {
  readonly review: ReviewSummary;
  readonly onClose: () => void;
  readonly onSave: (tags: readonly string[]) => void;
}) {
  const [text, setText] = useState(review.tags.join(', '));
  function submit(event: FormEvent) {
    event.preventDefault();
    onSave(
      text
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean)
        .slice(0, 20),
    );
  }
  return (
    <Dialog title={`Tags of “${review.title}”`} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <TextField label="Tags, with commas between them" value={text} onChange={setText} />
        <p className="small soft">Search finds them. No signature is for them, and none turns stale by them.</p>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
