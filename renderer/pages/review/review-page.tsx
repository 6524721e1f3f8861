import { useEffect, useEffectEvent, useState } from 'react';
import { HOME_HREF, type ReviewRoute, reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { RoomPage } from '#renderer/pages/stage/room-page.tsx';
import { StagePage } from '#renderer/pages/stage/stage-page.tsx';
import { VotePage } from '#renderer/pages/stage/vote-page.tsx';
import { useReview } from '#renderer/review/use-review.ts';
import { useWorkspace } from '#renderer/review/use-workspace.ts';
import { OpenReview } from './open-review.tsx';
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
      if (route.page === 'vote') return <VotePage key={route.thing} session={loaded.session} route={route} />;
      if (route.page === 'stage') return <StagePage session={loaded.session} route={route} />;
      return (
        <OpenReview
          session={loaded.session}
          route={route}
          onShowShortcuts={onShowShortcuts}
          onLoadAgain={loadAgain}
          onKept={(id) => {
            loadAgain();
            navigate(reviewHref(id));
          }}
        />
      );
  }
}
