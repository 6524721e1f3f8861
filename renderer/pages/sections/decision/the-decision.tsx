import { Card } from '#renderer/components/card.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
import { explainOutcome } from '#shared/kinds/rule/explain.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type SectionOf, sectionOf } from '#shared/template/template.ts';
import { Contradiction } from './contradiction.tsx';
import { DecisionChoices } from './decision-choices.tsx';
import './decision-page.css';

/** What is decided, for which stage, and in which words. */
export function TheDecision({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'decision'>;
}) {
  const { document, template } = editor;
  const choice = chosenDecision(document, template);
  const stages = sectionOf(template, 'path')?.stages ?? [];
  const rule = ruleResult(document, template);
  return (
    <Card title="What we decide">
      {rule && <p className="soft">The rule: {explainOutcome(rule)}</p>}
      <DecisionChoices
        section={section}
        chosen={document.decision.choice}
        id={anchor('decision', 'choice')}
        onChange={(chosen) => editor.update((review) => changeDecision(review, { choice: chosen }))}
      />
      {choice?.needsStage && stages.length > 0 && (
        <div className="decision__stage">
          <SelectField
            id={anchor('decision', 'stage')}
            label="For which stage of the path"
            isRequired
            placeholder="Choose a stage"
            value={document.decision.stage}
            options={stages.map((stage) => ({
              value: stage.id,
              text:
                stagePlan(document, stage.id).state === 'skipped' ? `${stage.name} (skipped in the path)` : stage.name,
            }))}
            onChange={(stage) => editor.update((review) => changeDecision(review, { stage }))}
          />
        </div>
      )}
      <Contradiction editor={editor} />
      <TextArea
        id={anchor('decision', 'statement')}
        label="The decision in a sentence or two"
        isRequired
        help="Say what is done, where, and the main reason."
        value={document.decision.statement}
        onChange={(statement) =>
          editor.update((review) => changeDecision(review, { statement }), anchor('decision', 'statement'))
        }
      />
    </Card>
  );
}
