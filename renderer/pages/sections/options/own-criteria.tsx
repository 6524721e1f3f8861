import { About } from '#renderer/components/about.tsx';
import { AddButton } from '#renderer/components/add-button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import {
  addOwnCriterion,
  changeOwnCriterion,
  OWN_CRITERION_LIMIT,
  type OwnCriterion,
  ownCriteria,
  removeOwnCriterion,
} from '#shared/kinds/options/edit-criteria.ts';
import { anchor } from '#shared/review/anchor.ts';
import './options-page.css';

/** Criteria of the team's own; weight and scores stand in the table with all others. */
export function OwnCriteria({ editor }: { readonly editor: ReviewEditor }) {
  const own = useDocument(editor, ownCriteria);
  return (
    <Card title="Criteria of your own">
      <p className="soft small">
        What decides here and is not in the table yet. Each one gets a row in the table above, with weight and scores.
      </p>
      <ListEditor<OwnCriterion>
        label="Criteria of your own"
        rows={own}
        canReorder={false}
        nameOf={({ name }, index) => name || `criterion ${index + 1}`}
        onChange={(rows) => {
          const removed = own.find(({ id }) => rows.every((row) => row.id !== id));
          if (removed) editor.update((review) => removeOwnCriterion(review, removed.id));
        }}
        addButtons={
          <AddButton
            text="Add a criterion of your own"
            isDisabled={own.length >= OWN_CRITERION_LIMIT}
            onAdd={() => {
              const id = editor.newId();
              editor.update((review) => addOwnCriterion(review, id));
              return fieldId(id);
            }}
          />
        }
      >
        {(criterion, _change, index) => <OwnCriterionFields editor={editor} criterion={criterion} number={index + 1} />}
      </ListEditor>
    </Card>
  );
}

function OwnCriterionFields({
  editor,
  criterion: { id, name, lowest, highest },
  number,
}: {
  readonly editor: ReviewEditor;
  readonly criterion: OwnCriterion;
  readonly number: number;
}) {
  const edit = (change: Partial<OwnCriterion>, key: string) =>
    editor.update((review) => changeOwnCriterion(review, id, change), `${fieldId(id)}.${key}`);
  return (
    <div className="own-criterion">
      <LineField
        label={`Own criterion ${number}`}
        id={fieldId(id)}
        isRequired
        value={name}
        onChange={(text) => edit({ name: text }, 'name')}
      />
      <About subject={`own criterion ${number}`}>
        <LineField label="1 means" value={lowest} onChange={(text) => edit({ lowest: text }, 'lowest')} />
        <LineField label="5 means" value={highest} onChange={(text) => edit({ highest: text }, 'highest')} />
      </About>
    </div>
  );
}

function fieldId(criterion: string): string {
  return anchor('options', 'criteria', criterion);
}
