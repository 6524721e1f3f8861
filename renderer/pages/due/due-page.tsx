import { Download } from 'lucide-react';
import { useState } from 'react';
import { today } from '#renderer/base/dates.ts';
import { download } from '#renderer/base/download.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { ListFault } from '#renderer/components/list-fault.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import { DueRow, LookAgainRow } from '#renderer/pages/home/due-panel.tsx';
import { type ReviewList, useReviewList } from '#renderer/pages/home/use-review-list.ts';
import { dueChoices, dueList, EVERYTHING_DUE } from '#shared/follow-up/due-list.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { CalibrationCard } from './calibration-card.tsx';
import '#renderer/components/wide-page.css';
import '#renderer/pages/home/due-panel.css';
import './due-page.css';

const READING = 'Reading the reviews…';

/** Decisions to be looked at again that stand there at once, so that what has a date is not far below. */
const SHOWN = 5;
/** Rows with a date that are drawn at once: a thousand reviews may have more than ten thousand. */
const ROWS = 200;

/** What is known while the reviews are still being read may not be all. */
function cardTitle(state: ReviewList, count: number): string {
  if (state.kind !== 'ready' || state.list.reading > 0) return READING;
  return count === 0 ? 'Nothing has a date' : `${count} with a date`;
}

/** Everything with a date across all reviews, and how chances stood to what came. */
export function DuePage({ onShowShortcuts }: { readonly onShowShortcuts: () => void }) {
  const { client } = useHost();
  const { state, reload } = useReviewList();
  const { fault, attempt, dismiss } = useAttempt();
  const [filter, setFilter] = useState(EVERYTHING_DUE);
  const [rows, setRows] = useState(ROWS);
  const reviews = state.kind === 'ready' ? state.list.reviews : [];
  const { owners, kinds } = dueChoices(reviews);
  const due = dueList(reviews, filter);
  const title = cardTitle(state, due.length);
  useSaid(title === READING ? '' : `${title}.`);
  const again = reviews.filter(({ lookAgain }) => lookAgain !== null);
  const day = today();

  async function save(form: 'csv' | 'calendar') {
    const file = await attempt(() => client['due.file']({ form, ...filter }), 'The file was not made');
    if (!file) return;
    if (form === 'csv') download('due.csv', file.text, 'text/csv');
    else download('due.ics', file.text, 'text/calendar');
  }

  return (
    <div className="wide-page">
      <SideHeader title="Due" onShowShortcuts={onShowShortcuts}>
        <Button icon={Download} isDisabled={due.length === 0} onPress={() => void save('csv')}>
          Save as CSV
        </Button>
        <Button icon={Download} isDisabled={due.length === 0} onPress={() => void save('calendar')}>
          Save as calendar
        </Button>
      </SideHeader>
      <main className="wide-page__main stack" aria-busy={state.kind === 'loading'}>
        {state.kind === 'failed' && (
          <ListFault title="The reviews cannot be listed" fault={state.fault} onRetry={reload} />
        )}
        {again.length > 0 && (
          <Card
            level={2}
            title={again.length === 1 ? '1 to be looked at again' : `${again.length} to be looked at again`}
          >
            <LookAgainList reviews={again.slice(0, SHOWN)} />
            {again.length > SHOWN && (
              <Disclosure summary={`${again.length - SHOWN} more`}>
                <LookAgainList reviews={again.slice(SHOWN)} />
              </Disclosure>
            )}
          </Card>
        )}
        <div className="due-page__filters">
          <SelectField
            label="Owner"
            value={filter.owner === '' ? null : filter.owner}
            options={owners.map((owner) => ({ value: owner, text: owner }))}
            placeholder="Everybody"
            onChange={(owner) => setFilter({ ...filter, owner: owner ?? '' })}
          />
          <SelectField
            label="Kind"
            value={filter.kind === '' ? null : filter.kind}
            options={kinds.map((kind) => ({ value: kind, text: kind }))}
            placeholder="Everything"
            onChange={(kind) => setFilter({ ...filter, kind: kind ?? '' })}
          />
        </div>
        <Card title={title} level={2}>
          <ul className="due-panel__list">
            {due.slice(0, rows).map((entry) => (
              <DueRow key={`${entry.review.id} ${entry.key}`} due={entry} day={day} />
            ))}
          </ul>
          {due.length > rows && (
            <p className="row">
              <Button onPress={() => setRows(rows + ROWS)}>Show {Math.min(ROWS, due.length - rows)} more</Button>
              <span className="soft">of {due.length}; the files have all of them</span>
            </p>
          )}
        </Card>
        <CalibrationCard answered={reviews.flatMap(({ answered }) => answered)} />
      </main>
      <FaultDialog fault={fault} onClose={dismiss} />
    </div>
  );
}

function LookAgainList({ reviews }: { readonly reviews: readonly ReviewSummary[] }) {
  return (
    <ul className="due-panel__list">
      {reviews.map((review) => (
        <LookAgainRow key={review.id} review={review} />
      ))}
    </ul>
  );
}
