import { Check } from 'lucide-react';
import { useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { ConfirmDialog, Dialog, DialogActions } from '#renderer/components/dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { OpenRound } from '#shared/contract/round-contract.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import { BallotForm } from './ballot-form.tsx';
import type { RoundControl } from './use-round.ts';
import './vote.css';

export interface OpenVoteProps {
  readonly control: RoundControl;
  readonly round: OpenRound;
  readonly thing: StageThing | null;
  readonly others: readonly string[];
}

type Turn =
  | { readonly kind: 'list' }
  | { readonly kind: 'ballot'; readonly voter: string }
  /** Somebody has voted, and the keyboard is on its way. */
  | { readonly kind: 'blank'; readonly voter: string };

/** A round under way: who has voted, and the ballot of one after the other. */
export function OpenVote({ control, round, thing, others }: OpenVoteProps) {
  const [turn, setTurn] = useState<Turn>({ kind: 'list' });
  if (turn.kind === 'blank') {
    return (
      <div className="vote__blank">
        <p>Thank you, {turn.voter}. Your vote is sealed. Pass the keyboard on.</p>
        <Button kind="primary" autoFocus onPress={() => setTurn({ kind: 'list' })}>
          Next person
        </Button>
      </div>
    );
  }
  if (turn.kind === 'ballot') {
    const { voter } = turn;
    const seal = async (ballot: Parameters<RoundControl['vote']>[0]) => {
      if (!(await control.vote(ballot))) return;
      say(`The vote of ${voter} is sealed.`);
      setTurn({ kind: 'blank', voter });
    };
    return (
      <BallotForm
        voter={voter}
        thing={thing}
        others={others.filter((name) => name !== voter)}
        isBusy={control.isBusy}
        onSeal={(ballot) => void seal(ballot)}
        onBack={() => setTurn({ kind: 'list' })}
      />
    );
  }
  return <Voters control={control} round={round} onTurn={(voter) => setTurn({ kind: 'ballot', voter })} />;
}

interface VotersProps {
  readonly control: RoundControl;
  readonly round: OpenRound;
  readonly onTurn: (voter: string) => void;
}

function Voters({ control, round, onTurn }: VotersProps) {
  const [asked, setAsked] = useState<'nothing' | 'reason' | 'discard'>('nothing');
  const missing = round.present.filter((name) => !round.voted.includes(name));
  const done = () => setAsked('nothing');
  return (
    <div className="vote__form stack">
      <h2 className="vote__title">{votedText(round)}</h2>
      <ul className="vote__people" aria-label="Who votes">
        {round.present.map((name) => (
          <li key={name}>
            <Button
              kind={name === missing[0] ? 'primary' : 'secondary'}
              autoFocus={name === missing[0]}
              onPress={() => onTurn(name)}
            >
              {round.voted.includes(name) ? `${name} votes again` : `${name} votes`}
            </Button>
            {round.voted.includes(name) && (
              <span className="vote__done">
                <Check aria-hidden size={20} /> has voted
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="vote__keyboard row">
        {missing.length === 0 ? (
          <Button kind="primary" autoFocus isDisabled={control.isBusy} onPress={() => void control.reveal('')}>
            Reveal the votes
          </Button>
        ) : (
          <Button isDisabled={round.voted.length === 0} onPress={() => setAsked('reason')}>
            Reveal without the rest…
          </Button>
        )}
        <Button kind="quiet" onPress={() => setAsked('discard')}>
          Throw the round away…
        </Button>
      </div>
      <ReasonDialog isOpen={asked === 'reason'} onClose={done} onReveal={(because) => void control.reveal(because)} />
      <ConfirmDialog
        title="Throw the round away?"
        isOpen={asked === 'discard'}
        onClose={done}
        onConfirm={() => {
          done();
          void control.discard();
        }}
        cancel="Keep it"
        confirm="Throw it away"
        isDanger
      >
        <p>All votes given so far are lost, and nobody has seen them.</p>
      </ConfirmDialog>
    </div>
  );
}

interface ReasonDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReveal: (because: string) => void;
}

function ReasonDialog({ isOpen, onClose, onReveal }: ReasonDialogProps) {
  const [because, setBecause] = useState('');
  const isReady = because.trim() !== '';
  return (
    <Dialog title="Reveal without the rest" isOpen={isOpen} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          onClose();
          onReveal(because);
        }}
      >
        <TextField label="Why not everybody votes" value={because} onChange={setBecause} isRequired autoFocus />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={!isReady}>
            Reveal
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** How many have voted, such as “4 of 6 have voted”. */
export function votedText({ present, voted }: Pick<OpenRound, 'present' | 'voted'>): string {
  return `${voted.length} of ${present.length} have voted`;
}
