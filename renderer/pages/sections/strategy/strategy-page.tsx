import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Later } from '#renderer/components/later.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { editStrategy } from '#shared/kinds/strategy/edit.ts';
import { strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { strategySummary } from '#shared/kinds/strategy/summary.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { MigrationRules } from './migration-rules.tsx';
import { StrategyCard } from './strategy-card.tsx';
import { StrategyQuestions } from './strategy-questions.tsx';
import './strategy-page.css';

/** How new code meets old: what tells the strategies apart, all of them side by side, and the rules to keep. */
export function StrategyPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'strategy'>;
}) {
  const chosen = useDocument(editor, ({ strategy }) => strategy.chosen);
  const reason = useDocument(editor, ({ strategy }) => strategy.reason);
  const reasonId = anchor('strategy', 'reason');
  const choose = (id: string | null) => editor.update((review) => editStrategy(review, { chosen: id }));
  const fits = useDerived(editor, strategyFits);
  const summary = useDerived(editor, strategySummary);
  const hasQuestions = section.questions.length > 0;
  const choice = fits.find(({ strategy }) => strategy.id === chosen);
  const name = choice?.strategy.name;

  return (
    <div className="stack strategy-page">
      {hasQuestions && <StrategyQuestions editor={editor} questions={section.questions} />}
      <Later>
        <fieldset id={anchor('strategy', 'chosen')}>
          <legend className="visually-hidden">Strategy</legend>
          {summary !== '' && <p className="strategies__summary">{summary}</p>}
          <div className="strategies">
            {fits.map(({ strategy, suitability, text }) => (
              <StrategyCard
                key={strategy.id}
                editor={editor}
                strategy={strategy}
                fit={hasQuestions ? { suitability, text } : null}
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
          <DepartureNotes editor={editor} at={anchor('strategy', 'chosen')} />
          <TextArea
            label="Why this one and not the others"
            id={reasonId}
            isRequired={name !== undefined}
            value={reason}
            onChange={(text) => editor.update((review) => editStrategy(review, { reason: text }), reasonId)}
          />
        </Card>
        <DepartureNotes editor={editor} ids={['rules-not-kept']} />
        {section.rules.length > 0 && <MigrationRules editor={editor} section={section} />}
      </Later>
    </div>
  );
}
