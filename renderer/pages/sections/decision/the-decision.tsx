import { Card } from '#renderer/components/card.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { PutToVote } from '#renderer/pages/sections/parts/put-to-vote.tsx';
import { SplitVotesNote } from '#renderer/pages/sections/parts/split-votes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { chooseDecision, plannedStage } from '#shared/kinds/decision/choose.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { explainOutcome } from '#shared/kinds/rule/explain.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type SectionOf, sectionOf } from '#shared/template/template.ts';
import { DecisionChoices } from './decision-choices.tsx';
import { DepartureList } from './departure-list.tsx';
import './decision-page.css';

/** What is decided, for which stage, and in which words. */
export function TheDecision({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'decision'>;
}) {
  const chosen = useDocument(editor, ({ decision }) => decision.choice);
  const stage = useDocument(editor, ({ decision }) => decision.stage);
  const statement = useDocument(editor, ({ decision }) => decision.statement);
  const choice = useDerived(editor, chosenDecision);
  const plans = useDocument(editor, ({ path }) => path.stages);
  const stages = sectionOf(editor.template, 'path')?.stages ?? [];
  const planned = useDerived(editor, plannedStage);
  const rule = useDerived(editor, ruleResult);
  return (
    <Card title="What we decide">
      {rule && <p className="soft">The rule: {explainOutcome(rule)}</p>}
      <DecisionChoices
        section={section}
        chosen={chosen}
        id={anchor('decision', 'choice')}
        onChange={(id) => editor.update((review) => chooseDecision(review, editor.template, id))}
      />
      <PutToVote review={editor.id} thing={anchor('decision', 'choice')} name={section.title} />
      {choice?.needsStage && stages.length > 0 && (
        <div className="decision__stage">
          <SelectField
            id={anchor('decision', 'stage')}
            label="For which stage of the path"
            isRequired
            help={stage !== null && stage === planned?.id ? 'The only one that the path plans.' : undefined}
            placeholder="Choose a stage"
            value={stage}
            options={stages.map(({ id, name }) => ({
              value: id,
              text: plans[id]?.state === 'skipped' ? `${name} (skipped in the path)` : name,
            }))}
            onChange={(id) => editor.update((review) => changeDecision(review, { stage: id }))}
          />
        </div>
      )}
      <SplitVotesNote editor={editor} section="decision" />
      <DepartureList editor={editor} />
      <TextArea
        id={anchor('decision', 'statement')}
        label="The decision in a sentence or two"
        isRequired
        help="Say what is done, where, and the main reason."
        value={statement}
        onChange={(text) =>
          editor.update((review) => changeDecision(review, { statement: text }), anchor('decision', 'statement'))
        }
      />
    </Card>
  );
}
