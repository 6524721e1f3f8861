import { Badge } from '#renderer/components/badge.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { departures } from '#shared/departures/departures.ts';
import { trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
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
  const open = openPoints(review, template, contentSha256).filter(({ section }) => section !== 'sign-off').length;
  const departing = departures(review, template).length;
  const conditions = trackedConditions(review).filter(({ met }) => !met).length;
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
      <p>
        {[
          counted(open, 'open point', 'open points'),
          counted(departing, 'departure from the review', 'departures from the review'),
          counted(conditions, 'condition to be closed later', 'conditions to be closed later'),
        ].join(' · ')}
      </p>
    </>
  );
}

function Standing({ standing }: { readonly standing: ApproverStanding }) {
  if (standing.kind === 'unsigned') return <Badge>Not signed</Badge>;
  if (standing.kind === 'stale') return <Badge tone="warning">Signed an earlier version: does not count</Badge>;
  const { verdict } = standing.signature;
  return <Badge tone={VERDICT_TONES[verdict]}>{VERDICT_WORDS[verdict]}</Badge>;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? `No ${many}` : `${count} ${count === 1 ? one : many}`;
}
