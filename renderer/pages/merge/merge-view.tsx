import { useMemo, useRef } from 'react';
import { writeMoment } from '#renderer/base/dates.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import { WaitingLine } from '#renderer/components/waiting-line.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import { ReviewDiff } from '#renderer/pages/history/review-diff.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { MergeConflictCard } from './merge-conflict.tsx';
import { type MergedFrom, type MergeLook, useMerge } from './use-merge.ts';
import './merge-view.css';

export interface MergeViewProps {
  readonly session: ReviewSession;
  readonly from: MergedFrom;
  /** Takes the merged review over; why it could not, null when it did. */
  readonly onMerge: (merged: MergeLook) => Promise<{ readonly kind: 'failed'; readonly message: string } | null>;
  /** Leaves both versions as they are. */
  readonly onBack: () => void;
  readonly back: string;
}

/** What two versions of a review change in different ways, to be chosen one by one, and what comes without a question. */
export function MergeView({ session, from, onMerge, onBack, back }: MergeViewProps) {
  const { state, choices, open, choose, chooseAll, finish } = useMerge(session, from);
  const { fault, isBusy, attempt } = useAttempt();
  const list = useRef<HTMLOListElement>(null);
  const before = session.document;
  const other = state.kind === 'ready' ? whose(state.look) : 'The other version';
  const conflicts = state.kind === 'ready' ? state.look.conflicts : [];
  useSaid(state.kind === 'ready' ? (conflicts.length > 0 ? leftText(open.length) : leadText(state.look)) : '');
  const after = state.kind === 'ready' ? state.look.document : null;
  const changes = useMemo(
    () => after && <ReviewDiff before={before} after={after} template={session.template} />,
    [before, after, session],
  );
  if (state.kind === 'loading') return <WaitingLine text="Comparing the two versions…" />;
  if (state.kind === 'failed') {
    return (
      <>
        <Callout tone="warning" title="The two versions cannot be merged" role="alert">
          <p>{state.fault.message}</p>
        </Callout>
        <div className="row">
          <Button onPress={onBack}>{back}</Button>
        </div>
      </>
    );
  }
  const { look } = state;

  async function merge() {
    await attempt(async () => {
      const merged = await finish();
      if (merged?.kind !== 'merge') return merged ?? { kind: 'more' as const };
      return (await onMerge(merged)) ?? { kind: 'merged' as const };
    });
  }

  return (
    <div className="stack merge-view">
      <p className="merge-view__lead">{leadText(look)}</p>
      {!look.isStartKnown && (
        <Callout tone="neutral" title="It is not known what both versions started from">
          <p>So every difference is a question, also where only one of them was changed.</p>
        </Callout>
      )}
      {conflicts.length > 1 && (
        <div className="row">
          <Button size="small" onPress={() => chooseAll('a')}>
            Choose “Here” for all
          </Button>
          <Button size="small" onPress={() => chooseAll('b')}>
            Choose “{other}” for all
          </Button>
        </div>
      )}
      {conflicts.length > 0 && (
        <ol className="merge-view__list" ref={list}>
          {conflicts.map((conflict) => (
            <li key={conflict.key}>
              <MergeConflictCard
                conflict={conflict}
                other={other}
                chosen={choices[conflict.key] ?? null}
                onChoose={(side) => choose(conflict.key, side)}
              />
            </li>
          ))}
        </ol>
      )}
      {look.isStartKnown && (
        <Disclosure summary="What comes from the other version without a question">{changes}</Disclosure>
      )}
      {fault && (
        <Callout tone="warning" title="The versions were not merged" role="alert">
          <p>{fault.message}</p>
        </Callout>
      )}
      <div className="row merge-view__end">
        <Button kind="primary" isDisabled={isBusy || open.length > 0} onPress={() => void merge()}>
          Merge
        </Button>
        <Button isDisabled={isBusy} onPress={onBack}>
          {back}
        </Button>
        {open.length > 0 && (
          <>
            <span className="small">{leftText(open.length)}</span>
            <Button kind="quiet" size="small" onPress={() => focusFirstOpen(list.current)}>
              Go to the next one
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** What the other version is called: whose it is, as far as its file says. */
function whose({ other: { by, program } }: MergeLook): string {
  return by || (program === '' ? 'The other version' : `Copy by ${program}`);
}

function leadText({ conflicts, other: { savedAt, program, by }, isStartKnown }: MergeLook): string {
  const from = [by && `from ${by}`, program && `by way of ${program}`].filter(Boolean).join(', ');
  const told = `The other version was saved ${writeMoment(savedAt)}${from && ` and comes ${from}`}.`;
  const { length } = conflicts;
  if (!isStartKnown) {
    return `${told} ${length === 0 ? 'Both say the same.' : `${length === 1 ? 'One thing differs' : `${length} things differ`}: choose one value for each.`}`;
  }
  const questions =
    length === 0
      ? 'Nothing was changed in different ways, so there is nothing to choose.'
      : `${length === 1 ? 'One thing was' : `${length} things were`} changed in both, each time in another way: choose one value for each.`;
  return `${told} What only one version changed is taken. ${questions}`;
}

function leftText(open: number): string {
  return open === 0
    ? 'Everything is chosen.'
    : open === 1
      ? 'One is still to be chosen.'
      : `${open} are still to be chosen.`;
}

function focusFirstOpen(list: HTMLElement | null): void {
  const groups = [...(list?.querySelectorAll('fieldset') ?? [])];
  groups
    .find((group) => !group.querySelector('input:checked'))
    ?.querySelector('input')
    ?.focus();
}
