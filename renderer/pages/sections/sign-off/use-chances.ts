import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import { predictionsOf, revealChances } from '#shared/follow-up/edit.ts';

export interface Chances {
  /** Ids of those who have given theirs. */
  readonly by: readonly string[];
  readonly fault: Fault | null;
  readonly give: (
    giver: { readonly id: string; readonly name: string },
    numbers: Readonly<Record<string, number>>,
  ) => Promise<void>;
}

/** Chances that wait for those of others; once all are there they stand in the review. */
export function useChances(editor: ReviewEditor): Chances {
  const { client } = useHost();
  const { id, flush, commit } = editor;
  const { by: how, statements, given } = useDocument(editor, predictionsOf);
  const [by, setBy] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const isAsked = how === 'each' && statements.length > 0 && given.length === 0;

  const take = useCallback(
    (answer: Answer<'prediction.state'> | CallFailure) => {
      if (answer.kind === 'failed') return setFault(answer);
      setFault(null);
      setBy(answer.by);
      const { chances } = answer;
      if (chances) commit((review) => revealChances(review, chances));
    },
    [commit],
  );

  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    void client['prediction.state']({ id }).then((answer) => {
      if (isCurrent) take(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, id, isAsked, take]);

  return {
    by,
    fault,
    give: async ({ id: giver, name }, chances) => {
      const at = editor.moment();
      if (how === 'team') {
        return commit((review) => revealChances(review, [{ by: giver, name, at, chances: { ...chances } }]));
      }
      // The host looks at what is on disk.
      if ((await flush()) === null) return setFault(NOT_SAVED);
      take(await client['prediction.give']({ id, by: giver, at, chances: { ...chances } }));
    },
  };
}

const NOT_SAVED: Fault = {
  kind: 'failed',
  message: 'The latest changes are not saved yet. See why, then give the chances again.',
};
