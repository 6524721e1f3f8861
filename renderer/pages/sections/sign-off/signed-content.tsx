import { leftHref } from '#renderer/base/routes.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { OpenPointLinks } from '#renderer/components/open-point-links.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { explainOutcome } from '#shared/kinds/rule/explain.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { type OpenPoint, openPoints } from '#shared/review/progress.ts';
import { sectionOf } from '#shared/template/template.ts';
import './sign-off-page.css';

/** Open points beyond these are counted, so that a young review does not push the approvers away. */
const POINTS_SHOWN = 5;

/** What a signature on this page stands for, in short: decision, outcome, what is still open. */
export function SignedContent({ editor }: { readonly editor: ReviewEditor }) {
  const { template } = editor;
  const { document, contentSha256, isSealed } = useSession(editor, (snapshot) => snapshot);
  const choice = chosenDecision(document, template);
  const stage = sectionOf(template, 'path')?.stages.find((entry) => entry.id === document.decision.stage);
  const rule = ruleResult(document, template);
  // Sign-off's own points are left out, so the hash they depend on does not matter.
  const elsewhere = openPoints(document, template, '').filter(
    (point) => point.section !== 'sign-off' && point.section !== 'decision',
  );
  return (
    <Card title="What is signed">
      <dl className="signed-content">
        <dt>Component</dt>
        <dd>{isBlank(document.component) ? <span className="soft">Not named yet</span> : document.component}</dd>
        <dt>Decision</dt>
        <dd>
          {choice ? <Badge tone={choice.lean}>{choice.name}</Badge> : <span className="soft">Not made yet</span>}
          {choice?.needsStage && stage && <> for “{stage.name}”</>}
          {!isBlank(document.decision.statement) && <p className="preserve-lines">{document.decision.statement}</p>}
        </dd>
        {rule && (
          <>
            <dt>The rule</dt>
            <dd>{explainOutcome(rule)}</dd>
          </>
        )}
        <dt>Fingerprint</dt>
        <dd>
          {contentSha256 === null ? (
            <span className="soft">One moment…</span>
          ) : (
            <code title={contentSha256}>{shortHash(contentSha256)}</code>
          )}
          <p className="small soft">Of everything but this page. Any change to the review changes it.</p>
        </dd>
      </dl>
      {elsewhere.length > 0 && !isSealed && (
        <Callout
          tone="open"
          title={`${elsewhere.length} ${elsewhere.length === 1 ? 'point is' : 'points are'} still open elsewhere`}
        >
          <p className="small">Signing is possible all the same; the record lists them.</p>
          <FirstOpenPoints review={document.id} points={elsewhere} />
        </Callout>
      )}
    </Card>
  );
}

/** Ways to the places where open points can be mended: to the first of them, and to all. */
export function FirstOpenPoints({
  review,
  points,
}: {
  readonly review: string;
  readonly points: readonly OpenPoint[];
}) {
  const rest = points.length - POINTS_SHOWN;
  return (
    <OpenPointLinks
      review={review}
      points={points}
      most={POINTS_SHOWN}
      className="open-point-links small"
      end={rest > 0 && <a href={leftHref(review)}>{rest} more: all that is left</a>}
    />
  );
}
