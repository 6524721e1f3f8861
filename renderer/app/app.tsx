import { Suspense, useEffect, useState } from 'react';
import { HOME_HREF, IMPORT_HREF, NEW_HREF, parseRoute, TEMPLATES_HREF, VERIFY_HREF } from '#renderer/base/routes.ts';
import { setSingleKeys } from '#renderer/base/single-keys.ts';
import { navigate, useRoute } from '#renderer/base/use-route.ts';
import { stepOwnUndo, useShortcuts } from '#renderer/base/use-shortcuts.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { ToastProvider, useToast } from '#renderer/components/toast.tsx';
import type { Fault } from '#renderer/host/fault.ts';
import { type Host, HostContext } from '#renderer/host/host.tsx';
import { useMenuCommands } from '#renderer/host/use-menu-commands.ts';
import { WorkspaceContext } from '#renderer/review/use-workspace.ts';
import { Workspace } from '#renderer/review/workspace.ts';
import type { Client } from '#shared/contract/contract.ts';
import { CloseGuard } from './close-guard.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import {
  BackupsPage,
  ComparePage,
  DuePage,
  HomePage,
  KeysPage,
  loadOtherPages,
  loadReviewPage,
  OverviewPage,
  ReviewPage,
  TemplatesPage,
  TrashPage,
  VerifyPage,
} from './pages.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { SpellingDialog } from './spelling-dialog.tsx';
import { useArrivals } from './use-arrivals.ts';
import '#renderer/components/notice.css';

type Start =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly host: Host; readonly workspace: Workspace };

/** The whole program on screen. */
export function App({ client }: { readonly client: Client }) {
  const [start, setStart] = useState<Start>({ kind: 'waiting' });
  const isWaiting = start.kind === 'waiting';

  useEffect(() => {
    if (!isWaiting) return;
    let isGone = false;
    const isReview = 'review' in parseRoute(location.hash);
    void Promise.all([client['app.info']({}), isReview && loadReviewPage()]).then(([info]) => {
      if (isGone) return;
      if ('kind' in info) setStart({ kind: 'failed', fault: info });
      else {
        setSingleKeys(info.singleKeys);
        setStart({ kind: 'ready', host: { client, info }, workspace: new Workspace(client) });
      }
    });
    return () => {
      isGone = true;
    };
  }, [client, isWaiting]);

  if (start.kind === 'waiting') return <p className="visually-hidden">Groundwork is starting…</p>;
  if (start.kind === 'failed') {
    return (
      <main className="notice">
        <Callout tone="warning" title="Groundwork cannot start" role="alert">
          <p>{start.fault.message}</p>
          <div className="row">
            <Button kind="primary" onPress={() => setStart({ kind: 'waiting' })}>
              Try again
            </Button>
          </div>
        </Callout>
      </main>
    );
  }
  return (
    <HostContext value={start.host}>
      <WorkspaceContext value={start.workspace}>
        <ToastProvider>
          <Pages />
          <CloseGuard />
        </ToastProvider>
      </WorkspaceContext>
    </HostContext>
  );
}

function Pages() {
  const { route, visit } = useRoute();
  const toast = useToast();
  const arrived = useArrivals(route.page === 'room');
  const isDesk = 'review' in route && !['stage', 'vote', 'room'].includes(route.page);
  /** Commands about a review, which its pages answer. */
  const needsReview = () => {
    if (!isDesk) toast({ text: 'That is about one review. Open it first.' });
  };
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isSpellingOpen, setSpellingOpen] = useState(false);
  useShortcuts({
    sheet: () => setSheetOpen(true),
    home: () => navigate(HOME_HREF),
  });
  useMenuCommands({
    shortcuts: () => setSheetOpen(true),
    spelling: () => setSpellingOpen(true),
    home: () => navigate(HOME_HREF),
    templates: () => navigate(TEMPLATES_HREF),
    new: () => navigate(NEW_HREF),
    import: () => navigate(IMPORT_HREF),
    undo: () => stepOwnUndo('undo'),
    redo: () => stepOwnUndo('redo'),
    export: needsReview,
    print: needsReview,
    rename: needsReview,
    duplicate: needsReview,
    reveal: needsReview,
    verify: () => !isDesk && navigate(VERIFY_HREF),
  });
  return (
    <>
      {/* Before the pages: one that takes files itself is shown later, and so comes first. */}
      <DropAnywhere onFiles={arrived.openFiles} />
      <ErrorBoundary place={String(visit)}>
        <Suspense fallback={<p className="visually-hidden">The page is being opened…</p>}>
          {route.page === 'home' && (
            <HomePage
              action={route.action}
              template={route.template ?? null}
              onShowShortcuts={() => setSheetOpen(true)}
              onShowSpelling={() => setSpellingOpen(true)}
            />
          )}
          {route.page === 'templates' && <TemplatesPage onShowShortcuts={() => setSheetOpen(true)} />}
          {route.page === 'keys' && <KeysPage onShowShortcuts={() => setSheetOpen(true)} />}
          {route.page === 'verify' && (
            <VerifyPage
              key={route.sealed}
              sealed={route.sealed}
              handed={arrived.records}
              onTaken={arrived.taken}
              onShowShortcuts={() => setSheetOpen(true)}
            />
          )}
          {route.page === 'due' && <DuePage onShowShortcuts={() => setSheetOpen(true)} />}
          {route.page === 'overview' && <OverviewPage onShowShortcuts={() => setSheetOpen(true)} />}
          {route.page === 'backups' && (
            <BackupsPage handed={arrived.backup} onTaken={arrived.taken} onShowShortcuts={() => setSheetOpen(true)} />
          )}
          {route.page === 'compare' && (
            <ComparePage left={route.left} right={route.right} onShowShortcuts={() => setSheetOpen(true)} />
          )}
          {route.page === 'trash' && <TrashPage onShowShortcuts={() => setSheetOpen(true)} />}
          {'review' in route && (
            <ReviewPage key={route.review} route={route} onShowShortcuts={() => setSheetOpen(true)} />
          )}
          <FirstShown />
        </Suspense>
      </ErrorBoundary>
      <FaultDialog fault={arrived.fault} onClose={arrived.dismissFault} />
      <SpellingDialog isOpen={isSpellingOpen} onClose={() => setSpellingOpen(false)} />
      <ShortcutSheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
    </>
  );
}

/** Stands beside the page: it is there once the page is. */
function FirstShown() {
  useEffect(loadOtherPages, []);
  return null;
}
