import { subjectOf } from '#renderer/base/subject.ts';
import { useTitle } from '#renderer/base/use-title.ts';
import { CopyOffer } from '#renderer/pages/merge/copy-offer.tsx';
import { TemplateOffer } from '#renderer/pages/templates/template-offer.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import { revisionNumber } from '#shared/review/revision.ts';
import { TitleField } from './title-field.tsx';
import './open-review.css';

/** What a review is called and about; names the window, too. */
export function ReviewHead({
  editor,
  page,
  offersTemplate,
  offersCopies,
}: {
  readonly editor: ReviewEditor;
  /** What of the review is on the screen. */
  readonly page: string;
  /** Whether a newer version of the template is offered here. */
  readonly offersTemplate: boolean;
  /** Whether copies of the review are offered here. */
  readonly offersCopies: boolean;
}) {
  const title = useDocument(editor, (review) => review.title);
  const subject = useDerived(editor, subjectOf);
  const revision = useDerived(editor, revisionNumber);
  const isReconstruction = useDocument(editor, ({ reconstruction }) => reconstruction !== '');
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  useTitle(page, title);
  return (
    <section className="review__head" aria-label="Title and subject">
      <TitleField editor={editor} />
      <p className="review__about">
        {subject}
        {revision > 1 && <span> · Revision {revision}</span>}
        {isReconstruction && <span> · Reconstruction from public sources</span>}
        {offersTemplate && !isSealed && <TemplateOffer review={editor.id} />}
        {offersCopies && <CopyOffer review={editor.id} />}
      </p>
    </section>
  );
}
