import { MessageSquarePlus, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { isBlank } from '#shared/base/limits.ts';
import type { Dependency } from '#shared/kinds/audit/answers.ts';
import { DEPENDENCY_STATUS_WORDS } from '#shared/kinds/audit/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import './audit-page.css';

/** What a row does to the audit. */
export interface DependencyActions {
  readonly change: (id: string, part: Partial<Omit<Dependency, 'id'>>, field: string) => void;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
}

export interface DependencyRowProps {
  readonly dependency: Dependency;
  /** Place in the list, from 1. */
  readonly number: number;
  /** Who may be an owner; must stay the same like `actions`. */
  readonly people: readonly string[];
  /** Must stay the same, or every letter renders every row. */
  readonly actions: DependencyActions;
}

const STATUSES = (['ready', 'partial', 'missing'] as const).map((value) => ({
  value,
  text: DEPENDENCY_STATUS_WORDS[value],
}));

/** Most days that can be stored. */
const DAYS = { min: 0, max: 10_000 };

/** One dependency. Kept to plain controls, because there may be hundreds. */
export const DependencyRow = memo(function DependencyRow({ dependency, number, people, actions }: DependencyRowProps) {
  const { id, name, candidate, status, days, owner, note } = dependency;
  const spoken = isBlank(name) ? `dependency ${number}` : name;
  const noteId = `${anchor('audit', id)}.note`;
  const [isNoting, setNoting] = useState(false);
  const isGap = status === 'missing';
  const owes = (isOwed: boolean) => (isOwed ? true : undefined);
  return (
    <li className="dependency" id={anchor('audit', id)} aria-label={spoken}>
      <div className="dependency__cell" data-column="name" data-owed={owes(isBlank(name))}>
        <LineField isName label="What is used now" value={name} onChange={(text) => actions.rename(id, text)} />
      </div>
      <div className="dependency__cell" data-column="candidate">
        <LineField
          label="Counterpart"
          isName
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
        <ComboField
          label="Owner"
          value={owner}
          suggestions={people}
          isLazy
          onChange={(text) => actions.change(id, { owner: text }, 'owner')}
        />
      </div>
      <div className="dependency__actions">
        <IconButton
          icon={MessageSquarePlus}
          label={`Note on ${spoken}`}
          onPress={() =>
            focusAfter(
              () => setNoting(true),
              () => document.getElementById(noteId),
            )
          }
        />
        <IconButton icon={Trash2} kind="danger" label={`Remove ${spoken}`} onPress={() => actions.remove(id)} />
      </div>
      {!isNoting && note !== '' && <p className="dependency__note small soft preserve-lines">{note}</p>}
      {isNoting && (
        <fieldset className="dependency__note" aria-label="Note" onBlur={() => setNoting(false)}>
          <TextArea
            label={`Note on ${spoken}`}
            isLabelHidden
            placeholder="Note"
            rows={1}
            id={noteId}
            value={note}
            onChange={(text) => actions.change(id, { note: text }, 'note')}
          />
        </fieldset>
      )}
    </li>
  );
});
