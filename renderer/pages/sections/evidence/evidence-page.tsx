import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { AddButton } from '#renderer/components/add-button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Later } from '#renderer/components/later.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { addOwnMeasure } from '#shared/kinds/evidence/edit.ts';
import { isMeasured, measuresOf, type ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { MeasureCard } from './measure-card.tsx';
import { MeasurePicker } from './measure-picker.tsx';
import { MeasureRisk } from './measure-risk.tsx';
import { PaybackCard } from './payback-card.tsx';
import './evidence-page.css';
import '#renderer/components/wide-columns.css';

/** The measures that the decision stands on, each with baseline, target and what others gained. */
export function EvidencePage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'evidence'>;
}) {
  const drawn = useRowsDrawn(1);
  const measures = useDerived(editor, measuresOf);
  const isTaken = useDerived(editor, isMeasured);
  const own = useDocument(editor, (review) => partOf(review, 'evidence').own);
  const tracked = measures.filter((measure) => measure.tracked);
  const isOwed = !tracked.some(({ entry }) => entry.baseline !== null && entry.method.trim() !== '');

  return (
    <div className="stack evidence-page">
      <MeasurePicker editor={editor} measures={measures.filter((measure) => !measure.isOwn)} />
      {tracked.length === 0 && (
        <EmptyState title="No measure chosen yet">
          <p>Tick what this decision stands on, or add a measure of your own.</p>
        </EmptyState>
      )}
      {tracked.length > 0 && !isTaken && (
        <Callout tone="open" title="No baseline yet: the gain is assumed, not measured">
          <MeasureRisk editor={editor} risk={section.unmeasuredRisk} />
        </Callout>
      )}
      <div className="stack wide-columns">
        {tracked.slice(0, drawn).map((measure) => (
          <MeasureCard
            key={measure.id}
            editor={editor}
            section={section}
            measure={measure}
            name={cardName(tracked, measure)}
            templateUnit={section.measures.find(({ id }) => id === measure.id)?.unit ?? ''}
            isOwed={isOwed}
          />
        ))}
      </div>
      <div>
        <AddButton
          text="Add a measure of your own"
          isDisabled={own.length >= LIST_LIMIT}
          onAdd={() => {
            const id = editor.newId();
            editor.update((review) => addOwnMeasure(review, id));
            return anchor('evidence', id, 'name');
          }}
        />
      </div>
      {section.payback && (
        <Later>
          <PaybackCard editor={editor} offer={section.payback} />
        </Later>
      )}
    </div>
  );
}

/** Names that two measures share, such as those of unnamed ones, are numbered. */
function cardName(measures: readonly ReviewMeasure[], measure: ReviewMeasure): string {
  const same = measures.filter(({ name }) => name === measure.name);
  return same.length === 1 ? measure.name : `${measure.name} ${same.indexOf(measure) + 1}`;
}
