import { sectionHref } from '#renderer/base/routes.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sectionOf } from '#shared/template/template.ts';

/** Says which risk the plan raises, with a link to it; nothing when the template has no risks. */
export function RaisedRisk({
  editor,
  risk,
  name,
}: {
  readonly editor: ReviewEditor;
  /** Id of the risk. */
  readonly risk: string;
  readonly name: string;
}) {
  if (!sectionOf(editor.template, 'risks')) return null;
  return (
    <p>
      This puts a risk on the list: <a href={sectionHref(editor.id, 'risks', anchor('risks', risk))}>{name}</a>
    </p>
  );
}
