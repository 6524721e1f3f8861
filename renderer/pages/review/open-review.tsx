import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ReviewRoute } from '#renderer/base/routes.ts';
import { subjectOf } from '#renderer/base/subject.ts';
import { HistoryPage } from '#renderer/pages/history/history-page.tsx';
import { RecordPage } from '#renderer/pages/record/record-page.tsx';
import { withSeal } from '#renderer/pages/sections/sign-off/seal-progress.ts';
import { useSeal } from '#renderer/pages/sections/sign-off/use-seal.ts';
import { TemplateOffer } from '#renderer/pages/templates/template-offer.tsx';
import { TemplateUpdatePage } from '#renderer/pages/templates/template-update-page.tsx';
import { OpenExportContext } from '#renderer/review/open-export.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useEditor } from '#renderer/review/use-review.ts';
import { reviewProgress } from '#shared/review/progress.ts';
import { revisionNumber } from '#shared/review/revision.ts';
import { ExportDialog } from './export-dialog.tsx';
import { Rail } from './rail.tsx';
import { reviewPlace } from './review-place.ts';
import { SaveTrouble } from './save-trouble.tsx';
import { SectionFrame } from './section-frame.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { TitleField } from './title-field.tsx';
import { TopBar } from './top-bar.tsx';
import { useArrival } from './use-arrival.ts';
import { useOpenPoints } from './use-open-points.ts';
import { useReviewCommands } from './use-review-commands.ts';
import './open-review.css';

export interface OpenReviewProps {
  readonly session: ReviewSession;
  readonly route: ReviewRoute;
  readonly onShowShortcuts: () => void;
  /** Drops what is here and loads the review from the disk. */
  readonly onLoadAgain: () => void;
  /** What is here became another review, or the same one anew; goes to it. */
  readonly onKept: (id: string) => void;
}

/** A review on the desk: its head, the rail of sections, and one of them or the record. */
export function OpenReview({ session, route, onShowShortcuts, onLoadAgain, onKept }: OpenReviewProps) {
  const { snapshot, editor } = useEditor(session);
  const [isExporting, setExporting] = useState(false);
  const openExport = useCallback(() => setExporting(true), []);
  const { document: review, latestSha256 } = snapshot;
  const { template, id } = session;
  const place = reviewPlace(route, template);
  const { section, index, isSection } = place;

  // What is still open may lag behind the typing for a moment; the typing may not lag.
  const settled = useDeferredValue(review);
  const seal = useSeal(editor, isSection && section?.kind === 'sign-off');
  const progress = useMemo(
    () => withSeal(reviewProgress(settled, template, latestSha256), seal.view),
    [settled, template, latestSha256, seal.view],
  );
  const sectionProgress = progress[index];

  const openPoints = useOpenPoints(session, place);
  const commands = useReviewCommands(session, place, { goToOpenPoint: openPoints.goToNext, exportIt: openExport });
  const heading = useArrival(openPoints.arriveAt);
  useEffect(() => {
    document.title = `${review.title} – Groundwork`;
  }, [review.title]);

  return (
    <div className="review">
      <TopBar
        snapshot={snapshot}
        onUndo={commands.undo}
        onRedo={commands.redo}
        onExport={openExport}
        onShowShortcuts={onShowShortcuts}
      />
      <div className="review__head">
        <TitleField editor={editor} />
        <p className="review__about">
          {subjectOf(review)}
          {review.supersedes && <span> · Revision {revisionNumber(review)}</span>}
          {review.reconstruction && <span> · Reconstruction from public sources</span>}
          {route.page !== 'template-update' && !editor.isSealed && <TemplateOffer review={id} />}
        </p>
      </div>
      <div className="review__body">
        <Rail
          key={place.position}
          review={id}
          progress={progress}
          current={route.page === 'section' ? (section?.kind ?? null) : route.page}
        />
        <main className="review__main">
          {route.page === 'record' && <RecordPage editor={editor} snapshot={snapshot} heading={heading} />}
          {route.page === 'history' && <HistoryPage editor={editor} route={route} heading={heading} />}
          {route.page === 'template-update' && (
            <TemplateUpdatePage
              editor={editor}
              session={session}
              target={route.template}
              heading={heading}
              onApplied={onLoadAgain}
            />
          )}
          {isSection && section && sectionProgress && (
            <OpenExportContext value={openExport}>
              <SectionFrame
                key={section.kind}
                editor={editor}
                section={section}
                progress={sectionProgress}
                seal={seal}
                index={index}
                heading={heading}
              />
            </OpenExportContext>
          )}
        </main>
      </div>
      <SaveTrouble session={session} snapshot={snapshot} onKept={onKept} />
      <StaleDialog session={session} snapshot={snapshot} onLoadTheirs={onLoadAgain} onKept={onKept} />
      <ExportDialog session={session} snapshot={snapshot} isOpen={isExporting} onClose={() => setExporting(false)} />
    </div>
  );
}
