import { Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '#renderer/base/download.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { ListFault } from '#renderer/components/list-fault.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { SideHeader } from '#renderer/components/side-header.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import { useReviewList } from '#renderer/pages/home/use-review-list.ts';
import { portfolioOf, tagsOf, WHOLE_PORTFOLIO } from '#shared/portfolio/portfolio.ts';
import { radarOf } from '#shared/portfolio/radar.ts';
import { ExposureCard } from './exposure-card.tsx';
import { GainsCard } from './gains-card.tsx';
import { RadarCard } from './radar-card.tsx';
import { TallyCards } from './tally-card.tsx';
import '#renderer/components/wide-page.css';
import './overview-page.css';

/** What all reviews together say: decisions, outcomes, exposure, gains, and the radar. */
export function OverviewPage({ onShowShortcuts }: { readonly onShowShortcuts: () => void }) {
  const { client } = useHost();
  const { state, reload } = useReviewList();
  const { fault, attempt, dismiss } = useAttempt();
  const [filter, setFilter] = useState(WHOLE_PORTFOLIO);
  const all = state.kind === 'ready' ? state.list.reviews : [];
  const reading = state.kind === 'ready' ? state.list.reading : 0;
  const reviews = portfolioOf(all, filter);
  const reconstructions = portfolioOf(all, { ...filter, withReconstructions: true }).length - reviews.length;
  const blips = radarOf(reviews, all);
  const tags = tagsOf(all);
  const count = reviews.length === 1 ? '1 review' : `${reviews.length} reviews`;
  useSaid(state.kind === 'ready' ? count : '');

  async function save(form: 'csv' | 'json') {
    const file = await attempt(() => client['radar.file']({ form, ...filter }), 'The file was not made');
    if (file) download(`radar.${form}`, file.text, form === 'csv' ? 'text/csv' : 'application/json');
  }

  return (
    <div className="wide-page">
      <SideHeader title="Overview" onShowShortcuts={onShowShortcuts}>
        <Button icon={Download} isDisabled={blips.length === 0} onPress={() => void save('csv')}>
          Radar as CSV
        </Button>
        <Button icon={Download} isDisabled={blips.length === 0} onPress={() => void save('json')}>
          Radar as JSON
        </Button>
      </SideHeader>
      <main className="wide-page__main stack" aria-busy={state.kind === 'loading'}>
        {state.kind === 'failed' && (
          <ListFault title="The reviews cannot be listed" fault={state.fault} onRetry={reload} />
        )}
        <div className="overview__filters">
          {tags.length > 0 && (
            <SelectField
              label="Tag"
              value={filter.tag === '' ? null : filter.tag}
              options={tags.map((tag) => ({ value: tag, text: tag }))}
              placeholder="All"
              onChange={(tag) => setFilter({ ...filter, tag: tag ?? '' })}
            />
          )}
          <Checkbox
            isSelected={filter.withReconstructions}
            onChange={(withReconstructions) => setFilter({ ...filter, withReconstructions })}
          >
            With reconstructions, which are others’ decisions
          </Checkbox>
          <p className="soft">
            {count}
            {reconstructions > 0 &&
              `, ${reconstructions === 1 ? '1 reconstructed one' : `${reconstructions} reconstructed ones`} left out`}
            {reading > 0 && `, ${reading} more to read …`}
          </p>
        </div>
        {state.kind === 'ready' && reading === 0 && reviews.length === 0 && (
          <EmptyState title="There is no review to sum up">
            <p>
              What is archived, superseded or retired does not count here
              {reconstructions > 0 ? ', and reconstructions only where they are asked for above.' : '.'}
            </p>
          </EmptyState>
        )}
        {reviews.length > 0 && (
          <>
            <div className="overview__cards">
              <TallyCards reviews={reviews} />
              <ExposureCard reviews={reviews} />
            </div>
            <RadarCard blips={blips} />
            <GainsCard reviews={reviews} />
          </>
        )}
      </main>
      <FaultDialog fault={fault} onClose={dismiss} />
    </div>
  );
}
