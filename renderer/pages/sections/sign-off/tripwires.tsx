import { writeDay } from '#renderer/base/dates.ts';
import { sectionHref } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import type { Tripwire } from '#shared/follow-up/answers.ts';
import { newTripwire, setTripwires, takeSign } from '#shared/follow-up/edit.ts';
import { MOST_TRIPWIRES } from '#shared/follow-up/schema.ts';
import { isStaying, tripwireSuggestions } from '#shared/follow-up/suggestions.ts';
import { anchor } from '#shared/review/anchor.ts';
import { OfferedSigns } from './offered-signs.tsx';
import './sign-off-page.css';

/** Signs that reopen the question, also of a decision to stay. Once the review is closed they stand on its follow-up. */
export function Tripwires({ editor }: { readonly editor: ReviewEditor }) {
  const people = useDerived(editor, knownPeople);
  const suggestions = useDerived(editor, tripwireSuggestions);
  const isStay = useDerived(editor, isStaying);
  const tripwires = useDocument(editor, (review) => review.tripwires ?? NONE);
  const again = useDocument(editor, (review) => review.decision.reviewOn);
  return (
    <Card title={isStay ? 'Plan for staying' : 'Tripwires'} id={anchor('sign-off', 'tripwires')}>
      <p className="soft">
        {isStay
          ? 'Staying is a decision for as long as its grounds hold. Say what would show that they do not: where to look for it, from which value on, and who does.'
          : 'What would show that the decision has to be looked at again, where to look for it, and who does.'}
      </p>
      {isStay && (
        <p>
          <a href={sectionHref(editor.id, 'decision', anchor('decision', 'review-again'))}>
            {again === null ? 'No day is set on which it is looked at again' : `Looked at again on ${writeDay(again)}`}
          </a>
        </p>
      )}
      <ListEditor<Tripwire>
        label="Tripwires"
        rows={tripwires}
        newRow={() => newTripwire(editor.newId())}
        addText="Add a tripwire"
        noun="tripwire"
        most={MOST_TRIPWIRES}
        nameOf={(row, index) => row.sign || `tripwire ${index + 1}`}
        empty={isStay ? 'None yet, so nothing would reopen the question.' : 'None.'}
        onChange={(rows, key) => editor.update((review) => setTripwires(review, rows), key)}
      >
        {(row, change) => <TripwireFields row={row} people={people} onChange={change} />}
      </ListEditor>
      <OfferedSigns
        signs={tripwires.length < MOST_TRIPWIRES ? suggestions : []}
        onTake={(sign) => editor.update((review) => takeSign(review, editor.newId(), sign))}
      />
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
