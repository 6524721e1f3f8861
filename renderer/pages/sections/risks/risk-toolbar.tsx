import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Field } from '#renderer/components/field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewRisk } from '#shared/kinds/risks/risks.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { filterCounts, type RiskFilter, type RiskOrder, type RiskView } from './risk-view.ts';
import './risk-toolbar.css';
import '#renderer/components/field.css';

/** Id of the search field, so that a key can move there. */
export const SEARCH_ID = 'risks-search';

const ORDERS: readonly { readonly value: RiskOrder; readonly text: string }[] = [
  { value: 'template', text: 'As in the checklist' },
  { value: 'before', text: 'Exposure before' },
  { value: 'after', text: 'Exposure after' },
];

/** What of the list is shown, in which order, and the way to add a risk of one's own. */
export function RiskToolbar({
  risks,
  section,
  view,
  shown,
  onView,
  onAdd,
}: {
  readonly risks: readonly ReviewRisk[];
  readonly section: SectionOf<'risks'>;
  readonly view: RiskView;
  /** How many risks the view shows, to be said. */
  readonly shown: number;
  readonly onView: (view: RiskView) => void;
  readonly onAdd: () => void;
}): ReactNode {
  const counts = filterCounts(risks);
  const filters: readonly { readonly value: RiskFilter; readonly text: string }[] = [
    { value: 'all', text: `All ${counts.all}` },
    { value: 'to-do', text: `To do ${counts['to-do']}` },
    { value: 'applicable', text: `Applies ${counts.applicable}` },
    { value: 'not-applicable', text: `Not applicable ${counts['not-applicable']}` },
  ];
  const { cell } = view;
  useSaid(`${shown} of ${risks.length} risks shown.`);
  return (
    <div className="risk-toolbar">
      <ChoiceGroup
        label="Show"
        value={view.filter}
        choices={filters}
        isClearable={false}
        onChange={(filter) => onView({ ...view, filter: filter ?? 'all' })}
      />
      <div className="risk-toolbar__tools">
        <Field label="Find" id={SEARCH_ID}>
          {(control) => (
            <input
              {...control}
              className="input"
              spellCheck={false}
              type="search"
              value={view.search}
              onChange={(event) => onView({ ...view, search: event.target.value })}
            />
          )}
        </Field>
        <SelectField
          label="Order"
          value={view.order}
          options={ORDERS}
          onChange={(order) => onView({ ...view, order: order ?? 'template' })}
        />
        <Button icon={Plus} onPress={onAdd}>
          Add own risk
        </Button>
      </div>
      {cell && (
        <div className="risk-toolbar__cell">
          <Button
            size="small"
            icon={X}
            onPress={() =>
              focusAfter(
                () => onView({ ...view, cell: null }),
                () => document.getElementById(SEARCH_ID),
              )
            }
          >
            {cell.time === 'before' ? 'Before' : 'After'}: {section.likelihoodWords[cell.likelihood - 1]} ×{' '}
            {section.impactWords[cell.impact - 1]}
            <span className="visually-hidden">. Show all cells again</span>
          </Button>
        </div>
      )}
    </div>
  );
}
