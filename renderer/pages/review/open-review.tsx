import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { fillScreen } from '#renderer/base/full-screen.ts';
import { openWindow } from '#renderer/base/open-window.ts';
import { placeInView } from '#renderer/base/place-in-view.ts';
import {
  AGENDA,
  agendaHref,
  type DeskRoute,
  followUpHref,
  historyHref,
  leftHref,
  recordHref,
  roomHref,
  stageHref,
  toDoHref,
  VERIFY_HREF,
  verifySealedHref,
  voteHref,
  votesHref,
} from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { ReadOnlyNote } from '#renderer/components/read-only-note.tsx';
import { useSeal } from '#renderer/pages/sections/sign-off/use-seal.ts';
import { RoomBar } from '#renderer/pages/stage/room-bar.tsx';
import { SectionClock } from '#renderer/pages/workshop/section-clock.tsx';
import { OpenExportContext } from '#renderer/review/open-export.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { useEditor } from '#renderer/review/use-review.ts';
import { useShownToRoom } from '#renderer/review/use-room.ts';
import { takeWish } from '#renderer/review/wish.ts';
import type { ChangedPage } from '#shared/review/changed-places.ts';
import { PREMORTEM } from '#shared/rounds/rounds.ts';
import { stageThings, thingAt } from '#shared/stage/stage-things.ts';
import type { TemplateSection } from '#shared/template/template.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { OtherPage, pageName } from './other-page.tsx';
import { Palette } from './palette.tsx';
import { paletteCommands } from './palette-commands.ts';
import { Rail } from './rail.tsx';
import { ReviewHead } from './review-head.tsx';
import { reviewPlace } from './review-place.ts';
import { SaidDepartures } from './said-departures.tsx';
import { SaveTrouble } from './save-trouble.tsx';
import { SectionFrame } from './section-frame.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { focusTitle } from './title-field.tsx';
import { TopBar } from './top-bar.tsx';
import { useAdding } from './use-adding.tsx';
import { useArrival } from './use-arrival.ts';
import { useOpenPoints } from './use-open-points.ts';
import { usePrint } from './use-print.ts';
import { useReviewCommands } from './use-review-commands.ts';
import { useReviewFile } from './use-review-file.ts';
import { WhereWeWere } from './where-we-were.tsx';
import './open-review.css';

export interface OpenReviewProps {
  readonly session: ReviewSession;
  readonly route: DeskRoute;
  readonly clock: SectionTime;
  readonly onShowShortcuts: () => void;
  /** Drops what is here and loads the review from the disk. */
  readonly onLoadAgain: () => void;
  /** What is here became another review, or the same one anew; goes to it. */
  readonly onKept: (id: string) => void;
}

/** Which part of the review the page shows, of those that undo can lead to. */
function changedPage({ page }: DeskRoute, section: TemplateSection | undefined): ChangedPage | null {
  if (page === 'section') return section?.kind ?? null;
  return page === 'to-do' || page === 'agenda' || page === 'votes' ? page : null;
}

