import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { AGENDA, HOME_HREF, type ReviewRoute, reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { RoomPage } from '#renderer/pages/stage/room-page.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { type SectionTime, useClock } from '#renderer/review/use-clock.ts';
import { useEditor, useReview } from '#renderer/review/use-review.ts';
import { useWorkspace } from '#renderer/review/use-workspace.ts';
import { agendaOf } from '#shared/agenda/agenda.ts';
import { sectionOfAnchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { OpenReview } from './open-review.tsx';
import { Presented } from './presented.tsx';
import { reviewPlace } from './review-place.ts';
import '#renderer/components/notice.css';

export interface ReviewPageProps {
  readonly route: ReviewRoute;
  readonly onShowShortcuts: () => void;
}

/** One review, from its file to the screen. */
export function ReviewPage(props: ReviewPageProps) {
  const [attempt, setAttempt] = useState(0);
  return <LoadedReview key={attempt} {...props} onReload={() => setAttempt((count) => count + 1)} />;
}

function LoadedReview({ route, onShowShortcuts, onReload }: ReviewPageProps & { readonly onReload: () => void }) {
  const workspace = useWorkspace();
  const loaded = useReview(route.review);
  const loadAgain = () => {
    if (loaded.kind === 'ready') workspace.forget(loaded.session);
    onReload();
  };
  const session = loaded.kind === 'ready' ? loaded.session : null;
  const onReplaced = useEffectEvent(loadAgain);
  useEffect(() => session?.onReplaced(onReplaced), [session]);
  switch (loaded.kind) {
    case 'loading':
      return <p className="visually-hidden">The review is being opened…</p>;
    case 'failed':
      return (
        <main className="notice">
          <Callout tone="warning" title="The review cannot be opened" role="alert">
            <FaultText fault={loaded.fault} />
            <div className="row">
              <Button onPress={onReload}>Try again</Button>
              <LinkButton href={HOME_HREF}>All reviews</LinkButton>
            </div>
          </Callout>
        </main>
      );
    case 'ready':
      if (route.page === 'room') return <RoomPage session={loaded.session} />;
      return (
        <Timed session={loaded.session} route={route}>
          {(clock) =>
            route.page === 'vote' || route.page === 'stage' ? (
              <Presented session={loaded.session} route={route} clock={clock} />
            ) : (
              <OpenReview
                session={loaded.session}
                route={route}
                clock={clock}
                onShowShortcuts={onShowShortcuts}
                onLoadAgain={loadAgain}
                onKept={(id) => {
                  loadAgain();
                  navigate(reviewHref(id));
                }}
              />
            )
          }
        </Timed>
      );
  }
}

interface TimedProps {
  readonly session: ReviewSession;
  readonly route: Exclude<ReviewRoute, { readonly page: 'room' }>;
  readonly children: (clock: SectionTime) => ReactNode;
}

/** Keeps the clock of the workshop running from page to page: at the desk, on the stage and during a vote. */
function Timed({ session, route, children }: TimedProps) {
  const editor = useEditor(session);
  const clock = useClock(editor, useTimedSection(editor, route));
  const { isBreak } = clock;
  useEffect(() => session.room.show({ isBreak }), [session, isBreak]);
  return children(clock);
}

/** The section that the time goes to: the one on the screen, or while the room looks at the agenda, the one before. */
function useTimedSection({ template, now }: ReviewEditor, route: TimedProps['route']): SectionKind | null {
  const shown = timedSection(template, route);
  const [before, setBefore] = useState(shown);
  const isAgenda = route.page === 'stage' && route.thing === AGENDA;
  if (shown !== null && shown !== before) setBefore(shown);
  return isAgenda ? (before ?? agendaLast(template, now().document)) : shown;
}

function agendaLast(template: Template, review: ReviewDocument): SectionKind | null {
  const { last } = agendaOf(review);
  return template.sections.find(({ kind }) => kind === last)?.kind ?? template.sections[0]?.kind ?? null;
}

function timedSection(template: Template, route: TimedProps['route']): SectionKind | null {
  if (route.page === 'stage') {
    const place = route.thing ?? template.sections[0]?.kind ?? '';
    return sectionOfAnchor(template, place)?.kind ?? null;
  }
  if (route.page === 'vote') return sectionOfAnchor(template, route.thing)?.kind ?? null;
  const { section, isSection } = reviewPlace(route, template);
  return isSection ? (section?.kind ?? null) : null;
}
