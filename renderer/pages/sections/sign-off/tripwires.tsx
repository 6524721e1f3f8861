import { Card } from '#renderer/components/card.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import type { Tripwire } from '#shared/follow-up/answers.ts';
import { newTripwire, setTripwires } from '#shared/follow-up/edit.ts';
import { tripwireSuggestions } from '#shared/follow-up/suggestions.ts';
import './sign-off-page.css';

/** Signs that reopen the question, also of a decision to stay. Once the review is closed they stand on its follow-up. */
export function Tripwires({ editor }: { readonly editor: ReviewEditor }) {
  const people = useDerived(editor, knownPeople);
  const suggestions = useDerived(editor, tripwireSuggestions);
  const tripwires = useDocument(editor, (review) => review.tripwires ?? NONE);
  return (
    <Card title="Tripwires">
      <p className="soft">
        What would show that the decision has to be looked at again, where to look for it, and who does. A plan for
        staying needs them, too.
      </p>
      <ListEditor<Tripwire>
        label="Tripwires"
        rows={tripwires}
        newRow={() => newTripwire(editor.newId())}
        addText="Add a tripwire"
        addButtons={
          suggestions.length > 0 ? (
            <SelectField
              label="Take one from the review"
              isLabelHidden
              value={null}
              placeholder="Take one from the review…"
              options={suggestions.map(({ sign }) => ({ value: sign, text: sign }))}
              onChange={(sign) => {
                const found = suggestions.find((entry) => entry.sign === sign);
                if (!found) return;
                editor.update((review) =>
                  setTripwires(review, [...tripwires, { ...newTripwire(editor.newId()), ...found }]),
                );
              }}
            />
          ) : undefined
        }
        noun="tripwire"
        nameOf={(row, index) => row.sign || `tripwire ${index + 1}`}
        empty="None."
        onChange={(rows, key) => editor.update((review) => setTripwires(review, rows), key)}
      >
        {(row, change) => <TripwireFields row={row} people={people} onChange={change} />}
      </ListEditor>
    </Card>
  );
}

const NONE: readonly Tripwire[] = [];

/** The fields of one tripwire. */
function TripwireFields({
  row,
  people,
  onChange,
}: {
  readonly row: Tripwire;
  readonly people: readonly string[];
  readonly onChange: (row: Tripwire, key?: string) => void;
}) {
  return (
    <div className="tripwire">
      <TextField label="Sign" value={row.sign} onChange={(sign) => onChange({ ...row, sign }, 'sign')} />
      <TextField
        label="From which value on"
        value={row.threshold}
        onChange={(threshold) => onChange({ ...row, threshold }, 'threshold')}
      />
      <TextField label="Where to look" value={row.where} onChange={(where) => onChange({ ...row, where }, 'where')} />
      <ComboField
        label="Who looks"
        value={row.owner}
        suggestions={people}
        onChange={(owner) => onChange({ ...row, owner }, 'owner')}
      />
      <DateField label="Look next on" value={row.due} onChange={(due) => onChange({ ...row, due })} />
    </div>
  );
}
