import { Badge } from '#renderer/components/badge.tsx';
import { missingVoters, type Round, type Side, votesOf } from '#shared/rounds/rounds.ts';
import { CONFIDENCE_WORDS, inviteWords, namesText, SPREAD_TONES, spreadWords } from '#shared/rounds/words.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import './stage.css';
import './vote.css';

export interface VoteResultsProps {
  readonly thing: StageThing;
  /** All rounds on it, the first one first; they stand side by side. */
  readonly rounds: readonly Round[];
}

/** The revealed votes: the spread, then the sides with their reasons, the smaller one first. */
export function VoteResults({ thing, rounds }: VoteResultsProps) {
  return (
    <div className="vote__rounds">
      {rounds.map((round, index) => (
        <section key={round.id} className="vote__round" aria-label={`Round ${index + 1}`}>
          {rounds.length > 1 && <h2 className="stage-page__title">Round {index + 1}</h2>}
          {votesOf(round, thing).judgements.map((votes) => (
            <div key={votes.judgement.id} className="vote__judgement">
              <p className="vote__spread">
                {thing.judgements.length > 1 && <span>{votes.judgement.name}</span>}
                {votes.spread && <Badge tone={SPREAD_TONES[votes.spread]}>{spreadWords(votes)}</Badge>}
              </p>
              {index === rounds.length - 1 && inviteWords(votes) !== '' && (
                <p className="vote__invite">{inviteWords(votes)}</p>
              )}
              <ul className="vote__sides">
                {votes.sides.map((side) => (
                  <SideView key={side.answer} side={side} />
                ))}
              </ul>
            </div>
          ))}
          {missingVoters(round).length > 0 && (
            <p className="soft">
              Without {namesText(missingVoters(round))}: {round.closedBecause}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function SideView({ side: { text, count, ballots } }: { readonly side: Side }) {
  return (
    <li className="vote__side">
      <p className="vote__answer">
        <strong>{text}</strong> <span className="soft">{count}</span>
      </p>
      {ballots.length > 0 && (
        <ul className="vote__ballots">
          {ballots.map(({ voter, reason, confidence, moved }) => (
            <li key={voter}>
              <strong>{voter}</strong>
              {confidence !== null && <span className="soft"> · {CONFIDENCE_WORDS[confidence].toLowerCase()}</span>}
              {moved !== '' && <span className="soft"> · moved by {moved}</span>}
              {reason !== '' && ': '}
              {reason !== '' && <span className="preserve-lines">{reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
