import { FileInput, FilePlus2, Keyboard, LibraryBig, ShieldCheck } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import {
  BACKUPS_HREF,
  HOME_HREF,
  KEYS_HREF,
  OVERVIEW_HREF,
  reviewHref,
  TEMPLATES_HREF,
  TRASH_HREF,
  VERIFY_HREF,
} from '#renderer/base/routes.ts';
import { firstKeys } from '#renderer/base/shortcuts.ts';
import { useFileDrop } from '#renderer/base/use-file-drop.ts';
import { navigate, reviewLeft, useRoute } from '#renderer/base/use-route.ts';
import { useShortcuts } from '#renderer/base/use-shortcuts.ts';
import { useTitle } from '#renderer/base/use-title.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { FaultDialog } from '#renderer/components/fault-dialog.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { ListFault } from '#renderer/components/list-fault.tsx';
import { ReadOnlyNote } from '#renderer/components/read-only-note.tsx';
import { UnreadableFiles } from '#renderer/components/unreadable-files.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useCopies } from '#renderer/review/use-copies.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { AboutDialog } from './about-dialog.tsx';
import { DeleteSigned, type Doomed } from './delete-signed.tsx';
import { DuePanel } from './due-panel.tsx';
import { findReviews, type SortOrder } from './find-reviews.ts';
import { FirstSteps } from './first-steps.tsx';
import { FoundTexts } from './found-texts.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ListControls } from './list-controls.tsx';
import { MendedReviews } from './mended-reviews.tsx';
import { NewReviewDialog } from './new-review-dialog.tsx';
import { RecentReviews } from './recent-reviews.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { ReviewCopies } from './review-copies.tsx';
import { ReviewList } from './review-list.tsx';
import { SampleList } from './sample-list.tsx';
import { TagsDialog } from './tags-dialog.tsx';
import { useMended } from './use-mended.ts';
import { useReviewActions } from './use-review-actions.ts';
import { useReviewList, wholeList } from './use-review-list.ts';
import { FIRST_SHOWN, MOST_SHOWN, mayFind, useTextSearch } from './use-text-search.ts';
import './home-page.css';
import '#renderer/components/wide-page.css';

export interface HomePageProps {
  /** What the address asks to begin. */
  readonly action: 'new' | 'import' | null;
  /** Template that a new review should begin with; null for none in particular. */
  readonly template: string | null;
  readonly onShowShortcuts: () => void;
  readonly onShowSpelling: () => void;
}

/** How the list was last looked at in this window, so that coming back from a review shows the same. */
let lastView: { readonly query: string; readonly order: SortOrder } = { query: '', order: 'changed' };

