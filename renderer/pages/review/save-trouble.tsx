import { useState } from 'react';
import { REVIEW_FORMAT, SCHEMA_VERSION } from '#shared/envelope.ts';
import { explainCall } from '../../app/explain-call.ts';
import { useHost } from '../../app/host.tsx';
import { navigate } from '../../app/use-route.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { useToast } from '../../components/toast.tsx';
import type { ReviewSession, SessionSnapshot } from '../../review/review-session.ts';
import { reviewHref } from '../../routes.ts';
import { exportFileName } from './export-file-name.ts';

export interface SaveTroubleProps {
  readonly session: ReviewSession;
  readonly snapshot: SessionSnapshot;
}

/** Why the review is not saved and what to do; lies over the foot of the page, so nothing moves. */
export function SaveTrouble({ session, snapshot }: SaveTroubleProps) {
  const { save } = snapshot;
  if (save.kind !== 'failed') return null;
  const { failure, retrying } = save;
  return (
    <div className="save-trouble">
      <Callout tone="warning" title="The latest changes are not saved" role="alert">
        <p>{failure.message}</p>
        {failure.details.length > 0 && (
          <ul className="notice__details">
            {failure.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        <p className="small">You can go on working; everything stays in this window.</p>
        <div className="row">
          <Button kind="primary" size="small" isDisabled={retrying} onPress={() => session.retry()}>
            {retrying ? 'Trying…' : 'Try again'}
          </Button>
          {failure.code === 'not-found' && <KeepCopyButton session={session} />}
          {failure.code === 'unreachable' && <DownloadButton session={session} />}
        </div>
      </Callout>
    </div>
  );
}

/** For a review whose file is gone, for example to the trash. */
function KeepCopyButton({ session }: { readonly session: ReviewSession }) {
  const { workspace } = useHost();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  async function keep() {
    setBusy(true);
    try {
      const answer = await session.keepAsCopy();
      if (answer.kind === 'imported') {
        workspace.forget(session);
        navigate(reviewHref(answer.id));
        return;
      }
      toast({ text: answer.message });
    } catch (error) {
      toast({ text: explainCall(error).message });
    }
    setBusy(false);
  }
  return (
    <Button size="small" isDisabled={isBusy} onPress={() => void keep()}>
      Keep as a new review
    </Button>
  );
}

/** The browser's own way to a file, for when nobody else can write one any more. */
function DownloadButton({ session }: { readonly session: ReviewSession }) {
  const { info } = useHost();
  if (info.host === 'electron') return null;
  function download() {
    const { document: review } = session.snapshot();
    const envelope = {
      format: REVIEW_FORMAT,
      schemaVersion: SCHEMA_VERSION,
      document: review,
      template: session.template,
    };
    const url = URL.createObjectURL(new Blob([JSON.stringify(envelope, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = exportFileName(review.title, 'json');
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
  return (
    <Button size="small" onPress={download}>
      Download a copy
    </Button>
  );
}
