import { Grid3x3 } from 'lucide-react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { SplitVotesNote } from '#renderer/pages/sections/parts/split-votes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import {
  type ExposurePlace,
  type ExposureScale,
  exposureInterval,
  exposurePlaces,
  exposureScale,
  intervalText,
  placeText,
  ratingAt,
  tiesText,
} from '#shared/kinds/risks/exposure-places.ts';
import {
  byExposure,
  type ExposureTime,
  exposureAt,
  type ReviewRisk,
  residualExposure,
} from '#shared/kinds/risks/risks.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf, Template } from '#shared/template/template.ts';
import { ExposureBadge } from './exposure-badge.tsx';
import { HeatMap } from './heat-map.tsx';
import { ImpactScaleCard } from './impact-scale.tsx';
import type { Cell } from './risk-view.ts';
import './exposure-view.css';

interface ExposureViewProps {
  readonly editor: ReviewEditor;
  readonly risks: readonly ReviewRisk[];
  readonly section: SectionOf<'risks'>;
  readonly onCell: (cell: Cell) => void;
  readonly onRisk: (id: string) => void;
}

/** Where the risks stand before and after what is done about them: heat maps and sorted lists. */
export function ExposureView(props: ExposureViewProps) {
  const rated = byExposure(props.risks, 'before');
  const places = useDerived(props.editor, placesBefore);
  const ties = tiesText(rated, new Map(Object.entries(places)));
  if (rated.length === 0) {
    return (
      <EmptyState title="Nothing to show yet" icon={Grid3x3}>
        <p>Rate likelihood and impact of at least one risk that applies, and it appears on the map.</p>
      </EmptyState>
    );
  }
  const waiting = rated.filter((risk) => residualExposure(risk.assessment) === null).length;
  return (
    <div className="stack">
      <p className="soft">
        Numbers are those of the list and of the record. Choose a cell to see its risks.
        {waiting > 0 &&
          ` ${waiting === 1 ? 'One risk has' : `${waiting} risks have`} no rating after the response yet and ${waiting === 1 ? 'stays' : 'stay'} where ${waiting === 1 ? 'it was' : 'they were'}.`}
      </p>
      <SplitVotesNote editor={props.editor} section="risks" />
      {ties !== '' && <p className="exposure-view__ties">{ties}</p>}
      <ImpactScaleCard editor={props.editor} section={props.section} />
      <div className="exposure-view">
        <Side {...props} time="before" />
        <Side {...props} time="after" />
      </div>
    </div>
  );
}

/** Places as plain data, which stay the same object while they say the same. */
function placesBefore(review: ReviewDocument, template: Template): Readonly<Record<string, ExposurePlace>> {
  return Object.fromEntries(exposurePlaces(review, template, 'before'));
}

function placesAfter(review: ReviewDocument, template: Template): Readonly<Record<string, ExposurePlace>> {
  return Object.fromEntries(exposurePlaces(review, template, 'after'));
}

function Side({ editor, risks, section, time, onCell, onRisk }: ExposureViewProps & { readonly time: ExposureTime }) {
  const sorted = byExposure(risks, time);
  const places = useDerived(editor, time === 'before' ? placesBefore : placesAfter);
  const scale = useDerived(editor, exposureScale);
  return (
    <section className="exposure-view__side">
      <h3>{time === 'before' ? 'Before the response' : 'After the response'}</h3>
      <HeatMap risks={risks} section={section} time={time} onCell={onCell} />
      <ol className="exposure-list" aria-label={time === 'before' ? 'By exposure before' : 'By exposure after'}>
        {sorted.map((risk) => (
          <li key={risk.id}>
            <button type="button" className="exposure-list__row" onClick={() => onRisk(risk.id)}>
              <span className="exposure-list__number">#{risk.number}</span>
              <span className="exposure-list__name">
                {risk.name}
                <span className="exposure-list__place">{placeWords(risk, time, places[risk.id], scale)}</span>
              </span>
              <ExposureBadge value={exposureAt(risk.assessment, time)} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The places that a risk can have, and what is expected to be lost, where impact has a unit. */
function placeWords(
  { assessment }: ReviewRisk,
  time: ExposureTime,
  place: ExposurePlace | undefined,
  scale: ExposureScale | null,
): string {
  const rating = ratingAt(assessment, time);
  const interval = scale && rating && exposureInterval(scale, rating);
  return [
    ...(place ? [`Place ${placeText(place)}`] : []),
    ...(scale && interval ? [intervalText(interval, scale.unit)] : []),
  ].join(' · ');
}
