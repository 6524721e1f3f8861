import { useCallback, useEffect, useState } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import { type Attempts, useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { Input } from '#shared/contract/contract.ts';
import type { OpenRound } from '#shared/contract/round-contract.ts';
import { addRound } from '#shared/rounds/rounds.ts';

type NewBallot = Input<'round.vote'>['ballot'];

export interface RoundControl extends Pick<Attempts, 'fault' | 'isBusy'> {
  /** The round under way; null without one, undefined while that is not known. */
  readonly open: OpenRound | null | undefined;
  readonly begin: (round: Omit<Input<'round.open'>, 'review'>) => Promise<void>;
  /** Whether the ballot lies sealed on the disk. */
  readonly vote: (ballot: NewBallot) => Promise<boolean>;
  /** Opens the ballots, and takes the round into the review. @param because empty when all have voted */
  readonly reveal: (because: string) => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** The round of votes that is under way in a review. What people vote passes through here and stays nowhere. */
export function useRound(editor: ReviewEditor): RoundControl {
  const { client } = useHost();
  const { fault, isBusy, attempt } = useAttempt();
  const [open, setOpen] = useState<OpenRound | null | undefined>(undefined);
  const review = editor.id;

  const takeIn = useCallback(
    async (round: string, because: string) => {
      const answer = await attempt(() => client['round.reveal']({ review, round, because }));
      if (!answer) return;
      editor.commit((document) => addRound(document, answer.round));
      setOpen(null);
      // The sealed file goes once this is on the disk.
      await editor.flush();
    },
    [attempt, client, editor, review],
  );

  useEffect(() => {
    let isGone = false;
    void attempt(() => client['round.now']({ review })).then((answer) => {
      if (isGone || !answer) return;
      // The window ended between the reveal and the save.
      if (answer.round?.isRevealed) void takeIn(answer.round.id, '');
      else setOpen(answer.round);
    });
    return () => {
      isGone = true;
    };
  }, [attempt, client, review, takeIn]);

  return {
    fault,
    isBusy,
    open,
    async begin(round) {
      const answer = await attempt(() => client['round.open']({ review, ...round }));
      if (answer) setOpen(answer.round);
    },
    async vote(ballot) {
      if (!open) return false;
      const answer = await attempt(() => client['round.vote']({ review, round: open.id, ballot }));
      if (answer) setOpen(answer.round);
      return answer !== null;
    },
    reveal: async (because) => {
      if (open) await takeIn(open.id, because);
    },
    async discard() {
      if (!open) return;
      const answer = await attempt(() => client['round.discard']({ review, round: open.id }));
      if (answer) setOpen(null);
    },
  };
}
