import { Callout } from '#renderer/components/callout.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/fields.ts';
import { contradictions } from '#shared/kinds/decision/decision.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import './decision-page.css';

/** Where the decision departs from the rest of the review, with the reason the team owes for it. */
export function Contradiction({ editor }: { readonly editor: ReviewEditor }) {
  const contradictionReason = useDocument(editor, ({ decision }) => decision.contradictionReason);
  const found = useDerived(editor, contradictions);
  // A reason that was written stays visible, because the record prints it, until somebody removes it.
  if (found.length === 0 && isBlank(contradictionReason)) return null;
  const id = anchor('decision', 'contradiction');
  const reason = (
    <TextArea
      id={id}
      label={found.length > 0 ? 'Why the team decides so all the same' : 'Reason written earlier'}
      isRequired={found.length > 0}
      rows={2}
      value={contradictionReason}
      onChange={(text) => editor.update((document) => changeDecision(document, { contradictionReason: text }), id)}
    />
  );
  if (found.length === 0) {
    return (
      <Callout tone="neutral" title="The decision no longer departs from the rest of the review">
        <p className="small">Clear the reason if the record should not show it.</p>
        {reason}
      </Callout>
    );
  }
  return (
    <Callout tone="warning" title="The decision departs from the rest of the review" role="status">
      <ul className="contradiction__list">
        {found.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="small">That is allowed. The record shows it together with the reason.</p>
      {reason}
    </Callout>
  );
}
