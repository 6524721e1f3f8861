import { sectionHref } from '#renderer/base/routes.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';

/** The way to the risk that an answer here is about; nothing where the template names none. */
export function AnsweredRisk({
  editor,
  risk,
  lead,
}: {
  readonly editor: ReviewEditor;
  readonly risk: string | null;
  /** Words before the name of the risk. */
  readonly lead: string;
}) {
  const found = risk === null ? undefined : risksOf(editor.document, editor.template).find(({ id }) => id === risk);
  if (!found) return null;
  return (
    <p className="small soft">
      {lead} <a href={sectionHref(editor.document.id, 'risks', anchor('risks', found.id))}>{found.name}</a>
    </p>
  );
}
