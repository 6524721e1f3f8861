import { useState } from 'react';
import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Statement } from '#shared/follow-up/answers.ts';
import { predictionsOf, setPredictedBy, setStatements } from '#shared/follow-up/edit.ts';
import { statementSuggestions } from '#shared/follow-up/suggestions.ts';
import { ChancesDialog } from './chances-dialog.tsx';
import { GivenChancesTable } from './given-chances.tsx';
import { Givers } from './givers.tsx';
import { useChances } from './use-chances.ts';
import './sign-off-page.css';

const BY = [
  { value: 'each', text: 'Each approver' },
  { value: 'team', text: 'The team as one' },
] as const;
const MOST = 5;

/** What is expected of the decision, with chances: made before it is closed, answered on the day. */
export function Predictions({ editor, isClosed }: { readonly editor: ReviewEditor; readonly isClosed: boolean }) {
  const review = useDocument(editor, (all) => all);
  const { by, statements, given } = predictionsOf(review);
  const suggestions = useDerived(editor, statementSuggestions);
  const chances = useChances(editor);
  const [giver, setGiver] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const isReady = statements.length > 0 && statements.every(({ text, on }) => !isBlank(text) && on !== null);
  if (isClosed) return statements.length === 0 ? null : <GivenChancesTable statements={statements} given={given} />;

  const add = (statement: Omit<Statement, 'id'>) =>
    editor.update((all) => setStatements(all, [...statements, { id: editor.newId(), ...statement }]));

  return (
    <Card title="Predictions">
      <p className="soft">
        Up to five sentences that can be checked on a day, each with the chance that it comes true. On that day the list
        of reviews asks what happened. Chances stay private until everybody has given theirs.
      </p>
      <ListEditor<Statement>
        label="Predictions"
        rows={statements}
        newRow={statements.length < MOST ? () => ({ id: editor.newId(), text: '', on: null }) : undefined}
        addText="Add a prediction"
        addButtons={
          statements.length < MOST && suggestions.length > 0 ? (
            <SelectField
              label="Take one from the review"
              isLabelHidden
              value={null}
              placeholder="Take one from the review…"
              options={suggestions.map(({ text }) => ({ value: text, text }))}
              onChange={(text) => {
                const found = suggestions.find((entry) => entry.text === text);
                if (found) add(found);
              }}
            />
          ) : undefined
        }
        noun="prediction"
        nameOf={(row, index) => row.text || `prediction ${index + 1}`}
        empty="None."
        onChange={(rows, key) => editor.update((all) => setStatements(all, rows), key)}
      >
        {(row, change) => (
          <div className="prediction">
            <TextArea
              label="What can be checked"
              rows={1}
              value={row.text}
              onChange={(text) => change({ ...row, text }, 'text')}
            />
            <DateField label="On" value={row.on} onChange={(on) => change({ ...row, on })} />
          </div>
        )}
      </ListEditor>
      {statements.length > 0 && (
        <ChoiceGroup
          label="Who gives chances"
          isClearable={false}
          value={by}
          choices={BY}
          onChange={(chosen) => chosen && chosen !== by && editor.update((all) => setPredictedBy(all, chosen))}
        />
      )}
      {statements.length > 0 && given.length === 0 && (
        <Givers editor={editor} by={by} isReady={isReady} given={chances.by} onGive={setGiver} />
      )}
      {statements.length > 0 && !isReady && <p className="small soft">Each prediction needs words and a day first.</p>}
      {chances.fault && <p role="alert">{chances.fault.message}</p>}
      {given.length > 0 && <GivenChancesTable statements={statements} given={given} isInside />}
      <DialogFor subject={giver}>
        {(person) => (
          <ChancesDialog
            name={person.name}
            statements={statements}
            onClose={() => setGiver(null)}
            onGive={(numbers) => {
              setGiver(null);
              void chances.give(person, numbers);
            }}
          />
        )}
      </DialogFor>
    </Card>
  );
}
