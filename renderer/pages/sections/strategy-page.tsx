import { anchor } from '#shared/anchor.ts';
import type { SectionOf } from '#shared/template.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { editStrategy } from '../../edit/strategy.ts';
import type { ReviewEditor } from '../../editor.ts';
import { StrategyCard } from './strategy/strategy-card.tsx';
import './strategy/strategy-page.css';

/** How new code meets old: all strategies side by side with where they fit and what they cost. */
export function StrategyPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'strategy'>;
}) {
  const { chosen, reason } = editor.document.strategy;
  const reasonId = anchor('strategy', 'reason');
  const choose = (id: string | null) => editor.update((review) => editStrategy(review, { chosen: id }));
  const name = section.strategies.find((strategy) => strategy.id === chosen)?.name;

  return (
    <div className="stack strategy-page">
      <fieldset id={anchor('strategy', 'chosen')}>
        <legend className="visually-hidden">Strategy</legend>
        <div className="strategies">
          {section.strategies.map((strategy) => (
            <StrategyCard
              key={strategy.id}
              editor={editor}
              strategy={strategy}
              isChosen={strategy.id === chosen}
              onChoose={() => choose(strategy.id)}
            />
          ))}
        </div>
      </fieldset>
      <Card
        title={name === undefined ? 'No strategy chosen yet' : `Chosen: ${name}`}
        aside={
          name !== undefined && (
            <Button kind="quiet" size="small" onPress={() => choose(null)}>
              Take the choice back
            </Button>
          )
        }
      >
        <TextArea
          label="Why this one and not the others"
          id={reasonId}
          isRequired={name !== undefined}
          value={reason}
          onChange={(text) => editor.update((review) => editStrategy(review, { reason: text }), reasonId)}
        />
      </Card>
    </div>
  );
}
