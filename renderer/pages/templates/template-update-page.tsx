import { type RefObject, useMemo } from 'react';
import { reviewHref, templateUpdateHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { SectionDiff } from '#renderer/components/section-diff.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { carryOver } from '#shared/template/carry.ts';
import { diffTemplates, isEmptyDiff } from '#shared/template/diff.ts';
import { LeftAnswers } from './left-answers.tsx';
import { type OtherVersion, useOtherVersion } from './use-other-version.ts';
import './template-update-page.css';
import '#renderer/components/section-frame.css';

export interface TemplateUpdatePageProps {
  readonly editor: ReviewEditor;
  readonly session: ReviewSession;
  /** Address of the version to look at; null for the newest of the library. */
  readonly target: string | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Loads the review again, from the disk. */
  readonly onApplied: () => void;
}

/** What another version of the review's template changes, and the way onto it: never by itself. */
export function TemplateUpdatePage(props: TemplateUpdatePageProps) {
  const { editor, target, heading } = props;
  const state = useOtherVersion(editor.id, target);
  return (
    <article className="section-frame template-update">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          Another version of the template
        </h2>
        {state.kind === 'ready' && (
          <p className="soft">
            {state.other.template.title}: version {state.other.template.version}
          </p>
        )}
      </header>
      {state.kind === 'none' && (
        <Callout tone="for" title={`This review uses the newest version, ${editor.template.version}`} />
      )}
      {state.kind === 'failed' && (
        <Callout tone="warning" title="The other version cannot be shown" role="alert">
          <p>{state.fault.message}</p>
        </Callout>
      )}
      {state.kind === 'ready' && <Comparison {...props} other={state.other} />}
    </article>
  );
}

function Comparison({ editor, session, onApplied, other }: TemplateUpdatePageProps & { readonly other: OtherVersion }) {
  const { client } = useHost();
  const toast = useToast();
  const { fault, isBusy, attempt } = useAttempt();
  const { template } = editor;
  const { document, isSealed } = useSession(editor, (snapshot) => snapshot);
  const { left } = useMemo(() => carryOver(document, template, other), [document, template, other]);
  const diff = useMemo(() => diffTemplates(template, other.template), [template, other]);
  const signed = document.signOff.signatures.length > 0;

  async function apply() {
    const earlier = { sha256: document.template.sha256, version: template.version };
    const applied = await attempt(async () => {
      if (!(await session.flush())) return NOT_SAVED;
      const baseRevision = session.snapshot().saved.revision;
      const input = { id: document.id, baseRevision, templateSha256: other.sha256 };
      const answer = await client['review.applyTemplate'](input);
      return answer.kind === 'stale' ? CHANGED : answer;
    });
    if (!applied) return;
    onApplied();
    navigate(reviewHref(document.id));
    toast({
      text: `This review now uses “${other.template.title}”, version ${other.template.version}.`,
      action: {
        text: `Back to ${earlier.version}`,
        href: templateUpdateHref(document.id, earlier.sha256),
      },
    });
  }

  return (
    <>
      <p className="template-update__lead">
        This review uses version {template.version}. Every answer stays in it when it goes over to{' '}
        {other.template.version}; nothing happens before you say so.
      </p>
      <p className="row">
        <Badge tone="for">{diff.counts.added} added</Badge>
        <Badge tone="open">{diff.counts.changed} changed</Badge>
        <Badge tone="against">{diff.counts.removed} removed</Badge>
      </p>
      {isSealed && (
        <Callout tone="neutral" title="This review is signed, so it stays on its version">
          <p>Its next revision can be carried over.</p>
        </Callout>
      )}
      {signed && !isSealed && (
        <Callout tone="warning" title="Signatures will be for the earlier version">
          <p>They stay in the review, and whoever signed has to sign again.</p>
        </Callout>
      )}
      <LeftAnswers left={left} version={other.template.version} />
      {fault && (
        <Callout tone="warning" title="The review stays on its version" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      <div className="row">
        <Button kind="primary" isDisabled={isBusy || isSealed} onPress={() => void apply()}>
          Carry the answers over to {other.template.version}
        </Button>
        <LinkButton href={reviewHref(document.id)}>Stay on {template.version}</LinkButton>
      </div>
      {isEmptyDiff(diff) ? <p>The two versions hold the same.</p> : <SectionDiff diff={diff} review={document} />}
    </>
  );
}

const NOT_SAVED: Fault = {
  kind: 'failed',
  message: 'The latest changes are not saved yet. See why, then try again.',
};

const CHANGED: Fault = {
  kind: 'failed',
  message: 'The review was changed elsewhere a moment ago. Open it again, then look at the new version once more.',
};
