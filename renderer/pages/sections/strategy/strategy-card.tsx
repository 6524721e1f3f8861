import { useId } from 'react';
import { Help } from '#renderer/components/help.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { StrategyFit } from '#shared/kinds/strategy/strategy.ts';
import type { Strategy } from '#shared/template/template.ts';
import { FitBadge } from './fit-badge.tsx';
import '#renderer/components/card.css';
import './strategy-page.css';

export interface StrategyCardProps {
  readonly editor: ReviewEditor;
  readonly strategy: Strategy;
  /** How it suits the component; null when the section asks no questions. */
  readonly fit: Pick<StrategyFit, 'suitability' | 'text'> | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A strategy to choose; the whole card is the target, its help stays a control of its own. */
export function StrategyCard({ editor, strategy, fit, isChosen, onChoose }: StrategyCardProps) {
  const id = useId();
  return (
    <div className="card strategy">
      <label className="strategy__choice">
        <input
          type="radio"
          name="strategy"
          value={strategy.id}
          checked={isChosen}
          onChange={onChoose}
          aria-describedby={`${id}-fit ${id}-about ${id}-trade`}
        />
        <span className="strategy__name">{strategy.name}</span>
      </label>
      <div className="strategy__fit" id={`${id}-fit`}>
        {fit && <FitBadge suitability={fit.suitability} />}
        {fit && fit.text !== '' && <span className="small">{fit.text}</span>}
      </div>
      <p id={`${id}-about`}>{strategy.help}</p>
      <dl className="strategy__trade" id={`${id}-trade`}>
        <dt>Suitable when</dt>
        <dd>{strategy.when}</dd>
        <dt>Costs</dt>
        <dd>{strategy.cost}</dd>
      </dl>
      <div className="strategy__help">
        <Help
          summary="Sources"
          about={strategy.name}
          texts={[]}
          sources={strategy.sources}
          template={editor.template}
          openLink={editor.openLink}
        />
      </div>
    </div>
  );
}
