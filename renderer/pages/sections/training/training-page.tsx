import { Card } from '#renderer/components/card.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { editTraining } from '#shared/kinds/training/edit.ts';
import { readiness } from '#shared/kinds/training/training.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { Phases } from './phases.tsx';
import { ProtectedTime } from './protected-time.tsx';
import { Topics } from './topics.tsx';
import './training-page.css';

/** What the team learns, by whom and when, and what everybody has to expect meanwhile. */
export function TrainingPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'training'>;
}) {
  const state = useDerived(editor, readiness);
  const startOn = useDocument(editor, (review) => partOf(review, 'training').startOn);
  return (
    <div className="stack training-page">
      <Card title={section.phases.length > 0 ? 'What to expect when' : 'When it starts'}>
        <div className="training-page__start">
          <DateField
            label="First day of learning"
            id={anchor('training', 'start')}
            isRequired
            value={startOn}
            onChange={(date) => editor.update((document) => editTraining(document, { startOn: date }))}
          />
        </div>
        <DepartureNotes editor={editor} at={anchor('training', 'start')} />
        {state && state.phases.length > 0 && <Phases editor={editor} phases={state.phases} startOn={startOn} />}
      </Card>
      {section.protectedTime && <ProtectedTime editor={editor} check={section.protectedTime} />}
      <Card
        title="Topics"
        aside={
          state && (
            <span className="small soft">
              {state.done} of {state.topics.length} done
            </span>
          )
        }
      >
        <Topics editor={editor} topics={section.topics} />
      </Card>
    </div>
  );
}
