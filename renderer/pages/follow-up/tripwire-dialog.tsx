import { type FormEvent, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { Button } from '#renderer/components/button.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { Tripwire } from '#shared/follow-up/answers.ts';
import { newTripwire } from '#shared/follow-up/edit.ts';

/** Adds a sign that reopens the question, after the review was closed. */
export function TripwireDialog({
  id: tripwire,
  people,
  onClose,
  onAdd,
}: {
  readonly id: string;
  readonly people: readonly string[];
  readonly onClose: () => void;
  readonly onAdd: (tripwire: Tripwire) => void;
}) {
  const [row, setRow] = useState(() => newTripwire(tripwire));
  const [wasTried, setTried] = useState(false);
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isBlank(row.sign)) focusAnchor(`${id}-sign`);
    else onAdd(row);
  }

  return (
    <Dialog title="Add a tripwire" isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          id={`${id}-sign`}
          label="Sign"
          isRequired
          value={row.sign}
          error={wasTried && isBlank(row.sign) ? 'Write what would show it.' : undefined}
          onChange={(sign) => setRow({ ...row, sign })}
        />
        <TextField
          label="From which value on"
          value={row.threshold}
          onChange={(threshold) => setRow({ ...row, threshold })}
        />
        <TextField label="Where to look" value={row.where} onChange={(where) => setRow({ ...row, where })} />
        <ComboField
          label="Who looks"
          value={row.owner}
          suggestions={people}
          onChange={(owner) => setRow({ ...row, owner })}
        />
        <DateField label="Look next on" value={row.due} onChange={(due) => setRow({ ...row, due })} />
        <p className="small soft">It cannot be taken away again, only noted as not watched any more.</p>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Add it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
