import { useId } from 'react';
import { Later } from '#renderer/components/later.tsx';
import { ResultBar } from '#renderer/components/result-bar.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { SplitVotesNote } from '#renderer/pages/sections/parts/split-votes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { screeningResult } from '#shared/kinds/screening/screening.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { LeanBadge } from './lean-badge.tsx';
import { MotivationCard } from './motivation-card.tsx';
import { ScreeningSummary } from './screening-summary.tsx';
import { SignalColumn } from './signal-column.tsx';
import './screening-page.css';

/** What speaks for and against the candidate at first sight, why it is wanted, and which way that leans. */
export function ScreeningPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'screening'>;
}) {
  const summaryId = useId();
  const result = useDerived(editor, screeningResult);
  if (!result) return null;
  const clashes = new Map(result.clashes.map((clash) => [clash.signal.id, clash.text]));

  return (
    <div className="screening">
      <div className="screening__columns" id={anchor('screening', 'signals')}>
        <SignalColumn
          editor={editor}
          title="Speaks for it"
          tone="for"
          signals={section.fit}
          clashes={clashes}
          present={result.fit.length}
        />
        <SignalColumn
          editor={editor}
          title="Speaks against it"
          tone="against"
          signals={section.misfit}
          clashes={clashes}
          present={result.misfit.length}
        />
      </div>
      <Later>
        <MotivationCard editor={editor} section={section} />
        <DepartureNotes editor={editor} ids={['screening']} />
        <SplitVotesNote editor={editor} section="screening" />
        <ScreeningSummary id={summaryId} result={result} review={editor.id} />
      </Later>
      <ResultBar target={summaryId}>
        <LeanBadge result={result} />
        <span className="small">
          {result.fit.length} for, {result.misfit.length} against
          {result.clashes.length > 0 &&
            `, ${result.clashes.length} ${result.clashes.length === 1 ? 'contradiction' : 'contradictions'}`}
        </span>
      </ResultBar>
    </div>
  );
}
