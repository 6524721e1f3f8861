import type { RoomView } from '#renderer/review/room-view.ts';
import { causesOf } from '#shared/rounds/premortem.ts';
import type { Round } from '#shared/rounds/rounds.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import { SilentTime } from './silent-clock.tsx';
import { VoteResults } from './vote-results.tsx';
import './vote.css';
import './stage.css';

export interface RoomVoteProps {
  readonly vote: NonNullable<RoomView['vote']>;
  /** The silent minutes of a premortem; null while nobody has set them. */
  readonly timer: RoomView['timer'];
  /** What is voted on; null in a premortem. */
  readonly thing: StageThing | null;
  /** The revealed rounds on it. */
  readonly rounds: readonly Round[];
}

/** What the room sees of a vote: the question and how many have voted, then what was revealed. Never the team's answer before that. */
export function RoomVote({ vote, timer, thing, rounds }: RoomVoteProps) {
  const isRevealed = vote.view === 'revealed';
  return (
    <div className="stage-page__thing">
      <p className="stage-page__place">{isRevealed ? 'The votes' : 'Vote'}</p>
      <h1 className="stage-page__name">{thing?.name ?? 'Premortem'}</h1>
      <p className={`stage-page__text stage-page__text--short ${isRevealed && thing ? 'stage-page__text--known' : ''}`}>
        {thing?.text ?? 'It is the review date, and it failed. Why?'}
      </p>
      {!isRevealed && !thing && timer && <SilentTime timer={timer} />}
      {vote.note !== '' && <p className="vote__title">{vote.note}</p>}
      {isRevealed && thing && <VoteResults thing={thing} rounds={rounds} />}
      {isRevealed && !thing && (
        <ul className="vote__ballots">
          {causesOf(rounds).map(({ voter, text }) => (
            <li key={`${voter} ${text}`}>
              {text} <span className="soft">· {voter}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
