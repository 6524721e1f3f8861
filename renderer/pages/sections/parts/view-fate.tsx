import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import type { Dissent } from '#shared/kinds/parts.ts';
import { agreesWithTeam, owesFate } from '#shared/stage/differing-views.ts';
import type { Judgement } from '#shared/stage/judgement.ts';

export interface ViewFateProps {
  readonly judgements: readonly Judgement[];
  readonly view: Dissent;
  readonly onWithdraw: () => void;
  readonly onKeep: () => void;
}

/** Asks what becomes of a view once the team's answer is the one that it wanted. */
export function ViewFate({ judgements, view, onWithdraw, onKeep }: ViewFateProps) {
  const isOwed = owesFate(view, judgements);
  const name = view.name.trim() === '' ? 'this person' : view.name;
  useSaid(isOwed ? `The team’s answer is now that of ${name}. Withdraw the view, or keep it as history.` : '');
  if (!isOwed) {
    return agreesWithTeam(view, judgements) ? (
      <p className="small soft">Kept as history: the team’s answer is theirs now. The record says so.</p>
    ) : null;
  }
  return (
    <Callout tone="open" title={`The team’s answer is now that of ${name}`}>
      <p>Withdraw the view, or keep it as history? The record does not print it as an objection any more.</p>
      <div className="row" data-owed>
        <Button size="small" onPress={onWithdraw}>
          Withdraw it
        </Button>
        <Button size="small" onPress={onKeep}>
          Keep it as history
        </Button>
      </div>
    </Callout>
  );
}