/** A review on the desk: its head, the rail of sections, and one of them or the record. */
export function OpenReview({ session, route, clock, onShowShortcuts, onLoadAgain, onKept }: OpenReviewProps) {
  const editor = useEditor(session);
  const [isExporting, setExporting] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const openExport = useCallback(() => setExporting(true), []);
  const { template } = session;
  const place = reviewPlace(route, template);
  const { section, index, isSection } = place;
  const { add, dialog } = useAdding(editor, () => (isSection ? placeInView(section?.kind) : undefined));
  const seal = useSeal(editor, isSection && section?.kind === 'sign-off');

  const openPoints = useOpenPoints(session, place);
  const present = () => {
    fillScreen();
    navigate(stageHref(session.id, route.page === 'agenda' ? AGENDA : placeInView(section?.kind)));
  };
  const openRoom = () => openWindow(roomHref(session.id), `room-${session.id}`);
  const vote = () => {
    const at = section && thingAt(session.derive(stageThings), placeInView(section.kind) ?? null);
    navigate(at && at.judgements.length > 0 ? voteHref(session.id, at.id) : votesHref(session.id));
  };
  const { print, fault: printFault, dismiss } = usePrint(session);
  const printWish = useEffectEvent(print);
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const files = useReviewFile(session);
  const verify = () => navigate(isSealed ? verifySealedHref(session.id) : VERIFY_HREF);
  const rename = () => focusTitle();
  useEffect(() => {
    const wish = takeWish(session.id);
    if (wish === 'export') setExporting(true);
    if (wish === 'print') printWish();
  }, [session]);
  const commands = useReviewCommands(session, place, changedPage(route, section), {
    print,
    rename,
    verify,
    duplicate: files.duplicate,
    reveal: files.reveal,
    goToOpenPoint: openPoints.goToNext,
    exportIt: openExport,
    present,
    vote,
    addToDo: () => add('action'),
    park: () => add('parked'),
    openPalette: () => setPaletteOpen(true),
  });
  useShownToRoom(session, isSection ? section?.kind : route.page === 'agenda' ? AGENDA : undefined);
  const heading = useArrival(openPoints.arriveAt);
  return (
    <div className="review">
      <TopBar
        editor={editor}
        onUndo={commands.undo}
        onRedo={commands.redo}
        onExport={openExport}
        onPresent={present}
        onNextOpenPoint={openPoints.goToNext}
        onOpenRoom={openRoom}
        onShowShortcuts={onShowShortcuts}
      />
      <SaidDepartures editor={editor} />
      <ReviewHead
        editor={editor}
        page={pageName(route, section)}
        offersTemplate={route.page !== 'template-update'}
        offersCopies={route.page !== 'merge'}
      />
      <RoomBar editor={editor} session={session} />
      <WhereWeWere session={session} route={route} isClockRunning={clock.isRunning} />
      <div className="review__body">
        <Rail
          key={place.position}
          editor={editor}
          seal={seal.view}
          current={route.page === 'section' ? (section?.kind ?? null) : route.page}
        />
        <main className="review__main">
          <div className="review__note">
            <ReadOnlyNote />
          </div>
          {route.page !== 'section' && (
            <OtherPage
              editor={editor}
              session={session}
              route={route}
              clock={clock}
              heading={heading}
              onAdd={add}
              onPrint={print}
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
                clock={<SectionClock editor={editor} kind={section.kind} clock={clock} />}
              />
            </OpenExportContext>
          )}
        </main>
      </div>
      <SaveTrouble session={session} onKept={onKept} />
      <DraftDialog session={session} onKept={onKept} />
      <StaleDialog session={session} onLoadTheirs={onLoadAgain} onKept={onKept} />
      {dialog}
      <DialogFor subject={isPaletteOpen || null}>
        {() => (
          <Palette
            editor={editor}
            onClose={() => setPaletteOpen(false)}
            commands={paletteCommands({
              ...commands,
              exportIt: openExport,
              print,
              rename,
              verify,
              duplicate: files.duplicate,
              reveal: files.reveal,
              present,
              vote,
              votes: () => navigate(votesHref(session.id)),
              followUp: () => navigate(followUpHref(session.id)),
              nextOpenPoint: openPoints.goToNext,
              addToDo: () => add('action'),
              park: () => add('parked'),
              shortcuts: onShowShortcuts,
              record: () => navigate(recordHref(session.id)),
              history: () => navigate(historyHref(session.id)),
              left: () => navigate(leftHref(session.id)),
              toDo: () => navigate(toDoHref(session.id)),
              agenda: () => navigate(agendaHref(session.id)),
              premortem: () => navigate(voteHref(session.id, PREMORTEM)),
              room: openRoom,
            })}
          />
        )}
      </DialogFor>
      <FaultDialog fault={printFault} onClose={dismiss} />
      <FaultDialog fault={files.fault} onClose={files.dismiss} />
      <ExportDialog session={session} isOpen={isExporting} onClose={() => setExporting(false)} />
    </div>
  );
}
