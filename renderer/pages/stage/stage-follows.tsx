import { useSaid } from '#renderer/base/use-said.ts';
import type { WhatFollows } from '#shared/stage/what-follows.ts';
import { FittingList } from './fitting-list.tsx';
import '#renderer/components/tone.css';
import './stage.css';

export interface StageFollowsProps {
  readonly follows: WhatFollows;
  readonly isSilent: boolean;
  /** See `FittingList`. */
  readonly turns: number;
  readonly onTurn: (() => void) | undefined;
}

/** What follows from the answers, beside them. */
export function StageFollows({ follows, isSilent, turns, onTurn }: StageFollowsProps) {
  const { title, results, linesTitle, lines, warning } = follows;
  useSaid(isSilent || results.length === 0 ? '' : `${title}: ${results.map(({ text }) => text).join(' or ')}.`);
  return (
    <aside className="stage-page__follows" aria-label={title}>
      <h2 className="stage-page__title">{title}</h2>
      {results.map(({ text, tone }) => (
        <p key={text} className={`stage-page__result tone--${tone}`}>
          {text}
        </p>
      ))}
      {warning !== '' && <p className="stage-page__result tone--open">{warning}</p>}
      {linesTitle !== '' && lines.length > 0 && <h3 className="stage-page__title">{linesTitle}</h3>}
      {lines.length > 0 && <FittingList entries={lines} turns={turns} onTurn={onTurn} />}
    </aside>
  );
}
