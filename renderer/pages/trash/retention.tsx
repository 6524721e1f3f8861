import { writeMoment } from '#renderer/base/dates.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { FindingList } from '#renderer/components/fault-text.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { Answer } from '#shared/contract/contract.ts';
import { TRASH_DAYS } from '#shared/contract/trash-contract.ts';

import './trash-page.css';

export type TrashDays = (typeof TRASH_DAYS)[number];

const OPTIONS = [
  { value: 'ever', text: 'Until you delete them' },
  ...TRASH_DAYS.map((days) => ({ value: String(days), text: days === 365 ? 'For a year' : `For ${days} days` })),
];

/** How long the trash keeps things, and what went because of that. */
export function Retention({
  days,
  deleted,
  isBusy,
  onChange,
}: Pick<Answer<'trash.list'>, 'days' | 'deleted'> & {
  readonly isBusy: boolean;
  readonly onChange: (days: TrashDays | null) => void;
}) {
  return (
    <>
      {deleted && (
        <Callout tone="neutral" title={`Deleted for good ${writeMoment(deleted.at)}, as chosen here`}>
          <FindingList>
            {deleted.titles.map((title, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have the same title, and the list never changes.
              <li key={index}>{title}</li>
            ))}
          </FindingList>
        </Callout>
      )}
      <div className="trash__retention">
        <SelectField
          label="Deleted reviews are kept"
          value={days === null ? 'ever' : String(days)}
          options={OPTIONS}
          isDisabled={isBusy}
          help="Counted from the day of deleting. What is over goes an hour after you choose, at the earliest, while Groundwork runs. Sealed records and milestones stay."
          onChange={(value) => onChange(TRASH_DAYS.find((choice) => String(choice) === value) ?? null)}
        />
      </div>
    </>
  );
}
