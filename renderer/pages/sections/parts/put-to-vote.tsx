import { Vote } from 'lucide-react';
import { voteHref } from '#renderer/base/routes.ts';
import { keysOf } from '#renderer/base/shortcuts.ts';
import { buttonClass } from '#renderer/components/button-class.ts';
import './put-to-vote.css';

export interface PutToVoteProps {
  /** Id of the review. */
  readonly review: string;
  /** Anchor of the thing, as the stage knows it. */
  readonly thing: string;
  readonly name: string;
  /** Shows the icon alone, where the same stands in many rows. */
  readonly isIcon?: boolean;
  /** Leaves the order of the Tab key to the grid that it stands in. */
  readonly isInGrid?: boolean;
}

/** The way to the vote from the place of a thing, for the mouse; the key does the same. */
export function PutToVote({ review, thing, name, isIcon = false, isInGrid = false }: PutToVoteProps) {
  const look = buttonClass({ kind: 'quiet', size: 'small' });
  return (
    <a
      className={`${look} put-to-vote ${isIcon ? 'put-to-vote--icon' : ''}`}
      href={voteHref(review, thing)}
      title={`Put to the vote (${keysOf('vote')})`}
      aria-label={`Put to the vote: ${name}`}
      tabIndex={isInGrid ? -1 : undefined}
    >
      <Vote aria-hidden size={16} />
      {!isIcon && <span>Put to the vote</span>}
    </a>
  );
}
