import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { focusAnchor, isAtAnchor } from '#renderer/base/focus-anchor.ts';
import { type ReviewRoute, recordHref, sectionHref } from '#renderer/base/routes.ts';
import { subjectOf } from '#renderer/base/subject.ts';
import { navigate, targetOf, useRoute, type Visit } from '#renderer/base/use-route.ts';
import { keepsOwnUndo, useShortcuts } from '#renderer/base/use-shortcuts.ts';
import { useToast } from '#renderer/components/toast.tsx';
import { useMenuCommands } from '#renderer/host/use-menu-commands.ts';
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
import { nextOpenPoint, openAt } from './next-open-point.ts';
import { Rail } from './rail.tsx';
import { SaveTrouble } from './save-trouble.tsx';
import { SectionFrame } from './section-frame.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { TitleField } from './title-field.tsx';
import { TopBar } from './top-bar.tsx';
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
  const toast = useToast();
  const [isExporting, setExporting] = useState(false);
  const openExport = useCallback(() => setExporting(true), []);
  const heading = useRef<HTMLHeadingElement>(null);
  const { document: review, latestSha256 } = snapshot;
  const { template, id } = session;

  // What is still open may lag behind the typing for a moment; the typing may not lag.
  const settled = useDeferredValue(review);
  const found = route.page === 'section' ? template.sections.findIndex(({ kind }) => kind === route.section) : -1;
  const index = Math.max(found, 0);
  const section = template.sections[index];
  const seal = useSeal(editor, route.page === 'section' && section?.kind === 'sign-off');
  const progress = useMemo(
    () => withSeal(reviewProgress(settled, template, latestSha256), seal.view),
    [settled, template, latestSha256, seal.view],
  );
  const sectionProgress = progress[index];
  const target = targetOf(route);
  /** What was open at the target on arrival. */
  const seen = useRef('');
  const progressNow = () => {
    const now = session.snapshot();
    return reviewProgress(now.document, template, now.latestSha256);
  };

  const goTo = (position: number) => {
    const kind = template.sections[position]?.kind;
    if (kind) navigate(sectionHref(id, kind));
    else if (position === template.sections.length) navigate(recordHref(id));
  };
  const here = route.page === 'record' ? template.sections.length : index;
  const isSection = route.page === 'section';
  const step = (direction: 'undo' | 'redo') => {
    const active = document.activeElement;
    if (keepsOwnUndo(active)) return;
    const changed = session[direction]();
    const isElsewhere = changed && (!isSection || changed !== section?.kind);
    if (isElsewhere && template.sections.some(({ kind }) => kind === changed)) navigate(sectionHref(id, changed));
  };
  const save = async () => {
    if (await session.flush()) toast({ text: `Saved at revision ${session.snapshot().saved.revision}.` });
  };
  const goToOpenPoint = () => {
    const now = progressNow();
    // An answer of “not sure” stays open, but there is nowhere else to go for it.
    if (target !== null && isAtAnchor(target)) seen.current = openAt(now, target);
    const point = nextOpenPoint(now, section?.kind ?? null, target, seen.current);
    if (point) navigate(sectionHref(id, point.section, point.target));
    else toast({ text: 'Nothing is open.' });
  };

  useShortcuts({
    nextSection: () => goTo(here + 1),
    previousSection: () => goTo(here - 1),
    nextOpenPoint: goToOpenPoint,
    record: () => navigate(recordHref(id)),
    undo: () => step('undo'),
    redo: () => step('redo'),
    export: () => setExporting(true),
    save: () => void save(),
  });
  useMenuCommands({
    undo: () => step('undo'),
    redo: () => step('redo'),
    export: () => setExporting(true),
  });

  // Every visit moves the focus, also one to the same place.
  const place = useRoute();
  const arrive = useEffectEvent((to: Visit) => {
    const wanted = targetOf(to.route);
    seen.current = openAt(progressNow(), wanted);
    if (wanted !== null) {
      // After the page has opened what hides the place, and before the next key.
      queueMicrotask(() => {
        if (!focusAnchor(wanted)) heading.current?.focus();
      });
      return;
    }
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });
  useEffect(() => arrive(place), [place]);
  useEffect(() => {
    document.title = `${review.title} – Groundwork`;
  }, [review.title]);

  return (
    <div className="review">
      <TopBar
        snapshot={snapshot}
        onUndo={() => step('undo')}
        onRedo={() => step('redo')}
        onExport={() => setExporting(true)}
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
        <Rail key={here} review={id} progress={progress} current={isSection ? (section?.kind ?? null) : route.page} />
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
