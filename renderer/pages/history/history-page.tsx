import type { RefObject } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { historyHref, type Route, reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { afterwardsOf, revisionNumber } from '#shared/review/revision.ts';
import { MilestoneList } from './milestone-list.tsx';
import { ReviewDiff } from './review-diff.tsx';
import { type Milestones, useMilestones } from './use-milestones.ts';
import { NOW, SIGNED, useStateOf } from './use-state-of.ts';
import { useVersions, type Versions } from './use-versions.ts';
import { VersionList } from './version-list.tsx';
import '#renderer/components/wide-columns.css';
import './history-page.css';
import '#renderer/components/section-frame.css';

export interface HistoryPageProps {
  readonly editor: ReviewEditor;
  readonly route: Extract<Route, { page: 'history' }>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Which revisions of the decision there are, which states were kept, and what differs between them. */
export function HistoryPage({ editor, route, heading }: HistoryPageProps) {
  const document = useDocument(editor, (review) => review);
  const milestones = useMilestones(editor);
  const versions = useVersions(document.id);
  return (
    <article className="section-frame history wide-columns">
      <header className="section-frame__header wide-columns__whole">
        <h2 ref={heading} tabIndex={-1}>
          History
        </h2>
      </header>
      <Revisions review={document} />
      <MilestoneList review={document.id} milestones={milestones} />
      <VersionList review={document.id} versions={versions} />
      <Comparison editor={editor} route={route} milestones={milestones} versions={versions} />
    </article>
  );
}

function Revisions({ review }: { readonly review: ReviewDocument }) {
  const { supersedes, supersededBy } = review;
  return (
    <Card title={`Revision ${revisionNumber(review)} of this decision`}>
      {!supersedes && !supersededBy && (
        <p className="soft">The first one. Once it is signed, the next revision can be started on the sign-off page.</p>
      )}
      {supersedes && (
        <p>
          Supersedes <a href={reviewHref(supersedes.id)}>{supersedes.title}</a>, revision {supersedes.number}, signed as{' '}
          <code>{shortHash(supersedes.contentSha256)}</code>.
        </p>
      )}
      {supersededBy && (
        <p>
          {afterwardsOf(review) === 'superseded' ? 'Superseded by ' : 'The next revision has been begun: '}
          <a href={reviewHref(supersededBy.id)}>{supersededBy.title}</a>.
        </p>
      )}
    </Card>
  );
}

/** Two states side by side, chosen by the address, so that a comparison can be gone back to. */
function Comparison({
  editor,
  route,
  milestones,
  versions,
}: Omit<HistoryPageProps, 'heading'> & { readonly milestones: Milestones; readonly versions: Versions }) {
  const document = useDocument(editor, (review) => review);
  const kept = milestones.list?.milestones ?? [];
  const states = [
    ...(document.supersedes ? [{ value: SIGNED, text: `The signed revision ${document.supersedes.number}` }] : []),
    ...kept.map(({ id, name }) => ({ value: id, text: name })),
    ...(versions.list ?? []).map(({ name, replacedAt }) => ({ value: name, text: `Until ${writeMoment(replacedAt)}` })),
    { value: NOW, text: 'The review now' },
  ];
  const from = route.from ?? states[0]?.value ?? NOW;
  const to = route.to ?? NOW;
  // Only the present state: nothing to compare it with.
  if (states.length === 1) return null;
  const choose = (left: string | null, right: string | null) =>
    navigate(historyHref(document.id, left ?? from, right ?? to));
  return (
    <section className="stack" aria-labelledby="comparison">
      <h3 id="comparison">What changed</h3>
      <div className="history__states">
        <SelectField label="From" value={from} options={states} onChange={(state) => choose(state, null)} />
        <SelectField label="To" value={to} options={states} onChange={(state) => choose(null, state)} />
      </div>
      <Difference editor={editor} from={from} to={to} />
    </section>
  );
}

function Difference({
  editor,
  from,
  to,
}: {
  readonly editor: ReviewEditor;
  readonly from: string;
  readonly to: string;
}) {
  const review = useDocument(editor, (all) => all);
  const before = useStateOf(review, from);
  const after = useStateOf(review, to);
  for (const state of [before, after]) {
    if (state.kind === 'failed') {
      return (
        <Callout tone="warning" title="The two states cannot be compared" role="alert">
          <p>{state.fault.message}</p>
        </Callout>
      );
    }
  }
  if (before.kind !== 'ready' || after.kind !== 'ready') return null;
  return <ReviewDiff before={before.document} after={after.document} template={editor.template} />;
}
