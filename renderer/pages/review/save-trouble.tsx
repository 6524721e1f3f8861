import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { download } from '#renderer/base/download.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useKeepCopy } from '#renderer/review/use-keep-copy.ts';
import { suggestedFileName } from '#shared/contract/file-name.ts';
import { REVIEW_FORMAT, SCHEMA_VERSION } from '#shared/review/envelope.ts';
import './save-trouble.css';
import { FaultText } from '#renderer/components/fault-text.tsx';

export interface SaveTroubleProps {
  readonly session: ReviewSession;
  readonly onKept: (id: string) => void;
}

/** Why the review is not saved and what to do; lies over the foot of the page, so nothing moves. */
export function SaveTrouble({ session, onKept }: SaveTroubleProps) {
  const trouble = useSyncExternalStore(session.subscribe, () => troubleOf(session));
  const panel = useRef<HTMLElement>(null);
  const isShown = trouble !== null;
  useEffect(() => {
    if (isShown && panel.current) uncoverFocus(panel.current);
  }, [isShown]);
  if (!trouble) return null;
  const { failure, retrying, retryIn } = trouble;
  return (
    <section className="save-trouble" ref={panel} aria-label="Not saved">
      <LeadBack />
      <Callout tone="warning" title="The latest changes are not saved">
        <div className="save-trouble__body">
          <div className="save-trouble__words">
            <FaultText fault={failure} />
            <p className="small">
              {retryIn !== null && 'Groundwork tries again by itself, at longer and longer intervals. '}
              You can go on working, but it is only in this window until it is saved. A downloaded copy can be imported
              later.
            </p>
          </div>
          <div className="row">
            <Button kind="primary" size="small" isDisabled={retrying} onPress={() => session.retry()}>
              {retrying ? 'Trying…' : retryIn === null ? 'Try again' : 'Try again now'}
            </Button>
            {failure.code === 'not-found' && <PutBackButtons session={session} onKept={onKept} />}
            <Button size="small" onPress={() => downloadCopy(session)}>
              Download a copy
            </Button>
          </div>
        </div>
      </Callout>
    </section>
  );
}

/** Hands the focus on to the page when the panel goes: nothing stands behind it. */
function LeadBack() {
  useLayoutEffect(() => {
    return () => {
      if (document.activeElement?.closest('.save-trouble')) document.querySelector<HTMLElement>('main h2')?.focus();
    };
  }, []);
  return null;
}

function troubleOf(session: ReviewSession) {
  const { save } = session.snapshot();
  return save.kind === 'failed' ? save : null;
}

/** Scrolls so that the field being typed in does not lie under the panel. */
function uncoverFocus(panel: HTMLElement): void {
  const { activeElement } = document;
  if (!activeElement || panel.contains(activeElement)) return;
  const cover = panel.getBoundingClientRect();
  const field = activeElement.getBoundingClientRect();
  const isCovered = field.bottom > cover.top && field.left < cover.right && field.right > cover.left;
  if (isCovered && field.top < cover.bottom) window.scrollBy(0, field.bottom - cover.top + 16);
}

/** For a review whose file is gone, as after another program moved it: it stays here, and can be there again. */
function PutBackButtons({ session, onKept }: Pick<SaveTroubleProps, 'session' | 'onKept'>) {
  const { keep, isBusy, fault } = useKeepCopy(session, onKept);
  const { fault: refused, isBusy: isPutting, attempt } = useAttempt();
  const putBack = () => attempt(async () => (await session.putBack()) ?? { kind: 'put-back' as const });
  const shown = refused ?? fault;
  return (
    <>
      <Button size="small" isDisabled={isBusy || isPutting} onPress={() => void putBack()}>
        Put it back
      </Button>
      <Button size="small" isDisabled={isBusy || isPutting} onPress={() => keep()}>
        Keep as a new review
      </Button>
      {shown && <p role="alert">{shown.message}</p>}
    </>
  );
}

/** Hands over what is in the window as a file, the browser's own way: nobody else may be able to write one any more. */
function downloadCopy(session: ReviewSession): void {
  const { document: review, saved } = session.snapshot();
  const envelope = {
    format: REVIEW_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    // What it was made from, so that it can be merged into that.
    revision: saved.revision,
    savedAt: saved.savedAt,
    document: review,
    template: session.template,
  };
  download(suggestedFileName(review.title, 'review'), JSON.stringify(envelope, null, 2), 'application/json');
}
