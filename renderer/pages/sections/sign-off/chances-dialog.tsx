import { type FormEvent, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { Button } from '#renderer/components/button.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import type { Statement } from '#shared/follow-up/answers.ts';

/** Where somebody gives the chance of each statement, in percent; nobody else sees them yet. */
export function ChancesDialog({
  name,
  statements,
  onClose,
  onGive,
}: {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly onClose: () => void;
  readonly onGive: (chances: Readonly<Record<string, number>>) => void;
}) {
  const [chances, setChances] = useState<Readonly<Record<string, number>>>({});
  const [wasTried, setTried] = useState(false);
  const id = useId();
  const names = toldApart(statements.map(({ text }) => text));

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const owed = statements.find((statement) => chances[statement.id] === undefined);
    if (owed) focusAnchor(`${id}-${owed.id}`);
    else onGive(chances);
  }

  return (
    <Dialog title={`Chances of ${name}`} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="soft">In percent: 0 is certain that it does not come true, 100 that it does.</p>
        {statements.map((statement, index) => (
          <NumberField
            key={statement.id}
            id={`${id}-${statement.id}`}
            label={names[index] ?? statement.text}
            isRequired
            value={chances[statement.id] ?? null}
            limits={{ min: 0, max: 100 }}
            help={wasTried && chances[statement.id] === undefined ? 'Give a whole number from 0 to 100.' : undefined}
            onChange={(value) => {
              const { [statement.id]: _, ...others } = chances;
              setChances(value === null ? others : { ...others, [statement.id]: Math.round(value) });
            }}
          />
        ))}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Give them
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
