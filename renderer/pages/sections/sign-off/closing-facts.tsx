import { Badge } from '#renderer/components/badge.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { keyed } from '#renderer/pages/record/record-blocks.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { departures } from '#shared/departures/departures.ts';
import { conditionNote } from '#shared/kinds/decision/record.ts';
import { type TrackedCondition, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { decidingText } from '#shared/kinds/sign-off/deciding.ts';
import { VERDICT_TONES } from '#shared/kinds/sign-off/record.ts';
import { type ApproverStanding, approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import { signOffTally } from '#shared/kinds/sign-off/tally.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import { openPoints } from '#shared/review/progress.ts';
import { ApprovalRules } from './approval-rules.tsx';
import './sign-off-page.css';

/** All that whoever closes a review has to know: who signed what, who did not, and what is open. */
export function ClosingFacts({
  editor,
  contentSha256,
}: {
  readonly editor: ReviewEditor;
  readonly contentSha256: string;
}) {
  const { template } = editor;
  const review = useDocument(editor, (all) => all);
  const tally = signOffTally(review, template, contentSha256);
  const standings = approverStandings(review, contentSha256);
  const open = openPoints(review, template, contentSha256).filter(({ section }) => section !== 'sign-off');
  const conditions = trackedConditions(review).filter(({ met }) => !met);
  return (
    <>
      <p>{decidingText(tally.deciding)}</p>
      <ApprovalRules tally={tally} />
      {standings.length === 0 ? (
        <p className="soft">Nobody is named to approve.</p>
      ) : (
        <ul className="closing-facts__signers" aria-label="Approvers">
          {standings.map((standing) => (
            <li key={standing.approver.id}>
              <span>
                <bdi>{standing.approver.name || 'Unnamed approver'}</bdi>
                {standing.approver.role !== '' && <span className="soft">, {standing.approver.role}</span>}
              </span>
              <Standing standing={standing} />
            </li>
          ))}
        </ul>
      )}
      <div className="stack stack--tight">
        <Counted one="open point" many="open points" texts={open.map(({ text }) => text)} />
        <Counted
          one="departure from the review"
          many="departures from the review"
          texts={departures(review, template).map(({ text }) => text)}
        />
        <Counted
          one="condition to be closed later"
          many="conditions to be closed later"
          texts={conditions.map(conditionText)}
        />
      </div>
    </>
  );
}

function Standing({ standing }: { readonly standing: ApproverStanding }) {
  if (standing.kind === 'unsigned') return <Badge>Not signed</Badge>;
  if (standing.kind === 'stale') return <Badge tone="warning">Signed an earlier version: does not count</Badge>;
  const { verdict } = standing.signature;
  return <Badge tone={VERDICT_TONES[verdict]}>{VERDICT_WORDS[verdict]}</Badge>;
}

/** How many of something there are, and which: whoever closes the review takes them into the record. */
function Counted({
  one,
  many,
  texts,
}: {
  readonly one: string;
  readonly many: string;
  readonly texts: readonly string[];
}) {
  if (texts.length === 0) return <p className="soft">No {many}</p>;
  return (
    <Disclosure summary={`${texts.length} ${texts.length === 1 ? one : many}`}>
      <ul className="open-point-links small">
        {keyed(texts, (text) => text).map(([key, text]) => (
          <li key={key} className="preserve-lines">
            {text}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function conditionText(condition: TrackedCondition): string {
  const note = conditionNote(condition);
  return note === '' ? condition.text : `${condition.text} (${note})`;
}
