import { Equal, Minus, Plus } from 'lucide-react';
import { Card } from '#renderer/components/card.tsx';
import { type Choice, ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import type { Consequence } from '#shared/kinds/decision/answers.ts';
import { changeConsequence, changeDecision, newConsequence } from '#shared/kinds/decision/edit.ts';
import './decision-page.css';

const TONES: readonly Choice<Consequence['tone']>[] = [
  { value: 'good', text: 'Good', icon: Plus, tone: 'for', key: 'g' },
  { value: 'neutral', text: 'Neutral', icon: Equal, tone: 'neutral', key: 'n' },
  { value: 'bad', text: 'Bad', icon: Minus, tone: 'open', key: 'b' },
];

/** What follows from the decision, pleasant or not. */
export function Consequences({ editor }: { readonly editor: ReviewEditor }) {
  const consequences = useDocument(editor, ({ decision }) => decision.consequences);
  return (
    <Card title="Consequences">
      <ListEditor<Consequence>
        label="Consequences"
        rows={consequences}
        newRow={() => newConsequence(editor.newId(), consequences.at(-1)?.tone ?? 'good')}
        addText="Add a consequence"
        nameOf={(row, index) => row.text || `consequence ${index + 1}`}
        empty="What gets better, what gets worse, what is just different?"
        onChange={(rows) => editor.update((document) => changeDecision(document, { consequences: rows }))}
      >
        {(row, _change, index) => (
          <div className="consequence">
            <ChoiceGroup
              label={`Consequence ${index + 1} is`}
              isLabelHidden
              isClearable={false}
              value={row.tone}
              choices={TONES}
              onChange={(tone) =>
                editor.update((document) => changeConsequence(document, row.id, { tone: tone ?? row.tone }))
              }
            />
            <TextArea
              label={`Consequence ${index + 1}`}
              isLabelHidden
              rows={1}
              value={row.text}
              onChange={(text) =>
                editor.update((document) => changeConsequence(document, row.id, { text }), `consequence.${row.id}`)
              }
            />
          </div>
        )}
      </ListEditor>
    </Card>
  );
}
