import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Condition } from '#shared/kinds/decision/answers.ts';
import { changeCondition, changeDecision, linkCondition, newCondition } from '#shared/kinds/decision/edit.ts';
import { type ReviewRisk, risksOf } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';
import './decision-page.css';

/** What has to hold for the decision to stand. */
export function Conditions({ editor }: { readonly editor: ReviewEditor }) {
  const people = useDerived(editor, knownPeople);
  const conditions = useDocument(editor, ({ decision }) => decision.conditions);
  return (
    <Card title="Conditions">
      <ListEditor<Condition>
        label="Conditions"
        id={anchor('decision', 'conditions')}
        rows={conditions}
        newRow={() => newCondition(editor.newId())}
        addText="Add a condition"
        noun="condition"
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
              <ConditionLink editor={editor} condition={row} />
              <DateField label="Due" value={row.due} onChange={(due) => change({ due }, 'due')} />
              <Checkbox isOneOfMany isSelected={row.met} onChange={(met) => change({ met }, 'met')}>
                Met
              </Checkbox>
            </div>
          );
        }}
      </ListEditor>
    </Card>
  );
}

interface Link {
  readonly value: string;
  readonly text: string;
  readonly link: { readonly risk: string; readonly action?: string };
}

/** Which risk of the review, or which action of one, makes the condition come true. */
function ConditionLink({ editor, condition }: { readonly editor: ReviewEditor; readonly condition: Condition }) {
  const links = linksOf(useDerived(editor, risksOf), condition);
  if (links.length === 0) return null;
  return (
    <SelectField
      label="Met by"
      value={condition.risk === undefined ? null : keyOf(condition.risk, condition.action)}
      options={links}
      placeholder="No risk or action"
      onChange={(value) => {
        const found = links.find((entry) => entry.value === value);
        editor.update((document) => linkCondition(document, condition.id, found?.link ?? null));
      }}
    />
  );
}

/** Risks that apply, each followed by its actions, and what the condition names already. */
function linksOf(risks: readonly ReviewRisk[], { risk: linked }: Condition): readonly Link[] {
  return risks
    .filter(({ id, assessment }) => assessment.applicable === true || id === linked)
    .flatMap(({ id: risk, name, assessment }) => [
      { value: keyOf(risk), text: `Risk: ${name}`, link: { risk } },
      ...assessment.actions
        .filter(({ text }) => !isBlank(text))
        .map(({ id: action, text }) => ({
          value: keyOf(risk, action),
          text: `Action: ${text} (${name})`,
          link: { risk, action },
        })),
    ]);
}

/** Ids have no slash. */
function keyOf(risk: string, action?: string): string {
  return action === undefined ? risk : `${risk}/${action}`;
}
