import { sectionHref } from '#renderer/base/routes.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
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
  const risks = useDerived(editor, risksOf);
  const found = risk === null ? undefined : risks.find(({ id }) => id === risk);
  if (!found) return null;
  return (
    <p className="small soft">
      {lead} <a href={sectionHref(editor.id, 'risks', anchor('risks', found.id))}>{found.name}</a>
    </p>
  );
}
