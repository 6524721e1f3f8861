import { GitBranchPlus } from 'lucide-react';
import { useState } from 'react';
import { historyHref, reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { ConfirmDialog, DialogFor } from '#renderer/components/dialog.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { formatInstant } from '#shared/base/dates.ts';
import { setDeprecated } from '#shared/kinds/sign-off/edit.ts';
import { CLOSED_WORDS } from '#shared/kinds/sign-off/words.ts';
import { revisionNumber } from '#shared/review/revision.ts';
import { WhoAndWhyDialog } from './who-and-why-dialog.tsx';

/** What can be done with a review that is signed: begin its next revision, or set it aside. */
export function SealedPanel({ editor }: { readonly editor: ReviewEditor }) {
  const review = useDocument(editor, (all) => all);
  const { supersededBy, deprecated, closed } = review;
  const next = revisionNumber(review) + 1;
  const [asked, setAsked] = useState<'revision' | 'deprecate' | null>(null);
  const { fault, isBusy, begin } = useNextRevision(editor);
  const closeQuestion = () => setAsked(null);
  return (
    <Callout
      tone={closed && closed.verdict !== 'agreed' ? 'open' : 'for'}
      title="This review is closed, so its content does not change any more"
    >
      <p>
        {closed
          ? `${CLOSED_WORDS[closed.verdict]}: closed by ${closed.by}, ${formatInstant(closed.at)}. Conditions can still be closed. `
          : 'Signatures that are still to come and closed conditions can be added. '}
        Anything else is for revision {next}, a review of its own that begins with what is here; this one stays as it
        is.
      </p>
      {supersededBy && (
        <p>
          {supersededBy.contentSha256 === null
            ? `Revision ${next} has been begun: `
            : `Revision ${next} is closed and takes its place: `}
          <a href={reviewHref(supersededBy.id)}>{supersededBy.title}</a>.{' '}
          <a href={historyHref(supersededBy.id)}>What changed</a>
        </p>
      )}
      {deprecated && (
        <p className="preserve-lines">
          Deprecated {formatInstant(deprecated.at)}
          {deprecated.by !== '' && ` by ${deprecated.by}`}: {deprecated.reason}
        </p>
      )}
      {fault && <p role="alert">{fault.message}</p>}
      <div className="row">
        {supersededBy === undefined && (
          <Button icon={GitBranchPlus} isDisabled={isBusy} onPress={() => setAsked('revision')}>
            Start revision {next}…
          </Button>
        )}
        {deprecated ? (
          <Button onPress={() => editor.commit((all) => setDeprecated(all, null))}>It holds again</Button>
        ) : (
          <Button onPress={() => setAsked('deprecate')}>Retire this decision…</Button>
        )}
      </div>
      <ConfirmDialog
        title={`Start revision ${next}`}
        confirm="Start it"
        isOpen={asked === 'revision'}
        onClose={closeQuestion}
        onConfirm={() => void begin()}
      >
        <p>
          A new review begins with everything that is in this one, but without its signatures. Both records name each
          other, and the new one lists what changed.
        </p>
        <p>Until the new one is closed, this one stays in force.</p>
      </ConfirmDialog>
      <DialogFor subject={asked === 'deprecate' || null}>
        {() => (
          <WhoAndWhyDialog
            title="Retire this decision"
            who={{ label: 'Who retires it', owed: 'Say who retires the decision.' }}
            why={{ label: 'Why it is retired', owed: 'Write why.' }}
            people={knownPeople(review)}
            confirm="Retire it"
            onClose={closeQuestion}
            onConfirm={({ by, why }) => {
              editor.commit((all) => setDeprecated(all, { by, reason: why, at: editor.moment() }));
              closeQuestion();
            }}
          >
            <p>
              The record will say “deprecated”, with your reason. The signed content stays as it is, and the mark can be
              taken back.
            </p>
          </WhoAndWhyDialog>
        )}
      </DialogFor>
    </Callout>
  );
}

function useNextRevision(editor: ReviewEditor): {
  readonly fault: Fault | null;
  readonly isBusy: boolean;
  readonly begin: () => Promise<void>;
} {
  const { client } = useHost();
  const { fault, isBusy, attempt } = useAttempt();

  async function begin(): Promise<void> {
    const started = await attempt(async () => {
      const revision = await editor.flush();
      if (revision === null) return NOT_SAVED;
      const answer = await client['review.supersede']({ id: editor.id, revision });
      return answer.kind === 'stale' ? CHANGED : answer;
    });
    if (started) navigate(reviewHref(started.id));
  }
  return { fault, isBusy, begin };
}

const NOT_SAVED: Fault = {
  kind: 'failed',
  message: 'The latest changes are not saved yet. See why, then try again.',
};
const CHANGED: Fault = {
  kind: 'failed',
  message: 'The review was changed elsewhere a moment ago. Open it again, then start the revision.',
};
