import { Vote } from 'lucide-react';
import { voteHref } from '#renderer/base/routes.ts';
import { firstKeys, IS_MAC, keysOf, spokenKeys } from '#renderer/base/shortcuts.ts';
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
      aria-label={`Put to the vote: ${name}`}
      aria-keyshortcuts={spokenKeys(firstKeys('vote'), IS_MAC)}
      tabIndex={isInGrid ? -1 : undefined}
    >
      {/* Of the link itself it would be the description, which says the name once more. */}
      <span className="put-to-vote__face" title={`Put to the vote (${keysOf('vote')})`}>
        <Vote aria-hidden size={16} />
        {!isIcon && <span>Put to the vote</span>}
      </span>
    </a>
  );
}
