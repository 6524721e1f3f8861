import { Card } from '#renderer/components/card.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { editJustification } from '#shared/kinds/rule/edit.ts';
import { anchor } from '#shared/review/anchor.ts';

/**
 * What the outcome asks the team to put on record. A text written for an earlier outcome stays in
 * sight, because it stays in the record.
 */
export function RuleJustification({
  editor,
  prompt,
}: {
  readonly editor: ReviewEditor;
  /** What is asked for; null when the outcome asks for nothing (any more). */
  readonly prompt: string | null;
}) {
  const id = anchor('rule', 'justification');
  const justification = useDocument(editor, ({ rule }) => rule.justification);
  return (
    <Card title="What the record must say">
      <p>
        {prompt ?? 'The answers as they are now ask for nothing here. The text stays in the record until you empty it.'}
      </p>
      <TextArea
        label="For the record"
        id={id}
        isRequired={prompt !== null}
        value={justification}
        onChange={(text) => editor.update((review) => editJustification(review, text), id)}
      />
    </Card>
  );
}
