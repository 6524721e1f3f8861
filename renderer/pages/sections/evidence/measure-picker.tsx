import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { editMeasure } from '#shared/kinds/evidence/edit.ts';
import { rangeText } from '#shared/kinds/evidence/gains.ts';
import type { ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import { anchor } from '#shared/review/anchor.ts';
import './evidence-page.css';

/** The template's measures, to tick those that the review uses. */
export function MeasurePicker({
  editor,
  measures,
}: {
  readonly editor: ReviewEditor;
  readonly measures: readonly ReviewMeasure[];
}) {
  return (
    <Card title="What do you measure?">
      <fieldset className="measure-picker" id={anchor('evidence', 'measures')}>
        <legend className="visually-hidden">Measures</legend>
        {measures.map((measure) => {
          const range = rangeText(measure);
          const keeps = !measure.tracked && hasValues(measure);
          return (
            <div key={measure.id}>
              <Checkbox
                isSelected={measure.tracked}
                onChange={(tracked) => editor.update((review) => editMeasure(review, measure.id, { tracked }))}
              >
                <span className="measure-picker__name">{measure.name}</span>
              </Checkbox>
              {(range !== '' || keeps) && (
                <p className="measure-picker__range small soft">
                  {range !== '' && `Others report: ${range}.`} {keeps && 'What was entered is kept.'}
                </p>
              )}
            </div>
          );
        })}
      </fieldset>
    </Card>
  );
}

function hasValues({ entry }: ReviewMeasure): boolean {
  const { baseline, target, measured, method } = entry;
  return [baseline, target, measured].some((value) => value !== null) || method.trim() !== '';
}
