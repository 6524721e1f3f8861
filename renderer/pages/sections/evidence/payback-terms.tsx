import { LineField } from '#renderer/components/line-field.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerivedPiece, useDocument } from '#renderer/review/use-document.ts';
import { editPayback } from '#shared/kinds/evidence/edit-payback.ts';
import { trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import { anchor } from '#shared/review/anchor.ts';
import './payback.css';

const ID = anchor('evidence', 'payback');

/** What is to get cheaper, in which currency, and within how many months it should pay back. */
export function PaybackTerms({ editor }: { readonly editor: ReviewEditor }) {
  const payback = useDocument(editor, (review) => review.evidence?.payback);
  const measures = useDerivedPiece(editor, trackedMeasures, (all) =>
    all.map(({ id, name }) => ({ value: id, text: name })),
  );
  if (!payback) return null;
  return (
    <div className="payback__terms">
      <SelectField
        label="What is to get cheaper"
        id={`${ID}.measure`}
        placeholder="None of the measures"
        value={payback.measure}
        options={measures}
        onChange={(measure) => editor.update((review) => editPayback(review, { measure }))}
      />
      <NumberField
        label="Pays back within, in months"
        limits={{ min: 1, max: 600 }}
        value={payback.within}
        onChange={(within) => editor.update((review) => editPayback(review, { within }), `${ID}.within`)}
      />
      <LineField
        label="Currency"
        isName
        value={payback.currency}
        onChange={(currency) => editor.update((review) => editPayback(review, { currency }), `${ID}.currency`)}
      />
    </div>
  );
}