/** All reviews: find one, start one, bring one in. */
export function HomePage({ action, template, onShowShortcuts, onShowSpelling }: HomePageProps) {
  const { info } = useHost();
  const { state, unsaved, reload } = useReviewList();
  const mended = useMended(state, reload);
  const copies = useCopies(wholeList(state));
  /** A review that is to get the focus once it is on the list. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const actions = useReviewActions(reload, setAwaited);
  const [dialog, setDialog] = useState<'new' | 'import' | null>(null);
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [isArchive, setArchive] = useState(false);
  const [tagged, setTagged] = useState<ReviewSummary | null>(null);
  const [renamed, setRenamed] = useState<ReviewSummary | null>(null);
  const [isAboutOpen, setAboutOpen] = useState(false);
  const [query, setQuery] = useState(lastView.query);
  const [order, setOrder] = useState<SortOrder>(lastView.order);
  const [shownTexts, setShownTexts] = useState(FIRST_SHOWN);
  const search = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasCome = useRoute().visit > 0;
  const deferredQuery = useDeferredValue(query);
  const isDropping = useFileDrop(actions.importFiles);

  useTitle('Reviews');
  useEffect(() => {
    lastView = { query, order };
  }, [query, order]);
  const isReady = state.kind === 'ready';
  useEffect(() => {
    // Where the program starts, the whole page is read out; whoever comes back needs a place.
    if (isReady && action === null && hasCome) focusReviewLeft(heading.current);
  }, [isReady, action, hasCome]);
  useEffect(() => {
    if (awaited !== null && state.kind === 'ready' && focusReview(awaited)) setAwaited(null);
  }, [awaited, state]);
  useEffect(() => {
    if (!action) return;
    setDialog(action);
    setWanted(template);
    // The address only asked to begin; going back should not begin again.
    history.replaceState(null, '', HOME_HREF);
    navigate(HOME_HREF);
  }, [action, template]);
  useShortcuts({
    search: () => search.current?.focus(),
    new: () => setDialog('new'),
    import: () => setDialog('import'),
    bringBack: actions.bringBack,
  });

  const reviews = state.kind === 'ready' ? state.list.reviews : [];
  const reading = state.kind === 'ready' ? state.list.reading : 0;
  const shelf = reviews.filter((review) => review.isArchived === isArchive);
  const found = findReviews(shelf, deferredQuery, order);
  const texts = useTextSearch(deferredQuery, shownTexts, state);
  return (
    <div className="wide-page">
      <header className="wide-page__header">
        <p className="wide-page__brand">Groundwork</p>
        <h1 ref={heading} tabIndex={-1}>
          Reviews
        </h1>
        <div className="wide-page__actions">
          <LinkButton kind="quiet" icon={LibraryBig} href={TEMPLATES_HREF}>
            Templates
          </LinkButton>
          <LinkButton kind="quiet" icon={ShieldCheck} href={VERIFY_HREF}>
            Verify
          </LinkButton>
          <Button icon={FileInput} onPress={() => setDialog('import')}>
            Import
          </Button>
          <Button kind="primary" icon={FilePlus2} onPress={() => setDialog('new')}>
            New review
          </Button>
          <IconButton
            icon={Keyboard}
            label="Keyboard shortcuts"
            shortcut={firstKeys('sheet')}
            onPress={onShowShortcuts}
          />
        </div>
      </header>
      <main className="wide-page__main">
        <ReadOnlyNote />
        {state.kind === 'failed' && (
          <ListFault title="The reviews cannot be listed" fault={state.fault} onRetry={reload} />
        )}
        {unsaved.map(({ id, title }) => (
          <Callout key={id} tone="warning" title="Changes are not saved" role="alert">
            <p>
              The latest changes to <a href={reviewHref(id)}>{title}</a> are only in this window. Open it to see why.
            </p>
          </Callout>
        ))}
        <MendedReviews reviews={mended} />
        <ReviewCopies copies={copies} reviews={reviews} onChanged={reload} />
        {state.kind === 'ready' && <UnreadableFiles files={state.list.unreadable} />}
        {state.kind === 'ready' && reviews.length === 0 && reading === 0 && (
          <FirstSteps samples={info.samples} onNew={() => setDialog('new')} onOpenSample={actions.openSample} />
        )}
        {(reviews.length > 0 || reading > 0) && (
          <>
            {!isArchive && query === '' && <DuePanel reviews={shelf} />}
            {!isArchive && query === '' && <RecentReviews reviews={shelf} />}
            <ListControls
              isArchive={isArchive}
              hasArchive={isArchive || reviews.some((review) => review.isArchived)}
              onArchive={setArchive}
              query={query}
              onQuery={(typed) => {
                setQuery(typed);
                setShownTexts(FIRST_SHOWN);
              }}
              order={order}
              onOrder={setOrder}
              found={found.length}
              total={shelf.length}
              reading={reading}
              searchRef={search}
            />
            <ReviewList
              reviews={found}
              query={query}
              isFilling={reading > 0 || mayFind(texts)}
              onRename={setRenamed}
              onReveal={actions.reveal}
              onDuplicate={actions.duplicate}
              onTags={setTagged}
              onArchive={(review) => actions.file(review, review.tags, !review.isArchived)}
              onTrash={(review, neighbour) => {
                // Nothing is lost either way; what somebody signed should not go by a slip of the hand.
                if (review.signOff === 'unsigned') actions.trash(review, neighbour);
                else setDoomed({ review, neighbour });
              }}
            />
            <FoundTexts found={texts} onMore={() => setShownTexts(MOST_SHOWN)} />
            <SampleList samples={info.samples} onOpen={actions.openSample} />
          </>
        )}
      </main>
      <footer className="wide-page__footer">
        <span>Groundwork {info.version}</span>
        <span>Reviews are files in {info.dataFolder}</span>
        <a href={OVERVIEW_HREF}>Overview</a>
        <a href={BACKUPS_HREF}>Backups</a>
        <a href={TRASH_HREF}>Trash</a>
        <a href={KEYS_HREF}>Keys</a>
        <Button size="small" kind="quiet" onPress={onShowSpelling}>
          Spelling
        </Button>
        <Button size="small" kind="quiet" onPress={() => setAboutOpen(true)}>
          {info.policy === null ? 'About' : 'About, and what is set for this computer'}
        </Button>
      </footer>
      {isDropping && <div className="wide-page__drop">Drop the record or review file to import it</div>}
      <NewReviewDialog
        isOpen={dialog === 'new'}
        wanted={wanted}
        onClose={() => {
          setDialog(null);
          setWanted(null);
        }}
      />
      <AboutDialog isOpen={isAboutOpen} onClose={() => setAboutOpen(false)} />
      <ImportDialog isOpen={dialog === 'import'} onClose={() => setDialog(null)} onFiles={actions.importFiles} />
      <DialogFor subject={tagged}>
        {(review) => (
          <TagsDialog
            key={review.id}
            review={review}
            onClose={() => setTagged(null)}
            onSave={(tags) => {
              actions.file(review, tags, review.isArchived);
              setTagged(null);
            }}
          />
        )}
      </DialogFor>
      <DialogFor subject={renamed}>
        {(review) => (
          <RenameDialog
            key={review.id}
            review={review}
            onClose={() => setRenamed(null)}
            onRename={(title) => {
              actions.rename(review, title);
              setRenamed(null);
            }}
          />
        )}
      </DialogFor>
      <DeleteSigned
        doomed={doomed}
        onClose={() => setDoomed(null)}
        onDelete={({ review, neighbour }) => actions.trash(review, neighbour)}
      />
      <FaultDialog fault={actions.fault} onClose={actions.dismissFault} />
    </div>
  );
}

/** Leads back to where the person was in the list, else to its heading, unless something has the focus already. */
function focusReviewLeft(heading: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  const id = reviewLeft();
  if (id === null || !focusReview(id)) heading?.focus({ preventScroll: true });
}

/** Puts the focus on a review of the list; false while it is not on it. */
function focusReview(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`.wide-page__main a[href=${JSON.stringify(reviewHref(id))}]`);
  link?.scrollIntoView({ block: 'center' });
  link?.focus({ preventScroll: true });
  return link !== null;
}
