import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Later } from '#renderer/components/later.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { SplitVotesNote } from '#renderer/pages/sections/parts/split-votes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { optionSensitivity } from '#shared/kinds/options/option-sensitivity.ts';
import { optionRanking } from '#shared/kinds/options/options.ts';
import { type SectionOf, sectionOf } from '#shared/template/template.ts';
import { CandidatePicker } from './candidate-picker.tsx';
import { CriterionViews } from './criterion-views.tsx';
import { IntoDecision } from './into-decision.tsx';
import { OwnCriteria } from './own-criteria.tsx';
import { ProjectKinds } from './project-kinds.tsx';
import { Ranking, WhatWouldChange } from './ranking.tsx';
import { ScoreGrid } from './score-grid.tsx';
import { SplitCard } from './split-card.tsx';
import './options-page.css';

/** Candidates compared by weighted criteria, the ranking that follows, and the way into the decision. */
export function OptionsPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'options'>;
}) {
  const ranking = useDerived(editor, optionRanking);
  const sensitivity = useDerived(editor, optionSensitivity);
  if (!ranking || !sensitivity) return null;
  const hasCandidates = ranking.options.length > 0;

  return (
    <div className="stack">
      <CandidatePicker editor={editor} section={section} />
      {hasCandidates ? (
        <div className="scoring">
          <div className="scoring__desk">
            <ScoreGrid editor={editor} section={section} ranking={ranking} />
            <Ranking ranking={ranking} />
          </div>
        </div>
      ) : (
        <EmptyState title="Nothing to compare yet">
          <p>Pick two candidates or more, and a table to score them appears here.</p>
        </EmptyState>
      )}
      <Later>
        {hasCandidates && <OwnCriteria editor={editor} />}
        <DepartureNotes editor={editor} ids={['ranking']} />
        <SplitVotesNote editor={editor} section="options" />
        {hasCandidates && <CriterionViews editor={editor} />}
        {hasCandidates && <WhatWouldChange sentences={sensitivity.sentences} />}
        {section.projectKinds.length > 0 && <ProjectKinds editor={editor} section={section} />}
        {section.split && <SplitCard editor={editor} split={section.split} />}
        {sectionOf(editor.template, 'decision') && (
          <Card title="Into the decision">
            <IntoDecision editor={editor} ranking={ranking} />
          </Card>
        )}
      </Later>
    </div>
  );
}
