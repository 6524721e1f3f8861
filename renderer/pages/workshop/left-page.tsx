import { type RefObject, useState } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { OpenPointLinks } from '#renderer/components/open-point-links.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useProgress } from '#renderer/review/use-document.ts';
import { formatDate } from '#shared/base/dates.ts';
import { ownersByPlace, peopleOf, settledUnknowns } from '#shared/review/left.ts';
import type { OpenPoint, SectionProgress } from '#shared/review/progress.ts';
import { GrowOffer } from './grow-offer.tsx';
import { NO_FILTER, type WorkFilter, WorkFilterFields } from './work-filter.tsx';
import './work-page.css';
import '#renderer/components/section-frame.css';

export interface LeftPageProps {
  readonly editor: ReviewEditor;
  /** Whose part of it is shown first; null for all. */
  readonly person: string | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** All that is still open in the review, section by section, and what is settled for now. */
export function LeftPage({ editor, person, heading }: LeftPageProps) {
  const progress = useProgress(editor);
  const owners = useDerived(editor, ownersByPlace);
  const [filter, setFilter] = useState<WorkFilter>({ ...NO_FILTER, person });
  const isShown = (point: OpenPoint) =>
    (filter.section === null || point.section === filter.section) &&
    (filter.person === null || peopleOf(point, owners).includes(filter.person));
  const sections = progress.map((entry) => ({ ...entry, openPoints: entry.openPoints.filter(isShown) }));
  const open = sections.reduce((sum, { openPoints }) => sum + openPoints.length, 0);
  const unknowns = useDerived(editor, settledUnknowns);
  const settled = unknowns.filter(
    ({ kind, who }) =>
      (filter.section === null || kind === filter.section) && (filter.person === null || who === filter.person),
  );
  const all = progress.flatMap((entry) => entry.openPoints);
  const named = [...all.flatMap((point) => peopleOf(point, owners)), ...unknowns.map(({ who }) => who)];
  const people = [...new Set(named)].toSorted();
  useSaid(`${open} open points shown.`);
  return (
    <article className="section-frame">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          What is left
        </h2>
        <p className="soft">
          {open === 1 ? 'One point is open.' : `${open} points are open.`} Each leads to the place where it is mended.
        </p>
      </header>
      <WorkFilterFields
        filter={filter}
        sections={progress
          .filter(({ kind, openPoints }) => openPoints.length > 0 || unknowns.some((entry) => entry.kind === kind))
          .map(({ kind, title }) => ({ value: kind, text: title }))}
        people={people}
        onFilter={setFilter}
      />
      {open === 0 && <Callout tone="for" title={settled.length > 0 ? 'All else is done' : 'Nothing is left'} />}
      {sections
        .filter(({ openPoints }) => openPoints.length > 0)
        .map((section) => (
          <SectionPoints key={section.kind} editor={editor} section={section} />
        ))}
      <GrowOffer editor={editor} />
      {settled.length > 0 && (
        <Card title={`Settled for now (${settled.length})`}>
          <p className="small soft">Not known yet, with somebody who finds out by a day.</p>
          <ul className="work__points">
            {settled.map(({ kind, key, place, title, what, who, by }) => (
              <li key={`${kind} ${key}`}>
                <a href={sectionHref(editor.id, kind, place)}>
                  {title}: {what}
                </a>{' '}
                <span className="soft">
                  {who}, by {formatDate(by)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </article>
  );
}

function SectionPoints({ editor, section }: { readonly editor: ReviewEditor; readonly section: SectionProgress }) {
  const { kind, title, openPoints, blockedBy } = section;
  return (
    <Card title={title} aside={<span className="soft small">{openPoints.length} open</span>}>
      {blockedBy !== '' && kind !== 'sign-off' && <p className="small soft">{blockedBy}</p>}
      <OpenPointLinks review={editor.id} points={openPoints} className="work__points" />
    </Card>
  );
}
