import { Trash2 } from 'lucide-react';
import { memo } from 'react';
import { useSaid } from '#renderer/base/use-said.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Help } from '#renderer/components/help.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { RecordBars } from '#renderer/pages/record/record-bars.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import type { Measure } from '#shared/kinds/evidence/answers.ts';
import { owesDesign } from '#shared/kinds/evidence/design.ts';
import { editFigure, editMeasure, removeOwnMeasure } from '#shared/kinds/evidence/edit.ts';
import { gainBars } from '#shared/kinds/evidence/gain-bars.ts';
import { type Gain, gainOf, type RangeRelation, rangeText } from '#shared/kinds/evidence/gains.ts';
import type { ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { DesignQuestion } from './design-question.tsx';
import { FiguresNotKnown } from './figures-not-known.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { MeasureRisk } from './measure-risk.tsx';
import { OwnMeasureFields } from './own-measure-fields.tsx';
import './evidence-page.css';

const TARGET_WARNINGS: Readonly<Partial<Record<RangeRelation, string>>> = {
  beyond: 'The target goes further than others report',
  short: 'The target stays short of what others report',
  'wrong-way': 'The target is worse than the baseline',
};

export interface MeasureCardProps {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'evidence'>;
  readonly measure: ReviewMeasure;
  /** What the card calls it, also while it has no name. */
  readonly name: string;
  /** Unit that the template gives the measure, for who leaves the field empty. */
  readonly templateUnit: string;
  /** Whether the section still waits for a baseline with its method. */
  readonly isOwed: boolean;
}

/** One measure: its numbers, where they stand to what others gained, and how they came about. Drawn again only for itself. */
export const MeasureCard = memo(function MeasureCard({
  editor,
  section,
  measure,
  name,
  templateUnit,
  isOwed,
}: MeasureCardProps) {
  const id = anchor('evidence', measure.id);
  const gain = gainOf(measure);
  const bars = gainBars(measure);
  const people = useDerived(editor, knownPeople);
  const edit = (change: Partial<Measure>, key?: string) =>
    editor.update((review) => editMeasure(review, measure.id, change), key && `${id}.${key}`);

  return (
    <Card
      id={id}
      title={name}
      about={name}
      aside={
        measure.isOwn ? (
          <IconButton
            icon={Trash2}
            kind="danger"
            label={`Remove ${name}`}
            onPress={() => editor.update((review) => removeOwnMeasure(review, measure.id))}
          />
        ) : (
          <StandingBadge gain={gain} />
        )
      }
    >
      {measure.isOwn && <OwnMeasureFields editor={editor} measure={measure} />}
      <MeasureFields
        people={people}
        measure={measure}
        templateUnit={templateUnit}
        range={rangeText(measure)}
        isOwed={isOwed}
        onChange={edit}
        onFigure={(figure, value) =>
          editor.update((review) => editFigure(review, measure.id, figure, value), `${id}.${figure}`)
        }
      >
        <FiguresNotKnown editor={editor} measure={measure} />
      </MeasureFields>
      <DepartureNotes editor={editor} at={id} />
      <Standing editor={editor} section={section} gain={gain} />
      {bars && <RecordBars bars={bars} />}
      {section.design && (
        <DesignQuestion editor={editor} measure={measure} asked={section.design} isOwed={owesDesign(measure)} />
      )}
      <Help texts={[measure.help]} sources={measure.sources} template={editor.template} openLink={editor.openLink} />
    </Card>
  );
});

function StandingBadge({ gain }: { readonly gain: Gain }) {
  if (gain.targetMet !== null) {
    return <Badge tone={gain.targetMet ? 'for' : 'open'}>{gain.targetMet ? 'Target met' : 'Target not met'}</Badge>;
  }
  return gain.measure.entry.baseline === null ? <Badge tone="open">No baseline</Badge> : null;
}

/** What the numbers say, with a warning where the target lies outside of what others gained. */
function Standing({
  editor,
  section,
  gain,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'evidence'>;
  readonly gain: Gain;
}) {
  const { baseline } = gain.measure.entry;
  const relation = gain.target?.relation ?? 'unknown';
  const warning = TARGET_WARNINGS[relation];
  const sentences = baseline === null && !gain.target && !gain.measured ? [] : gain.sentences;
  useSaid(warning === undefined ? '' : `${warning}.`);
  return (
    <>
      {warning !== undefined && (
        <Callout tone={relation === 'short' ? 'open' : 'warning'} title={warning}>
          {relation === 'beyond' && (
            <>
              <p>It may be right for this component; then say why in the note.</p>
              <MeasureRisk editor={editor} risk={section.overpromisedRisk} />
            </>
          )}
        </Callout>
      )}
      {sentences.length > 0 && <p className="measure__sentences">{sentences.join(' ')}</p>}
    </>
  );
}
