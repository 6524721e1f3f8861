import { sectionHref } from '#renderer/base/routes.ts';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { gainOf } from '#shared/kinds/evidence/gains.ts';
import { measuresOf } from '#shared/kinds/evidence/measures.ts';
import type { Evidence } from '#shared/kinds/parts.ts';
import { anchor } from '#shared/review/anchor.ts';

type MeasureEvidence = Extract<Evidence, { kind: 'measure' }>;

/** A measure of the review as evidence, with what it says so far. */
export function EvidenceMeasure({
  editor,
  entry,
  controlId,
  onChange,
}: {
  readonly editor: ReviewEditor;
  readonly entry: MeasureEvidence;
  readonly controlId: string;
  readonly onChange: (entry: MeasureEvidence, field: string) => void;
}) {
  const measures = useDerived(editor, measuresOf);
  const chosen = measures.find((measure) => measure.id === entry.measure);
  const isGone = entry.measure !== null && !chosen;
  return (
    <div className="stack stack--tight">
      <SelectField
        label="Measure"
        id={controlId}
        placeholder="Choose a measure"
        value={chosen?.id ?? null}
        options={measures.map(({ id, name }) => ({ value: id, text: name }))}
        error={isGone ? 'This measure is no longer in the review. Choose another or remove the entry.' : undefined}
        onChange={(measure) => onChange({ ...entry, measure }, 'measure')}
      />
      {chosen && (
        <p className="small soft">
          {chosen.tracked ? gainOf(chosen).sentences.join(' ') : 'Not among the measures that this review uses yet.'}{' '}
          <a href={sectionHref(editor.id, 'evidence', anchor('evidence', chosen.id))}>Go to the measure</a>
        </p>
      )}
    </div>
  );
}
