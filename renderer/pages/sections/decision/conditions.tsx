import type { Condition } from '#shared/review.ts';
import { Card } from '../../../components/card.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { ComboField } from '../../../components/combo-field.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { ListEditor } from '../../../components/list-editor.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import { changeCondition, changeDecision, newCondition } from '../../../edit/decision.ts';
import type { ReviewEditor } from '../../../editor.ts';
import { knownPeople } from '../known-people.ts';

/** What has to hold for the decision to stand. */
export function Conditions({ editor }: { readonly editor: ReviewEditor }) {
  const people = knownPeople(editor.document);
  return (
    <Card title="Conditions">
      <ListEditor<Condition>
        label="Conditions"
        rows={editor.document.decision.conditions}
        newRow={() => newCondition(editor.newId())}
        addText="Add a condition"
        nameOf={(row, index) => row.text || `condition ${index + 1}`}
        empty="None: the decision stands as it is."
        onChange={(rows) => editor.update((document) => changeDecision(document, { conditions: rows }))}
      >
        {(row) => {
          const change = (part: Partial<Omit<Condition, 'id'>>, field: string) =>
            editor.update((document) => changeCondition(document, row.id, part), `condition.${row.id}.${field}`);
          return (
            <div className="condition">
              <TextArea
                label="What has to hold"
                rows={1}
                value={row.text}
                onChange={(text) => change({ text }, 'text')}
              />
              <ComboField
                label="Owner"
                value={row.owner}
                suggestions={people}
                onChange={(owner) => change({ owner }, 'owner')}
              />
              <DateField label="Due" value={row.due} onChange={(due) => change({ due }, 'due')} />
              <Checkbox isSelected={row.met} onChange={(met) => change({ met }, 'met')}>
                Met
              </Checkbox>
            </div>
          );
        }}
      </ListEditor>
    </Card>
  );
}
