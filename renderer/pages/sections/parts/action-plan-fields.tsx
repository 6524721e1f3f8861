import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import type { RiskAction } from '#shared/kinds/parts.ts';
import { ACTION_STATUS_WORDS } from '#shared/kinds/parts-words.ts';
import { knownPeople } from './known-people.ts';

type Plan = Pick<RiskAction, 'owner' | 'due' | 'status'>;

const STATUSES = (['open', 'in-progress', 'done', 'dropped'] as const).map((value) => ({
  value,
  text: ACTION_STATUS_WORDS[value],
}));

export interface ActionPlanFieldsProps {
  readonly editor: ReviewEditor;
  readonly plan: Plan;
  /** Whether the section still waits for an owner. */
  readonly owesOwner?: boolean;
  /** `field` names the one that was changed. */
  readonly onChange: (part: Partial<Plan>, field: keyof Plan) => void;
}

/** Who carries an action out, by when, and how far it is. */
export function ActionPlanFields({ editor, plan, owesOwner = false, onChange }: ActionPlanFieldsProps) {
  const people = useDerived(editor, knownPeople);
  return (
    <>
      <div data-owed={owesOwner || undefined}>
        <ComboField
          label="Owner"
          value={plan.owner}
          suggestions={people}
          onChange={(owner) => onChange({ owner }, 'owner')}
        />
      </div>
      <DateField label="Due" value={plan.due} onChange={(due) => onChange({ due }, 'due')} />
      <SelectField
        label="Status"
        value={plan.status}
        options={STATUSES}
        onChange={(status) => onChange({ status: status ?? 'open' }, 'status')}
      />
    </>
  );
}
