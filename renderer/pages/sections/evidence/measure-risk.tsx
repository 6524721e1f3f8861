import { RaisedRisk } from '#renderer/pages/sections/parts/raised-risk.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { sectionOf } from '#shared/template/template.ts';

/** Says which risk of the checklist this raises; nothing when the template names none. */
export function MeasureRisk({ editor, risk }: { readonly editor: ReviewEditor; readonly risk: string | null }) {
  const raised = sectionOf(editor.template, 'risks')?.risks.find((entry) => entry.id === risk);
  return raised ? <RaisedRisk editor={editor} risk={raised.id} name={raised.name} /> : null;
}
