import { Trash2 } from 'lucide-react';
import { memo } from 'react';
import { anchor } from '#shared/anchor.ts';
import { isBlank, LINE_LIMIT } from '#shared/fields.ts';
import type { Dependency } from '#shared/review.ts';
import { DEPENDENCY_STATUS_WORDS } from '#shared/words.ts';
import { Field } from '../../../components/field.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { Note } from '../../../components/note.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import type { RowActions } from './use-row-actions.ts';

export interface DependencyRowProps {
  readonly dependency: Dependency;
  /** Place in the list, from 1. */
  readonly number: number;
  /** Id of the datalist with the names of people. */
  readonly peopleList: string;
  /** Must stay the same, or every letter renders every row. */
  readonly actions: RowActions;
}

const STATUSES = (['ready', 'partial', 'missing'] as const).map((value) => ({
  value,
  text: DEPENDENCY_STATUS_WORDS[value],
}));

/** Most days that can be stored. */
const DAYS = { min: 0, max: 10_000 };

/** One dependency. Kept to plain controls, because there may be hundreds. */
export const DependencyRow = memo(function DependencyRow({
  dependency,
  number,
  peopleList,
  actions,
}: DependencyRowProps) {
  const { id, name, candidate, status, days, owner, note } = dependency;
  const spoken = isBlank(name) ? `dependency ${number}` : name;
  const isGap = status === 'missing';
  const owes = (isOwed: boolean) => (isOwed ? true : undefined);
  return (
    <li className={`dependency dependency--${status ?? 'open'}`} id={anchor('audit', id)} aria-label={spoken}>
      <div className="dependency__cell" data-column="name" data-owed={owes(isBlank(name))}>
        <TextField
          label="What is used now"
          value={name}
          maxLength={LINE_LIMIT}
          onChange={(text) => actions.rename(id, text)}
        />
      </div>
      <div className="dependency__cell" data-column="candidate">
        <TextField
          label="Counterpart"
          value={candidate}
          onChange={(text) => actions.change(id, { candidate: text }, 'candidate')}
        />
      </div>
      <div className="dependency__cell" data-column="status" data-owed={owes(status === null)}>
        <SelectField
          label="Status"
          value={status}
          options={STATUSES}
          placeholder="Open"
          onChange={(chosen) => actions.change(id, { status: chosen }, 'status')}
        />
      </div>
      <div className="dependency__cell" data-column="days" data-owed={owes(isGap && days === null)}>
        <NumberField
          label="Days"
          value={days}
          limits={DAYS}
          onChange={(value) => actions.change(id, { days: value }, 'days')}
        />
      </div>
      <div className="dependency__cell" data-column="owner" data-owed={owes(isGap && isBlank(owner))}>
        <Field label="Owner">
          {(control) => (
            <input
              {...control}
              className="input"
              list={peopleList}
              value={owner}
              maxLength={LINE_LIMIT}
              autoComplete="off"
              onChange={(event) => actions.change(id, { owner: event.target.value.toWellFormed() }, 'owner')}
            />
          )}
        </Field>
      </div>
      <div className="dependency__remove">
        <IconButton icon={Trash2} kind="danger" label={`Remove ${spoken}`} onPress={() => actions.remove(id)} />
      </div>
      <div className="dependency__note">
        <Note
          label={`Note on ${spoken}`}
          value={note}
          onChange={(text) => actions.change(id, { note: text }, 'note')}
        />
      </div>
    </li>
  );
});
