import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { type DeskRoute, sectionHref } from '#renderer/base/routes.ts';
import { say } from '#renderer/base/voice.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { lastAt } from '#shared/agenda/agenda.ts';
import type { TemplateSection } from '#shared/template/template.ts';
import './where-we-were.css';

export interface WhereWeWereProps {
  readonly session: ReviewSession;
  readonly route: DeskRoute;
  readonly isClockRunning: boolean;
}

/** Opened reviews in which it was taken or sent away: it does not come again. */
const done = new WeakSet<ReviewSession>();

/**
 * Offers to go on in the section where the clock of the workshop ran last, whichever page a review is opened at. It stays until
 * somebody goes there, starts the clock or sends it away.
 */
export function WhereWeWere({ session, route, isClockRunning }: WhereWeWereProps) {
  const [section, setSection] = useState(() => offeredBy(session));
  const isThere = section !== null && route.page === 'section' && route.section === section.kind;
  const isOver = isThere || isClockRunning;
  const title = section && !isOver ? section.title : '';
  const end = useEffectEvent(() => {
    done.add(session);
    setSection(null);
  });
  useEffect(() => {
    if (isOver) end();
  }, [isOver]);
  useEffect(() => {
    if (title !== '') say(`You were at “${title}” last.`);
  }, [title]);
  if (!section || isOver) return null;
  return (
    <section className="where-we-were" aria-label="Where you were">
      <p>You were at “{section.title}” last.</p>
      <a href={sectionHref(session.id, section.kind)}>Go on there</a>
      <IconButton
        icon={X}
        label="Send it away"
        onPress={() =>
          focusAfter(
            () => {
              done.add(session);
              setSection(null);
            },
            () => document.querySelector<HTMLElement>('main h2'),
          )
        }
      />
    </section>
  );
}

function offeredBy(session: ReviewSession): TemplateSection | null {
  if (done.has(session) || session.snapshot().isSealed) return null;
  return lastAt(session.document, session.template);
}
