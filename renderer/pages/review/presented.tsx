import type { Route } from '#renderer/base/routes.ts';
import { AGENDA } from '#renderer/base/routes.ts';
import { useShortcuts } from '#renderer/base/use-shortcuts.ts';
import { StagePage } from '#renderer/pages/stage/stage-page.tsx';
import { VotePage } from '#renderer/pages/stage/vote-page.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { useEditor } from '#renderer/review/use-review.ts';
import { PREMORTEM } from '#shared/rounds/rounds.ts';
import { useAdding } from './use-adding.tsx';

export interface PresentedProps {
  readonly session: ReviewSession;
  readonly route: Extract<Route, { readonly page: 'stage' | 'vote' }>;
  readonly clock: SectionTime;
}

/** What the room looks at with one screen, the stage or a vote, where things to do come up as well. */
export function Presented({ session, route, clock }: PresentedProps) {
  const editor = useEditor(session);
  const { thing } = route;
  const { add, dialog } = useAdding(editor, () =>
    thing === null || thing === AGENDA || thing === PREMORTEM ? undefined : thing,
  );
  useShortcuts({ addToDo: () => add('action'), park: () => add('parked') });
  return (
    <>
      {route.page === 'vote' ? (
        <VotePage key={route.thing} session={session} route={route} onAdd={add} />
      ) : (
        <StagePage session={session} route={route} clock={clock} onAdd={add} />
      )}
      {dialog}
    </>
  );
}
