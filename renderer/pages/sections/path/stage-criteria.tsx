import { Checkbox } from '#renderer/components/checkbox.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { criterionOf, type StagePlan } from '#shared/kinds/path/answers.ts';
import { editCriterion } from '#shared/kinds/path/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { PathStage } from '#shared/template/template.ts';
import '#renderer/components/field.css';
import './path-page.css';

/** The exit criteria of a stage, each with a tick and a note. */
export function StageCriteria({
  editor,
  stage,
  plan,
}: {
  readonly editor: ReviewEditor;
  readonly stage: PathStage;
  readonly plan: StagePlan;
}) {
  return (
    <fieldset className="criteria">
      <legend className="field__label">Exit criteria: the stage is over when</legend>
      {stage.exitCriteria.map((criterion) => {
        const { met, note } = criterionOf(plan, criterion.id);
        return (
          <div key={criterion.id} className="criteria__row">
            <Checkbox
              isSelected={met}
              onChange={(isMet) =>
                editor.update((review) => editCriterion(review, stage.id, criterion.id, { met: isMet }))
              }
            >
              {criterion.text}
            </Checkbox>
            <TextArea
              label={`Note: ${criterion.text}`}
              isLabelHidden
              placeholder="Note"
              rows={1}
              value={note}
              onChange={(text) =>
                editor.update(
                  (review) => editCriterion(review, stage.id, criterion.id, { note: text }),
                  anchor('path', stage.id, criterion.id, 'note'),
                )
              }
            />
          </div>
        );
      })}
    </fieldset>
  );
}
