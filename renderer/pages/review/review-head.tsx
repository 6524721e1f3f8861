import { useEffect } from 'react';
import { subjectOf } from '#renderer/base/subject.ts';
import { TemplateOffer } from '#renderer/pages/templates/template-offer.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import { revisionNumber } from '#shared/review/revision.ts';
import { TitleField } from './title-field.tsx';
import './open-review.css';

/** What a review is called and about; names the window, too. */
export function ReviewHead({
  editor,
  offersTemplate,
}: {
  readonly editor: ReviewEditor;
  /** Whether a newer version of the template is offered here. */
  readonly offersTemplate: boolean;
}) {
  const title = useDocument(editor, (review) => review.title);
  const subject = useDerived(editor, subjectOf);
  const revision = useDerived(editor, revisionNumber);
  const isReconstruction = useDocument(editor, ({ reconstruction }) => reconstruction !== '');
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  useEffect(() => {
    document.title = `${title} – Groundwork`;
  }, [title]);
  return (
    <div className="review__head">
      <TitleField editor={editor} />
      <p className="review__about">
        {subject}
        {revision > 1 && <span> · Revision {revision}</span>}
        {isReconstruction && <span> · Reconstruction from public sources</span>}
        {offersTemplate && !isSealed && <TemplateOffer review={editor.id} />}
      </p>
    </div>
  );
}
