import { useCallback, useEffect, useState } from 'react';
import type { OtherVersion } from '#renderer/base/routes.ts';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { Answer } from '#shared/contract/contract.ts';

/** What another version comes to when it is merged into the review. */
export type MergeLook = Answer<'merge.look'>;
export type MergeConflict = MergeLook['conflicts'][number];
export type Side = 'a' | 'b';
/** What is merged into the review: a version that lies beside it, or what somebody else saved over it. */
export type MergedFrom = OtherVersion | { readonly kind: 'disk' };

export type MergeState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly look: MergeLook };

/** Another version beside the review, what both changed, and what was chosen of it. Nothing is stored. */
export function useMerge(session: ReviewSession, from: MergedFrom) {
  const { client } = useHost();
  const [state, setState] = useState<MergeState>({ kind: 'loading' });
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const name = from.kind === 'copy' ? from.file : from.kind === 'review' ? from.id : '';

  const look = useCallback(
    (chosen: Readonly<Record<string, Side>>) => {
      const other =
        from.kind === 'disk'
          ? ({ kind: 'disk', base: session.savedDocument } as const)
          : from.kind === 'copy'
            ? ({ kind: 'copy', file: name } as const)
            : ({ kind: 'review', id: name } as const);
      return client['merge.look']({ document: session.document, other, choices: chosen });
    },
    [client, session, from.kind, name],
  );

  useEffect(() => {
    let isGone = false;
    void look({}).then((answer) => {
      if (isGone) return;
      setState(answer.kind === 'failed' ? { kind: 'failed', fault: answer } : { kind: 'ready', look: answer });
    });
    return () => {
      isGone = true;
    };
  }, [look]);

  const conflicts = state.kind === 'ready' ? state.look.conflicts : [];
  const open = conflicts.filter(({ key }) => choices[key] === undefined);

  return {
    state,
    choices,
    /** Conflicts for which nobody has chosen. */
    open,
    choose: (key: string, side: Side) => setChoices((before) => ({ ...before, [key]: side })),
    chooseAll: (side: Side) => setChoices(Object.fromEntries(conflicts.map(({ key }) => [key, side]))),
    /** The review with all that was chosen; null where something else has to be chosen by now, which is then shown. */
    async finish(): Promise<MergeLook | Fault | null> {
      const answer = await look(choices);
      if (answer.kind === 'failed') return answer;
      if (answer.conflicts.every(({ key }) => choices[key] !== undefined)) return answer;
      setState({ kind: 'ready', look: answer });
      return null;
    },
  };
}
