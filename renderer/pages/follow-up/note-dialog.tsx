import { type FormEvent, useId, useState } from 'react';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { Button } from '#renderer/components/button.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { FollowUpEntry } from '#shared/follow-up/answers.ts';
import type { FollowUpItem } from '#shared/follow-up/items.ts';
import type { FollowUpState } from '#shared/follow-up/schema.ts';
import { FOLLOW_UP_WORDS } from '#shared/follow-up/words.ts';

export interface NoteDialogProps {
  readonly item: FollowUpItem;
  readonly people: readonly string[];
  readonly onClose: () => void;
  readonly onNote: (entry: Omit<FollowUpEntry, 'id' | 'at' | 'on'>) => void;
}

/** Where somebody notes how something stands: the state, what shows it, and who or when from now on. */
export function NoteDialog({ item, people, onClose, onNote }: NoteDialogProps) {
  const { kind, title, choices, owner: before, due: dueBefore } = item;
  const [state, setState] = useState<FollowUpState | null>(null);
  const [owner, setOwner] = useState(before);
  const [due, setDue] = useState(dueBefore);
  const [value, setValue] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [by, setBy] = useState('');
  const [wasTried, setTried] = useState(false);
  const id = useId();
  const isMeasure = kind === 'Measure';
  const saysNothing = state === null && value === null && owner === before && due === dueBefore && isBlank(note);
  const lacksValue = isMeasure && value === null && isBlank(note);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (saysNothing || lacksValue) focusAnchor(`${id}-state`);
    else if (isBlank(by)) focusAnchor(`${id}-by`);
    else onNote({ by: by.trim(), note, ...changesOf(item, { state, owner, due, value }) });
  }

  return (
    <Dialog title={`${kind}: note how it stands`} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="preserve-lines">{title}</p>
        {isMeasure ? (
          <NumberField id={`${id}-state`} label="Measured value" value={value} onChange={setValue} />
        ) : (
          <ChoiceGroup
            id={`${id}-state`}
            label="How it stands"
            value={state}
            choices={choices.map((choice) => ({ value: choice, text: FOLLOW_UP_WORDS[choice] }))}
            error={wasTried && saysNothing ? 'Say how it stands, or what has changed.' : undefined}
            onChange={setState}
          />
        )}
        <TextArea label="How that is known" rows={2} value={note} onChange={setNote} />
        {!isMeasure && kind !== 'Prediction' && (
          <>
            <ComboField label="Owner from now on" value={owner} suggestions={people} onChange={setOwner} />
            <DateField label={kind === 'Tripwire' ? 'Look next on' : 'Due from now on'} value={due} onChange={setDue} />
          </>
        )}
        <ComboField
          id={`${id}-by`}
          label="Who notes it"
          isRequired
          value={by}
          suggestions={people}
          error={wasTried && isBlank(by) ? 'Say who notes it.' : undefined}
          onChange={setBy}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Note it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** What was changed of how something stands; what stayed is left out. */
function changesOf(
  item: FollowUpItem,
  said: {
    readonly state: FollowUpState | null;
    readonly owner: string;
    readonly due: string | null;
    readonly value: number | null;
  },
): Pick<FollowUpEntry, 'state' | 'owner' | 'due' | 'value'> {
  const state = item.kind === 'Measure' && said.value !== null ? 'measured' : said.state;
  return {
    ...(state === null ? {} : { state }),
    ...(said.owner === item.owner ? {} : { owner: said.owner }),
    ...(said.due === item.due ? {} : { due: said.due }),
    ...(said.value === null ? {} : { value: said.value }),
  };
}
