import { useMemo } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { RecordSummaryPage } from '#renderer/pages/record/record-summary.tsx';
import type { Answer } from '#shared/contract/contract.ts';
import { buildRecord } from '#shared/record/build.ts';
import '#renderer/pages/record/record-page.css';
import './trash-page.css';

/** The first page of the record of a deleted review. */
export function TrashedReview({
  review,
  onClose,
}: {
  readonly review: Answer<'trash.open'>;
  readonly onClose: () => void;
}) {
  const record = useMemo(() => buildRecord(review.document, review.template, review), [review]);
  return (
    <Dialog title={review.document.title} isOpen onClose={onClose} size="wide">
      <div className="paper trash__paper">
        <RecordSummaryPage record={record} />
      </div>
    </Dialog>
  );
}
