import { useCallback, useState } from 'react';
import { fillScreen } from '#renderer/base/full-screen.ts';
import { openWindow } from '#renderer/base/open-window.ts';
import { placeInView } from '#renderer/base/place-in-view.ts';
import { type DeskRoute, roomHref, stageHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { FollowUpPage } from '#renderer/pages/follow-up/follow-up-page.tsx';
import { HistoryPage } from '#renderer/pages/history/history-page.tsx';
import { RecordPage } from '#renderer/pages/record/record-page.tsx';
import { useSeal } from '#renderer/pages/sections/sign-off/use-seal.ts';
import { RoomBar } from '#renderer/pages/stage/room-bar.tsx';
import { TemplateUpdatePage } from '#renderer/pages/templates/template-update-page.tsx';
import { OpenExportContext } from '#renderer/review/open-export.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useEditor } from '#renderer/review/use-review.ts';
import { useShownToRoom } from '#renderer/review/use-room.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { TemplateSection } from '#shared/template/template.ts';
import { ExportDialog } from './export-dialog.tsx';
import { Rail } from './rail.tsx';
import { ReviewHead } from './review-head.tsx';
import { reviewPlace } from './review-place.ts';
import { SaidDepartures } from './said-departures.tsx';
import { SaveTrouble } from './save-trouble.tsx';
import { SectionFrame } from './section-frame.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { useArrival } from './use-arrival.ts';
import { useOpenPoints } from './use-open-points.ts';
import { useReviewCommands } from './use-review-commands.ts';
import './open-review.css';

export interface OpenReviewProps {
  readonly session: ReviewSession;
  readonly route: DeskRoute;
  readonly onShowShortcuts: () => void;
  /** Drops what is here and loads the review from the disk. */
  readonly onLoadAgain: () => void;
  /** What is here became another review, or the same one anew; goes to it. */
  readonly onKept: (id: string) => void;
}

/** A review on the desk: its head, the rail of sections, and one of them or the record. */
export function OpenReview({ session, route, onShowShortcuts, onLoadAgain, onKept }: OpenReviewProps) {
  const editor = useEditor(session);
  const [isExporting, setExporting] = useState(false);
  const openExport = useCallback(() => setExporting(true), []);
  const { template } = session;
  const place = reviewPlace(route, template);
  const { section, index, isSection } = place;
  const seal = useSeal(editor, isSection && section?.kind === 'sign-off');

  const openPoints = useOpenPoints(session, place);
  const present = () => {
    fillScreen();
    navigate(stageHref(session.id, placeInView(section?.kind)));
  };
  const commands = useReviewCommands(session, place, {
    goToOpenPoint: openPoints.goToNext,
    exportIt: openExport,
    present,
  });
  useShownToRoom(session, isSection ? section?.kind : undefined);
  const heading = useArrival(openPoints.arriveAt);
  return (
    <div className="review">
      <TopBar
        editor={editor}
        onUndo={commands.undo}
        onRedo={commands.redo}
        onExport={openExport}
        onPresent={present}
        onOpenRoom={() => openWindow(roomHref(session.id), `room-${session.id}`)}
        onShowShortcuts={onShowShortcuts}
      />
      <SaidDepartures editor={editor} />
      <ReviewHead editor={editor} page={pageName(route, section)} offersTemplate={route.page !== 'template-update'} />
      <RoomBar editor={editor} session={session} />
      <div className="review__body">
        <Rail
          key={place.position}
          editor={editor}
          seal={seal.view}
          current={route.page === 'section' ? (section?.kind ?? null) : route.page}
        />
        <main className="review__main">
          {route.page === 'record' && <RecordPage editor={editor} heading={heading} />}
          {route.page === 'follow-up' && <FollowUpPage editor={editor} item={route.item} heading={heading} />}
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
          {isSection && section && (
            <OpenExportContext value={openExport}>
              <SectionFrame
                key={section.kind}
                editor={editor}
                section={section}
                seal={seal}
                index={index}
                heading={heading}
              />
            </OpenExportContext>
          )}
        </main>
      </div>
      <SaveTrouble session={session} onKept={onKept} />
      <StaleDialog session={session} onLoadTheirs={onLoadAgain} onKept={onKept} />
      <ExportDialog session={session} isOpen={isExporting} onClose={() => setExporting(false)} />
    </div>
  );
}

/** What of a review a place shows, as the window's title names it. */
function pageName({ page }: DeskRoute, section: TemplateSection | undefined): string {
  switch (page) {
    case 'section':
      return section?.title ?? '';
    case 'record':
      return 'Record';
    case 'history':
      return 'History';
    case 'follow-up':
      return 'Follow-up';
    case 'template-update':
      return 'Another version of the template';
    default:
      return assertNever(page);
  }
}
