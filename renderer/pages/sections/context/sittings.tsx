import { CalendarPlus } from 'lucide-react';
import { today } from '#renderer/base/dates.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerivedPiece, useDocument } from '#renderer/review/use-document.ts';
import { formatDate } from '#shared/base/dates.ts';
import type { Sitting } from '#shared/kinds/context/answers.ts';
import { editContext } from '#shared/kinds/context/edit.ts';
import { addSitting, setPresent, setSittings } from '#shared/kinds/context/edit-people.ts';
import { namedPeople, sittingsOf } from '#shared/kinds/context/people.ts';
import { anchor } from '#shared/review/anchor.ts';
import './context-page.css';
import '#renderer/components/field.css';

const ID = anchor('context', 'sittings');

/** The sittings in which the review is held, with who was there; nothing while none is noted. */
export function Sittings({ editor }: { readonly editor: ReviewEditor }) {
  const sittings = useDocument(editor, sittingsOf);
  const add = () => addOne(editor);
  if (sittings.length === 0) {
    return (
      <div className="row" id={ID}>
        <Button icon={CalendarPlus} size="small" onPress={add}>
          Note who is there
        </Button>
        <span className="small soft">Also for a review in several sittings.</span>
      </div>
    );
  }
  return (
    <div className="stack stack--tight">
      <h4>Sittings</h4>
      <ListEditor
        id={ID}
        label="Sittings"
        rows={sittings}
        onChange={(rows, key) => editor.update((review) => setSittings(review, rows), key)}
        noun="sitting"
        canReorder={false}
        nameOf={(sitting, index) => sittingName(sitting, index)}
        addButtons={
          <Button icon={CalendarPlus} size="small" onPress={add}>
            Add a sitting
          </Button>
        }
      >
        {(sitting, changeRow) => (
          <div className="sitting">
            <DateField
              label="Date"
              value={sitting.heldOn}
              onChange={(heldOn) => changeRow({ ...sitting, heldOn }, `${ID}.${sitting.id}.date`)}
            />
            <Attendance editor={editor} sitting={sitting} />
          </div>
        )}
      </ListEditor>
    </div>
  );
}

/** The day of the workshop, where no sittings are noted. */
export function WorkshopDay({ editor }: { readonly editor: ReviewEditor }) {
  const heldOn = useDocument(editor, ({ context }) => context.heldOn);
  const isOne = useDocument(editor, ({ context }) => context.sittings === undefined);
  if (!isOne) return null;
  return (
    <DateField
      label="Date"
      value={heldOn}
      onChange={(date) => editor.update((review) => editContext(review, { heldOn: date }), 'context.held-on')}
    />
  );
}

/** Adds a sitting of today with everybody there. */
function addOne(editor: ReviewEditor): void {
  editor.update((review) => addSitting(review, editor.newId(), today()));
}

function Attendance({ editor, sitting }: { readonly editor: ReviewEditor; readonly sitting: Sitting }) {
  const people = useDerivedPiece(editor, namedPeople, (all) => all.map(({ id, name }) => ({ id, name })));
  if (people.length === 0) return <p className="small soft">Name the people first.</p>;
  // Somebody who has no name yet cannot be seen to have been there.
  const present = people.filter(({ id }) => sitting.present.includes(id)).length;
  return (
    <fieldset className="sitting__people">
      <legend className="field__label">
        Who was there ({present} of {people.length})
      </legend>
      {people.map(({ id, name }) => (
        <Checkbox
          key={id}
          isOneOfMany
          isSelected={sitting.present.includes(id)}
          onChange={(isPresent) => editor.update((review) => setPresent(review, sitting.id, id, isPresent))}
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function sittingName({ heldOn }: Sitting, index: number): string {
  return heldOn === null ? `sitting ${index + 1}` : `the sitting of ${formatDate(heldOn)}`;
}
