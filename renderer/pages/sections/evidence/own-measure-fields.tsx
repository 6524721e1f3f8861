import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { changeOwnMeasure } from '#shared/kinds/evidence/edit.ts';
import type { ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import './evidence-page.css';

/** Name and direction of a measure that the team added. */
export function OwnMeasureFields({
  editor,
  measure,
}: {
  readonly editor: ReviewEditor;
  readonly measure: ReviewMeasure;
}) {
  const nameId = anchor('evidence', measure.id, 'name');
  // The measure itself carries a stand-in for an empty name.
  const name = useDocument(
    editor,
    (review) => partOf(review, 'evidence').own.find(({ id }) => id === measure.id)?.name ?? '',
  );
  return (
    <div className="own-measure">
      <LineField
        label="What is measured"
        id={nameId}
        value={name}
        onChange={(text) => editor.update((review) => changeOwnMeasure(review, measure.id, { name: text }), nameId)}
      />
      <ChoiceGroup
        label="Better is"
        isClearable={false}
        value={measure.better}
        choices={[
          { value: 'lower', text: 'less' },
          { value: 'higher', text: 'more' },
        ]}
        onChange={(better) =>
          editor.update((review) => changeOwnMeasure(review, measure.id, { better: better ?? 'lower' }))
        }
      />
    </div>
  );
}
