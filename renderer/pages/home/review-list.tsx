import {
  AppWindow,
  Archive,
  Copy,
  Download,
  FolderSearch,
  GitCompare,
  Pencil,
  Printer,
  SearchX,
  ShieldCheck,
  Tag,
  Trash2,
} from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { openWindow } from '#renderer/base/open-window.ts';
import { compareHref, reviewHref, verifySealedHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Menu } from '#renderer/components/menu.tsx';
import { type Wish, wishFor } from '#renderer/review/wish.ts';
import { CLOSED_STATES } from '#shared/kinds/sign-off/closing.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { ReviewRow } from './review-row.tsx';
import './review-list.css';

export interface ReviewListProps {
  readonly reviews: readonly ReviewSummary[];
  readonly query: string;
  /** Whether more reviews are still to come, or something else was found. */
  readonly isFilling: boolean;
  readonly onRename: (review: ReviewSummary) => void;
  /** Shows the file of a review. */
  readonly onReveal: (review: ReviewSummary) => void;
  readonly onDuplicate: (review: ReviewSummary) => void;
  readonly onTags: (review: ReviewSummary) => void;
  readonly onArchive: (review: ReviewSummary) => void;
  readonly onTrash: (review: ReviewSummary, neighbour: string | undefined) => void;
}

/** The reviews found. One menu serves all rows, which keeps a long list light. */
export function ReviewList(props: ReviewListProps) {
  const { reviews, query, isFilling, onRename, onReveal, onDuplicate, onTags, onArchive, onTrash } = props;
  const [chosen, setChosen] = useState<ReviewSummary | null>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const onMenu = useCallback((review: ReviewSummary, button: HTMLElement) => {
    trigger.current = button;
    setChosen(review);
  }, []);

  if (reviews.length === 0) {
    if (isFilling) return null;
    return (
      <EmptyState
        icon={SearchX}
        title={query.trim() === '' ? 'There is nothing here' : `Nothing found for “${query.trim()}”`}
      >
        {query.trim() !== '' && (
          <p>
            Every word has to occur in a review, in any case and with or without accents. Words in quotes have to stand
            side by side.
          </p>
        )}
      </EmptyState>
    );
  }
  const names = toldApart(reviews.map(({ title }) => title));
  return (
    <div className="review-list">
      <div className="review-list__head" aria-hidden>
        <span>Review</span>
        <span>Outcome and decision</span>
        <span>Progress</span>
        <span>Dates</span>
      </div>
      <ul className="review-list__rows" aria-label="Reviews">
        {reviews.map((review, index) => (
          <ReviewRow key={review.id} review={review} name={names[index] ?? review.title} onMenu={onMenu} />
        ))}
      </ul>
      <Menu
        label={chosen ? `Actions for ${chosen.title}` : 'Actions'}
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        triggerRef={trigger}
        actions={
          chosen
            ? [
                {
                  id: 'window',
                  text: 'Open in a new window',
                  icon: AppWindow,
                  onAction: () => openWindow(reviewHref(chosen.id), chosen.id),
                },
                ...(isClosed(chosen)
                  ? []
                  : [{ id: 'rename', text: 'Rename…', icon: Pencil, onAction: () => onRename(chosen) }]),
                { id: 'duplicate', text: 'Duplicate', icon: Copy, onAction: () => onDuplicate(chosen) },
                { id: 'export', text: 'Export…', icon: Download, onAction: () => openFor(chosen, 'export') },
                { id: 'print', text: 'Print the record', icon: Printer, onAction: () => openFor(chosen, 'print') },
                ...(isClosed(chosen)
                  ? [
                      {
                        id: 'verify',
                        text: 'Verify the sealed record',
                        icon: ShieldCheck,
                        onAction: () => navigate(verifySealedHref(chosen.id)),
                      },
                    ]
                  : []),
                { id: 'reveal', text: 'Show the file', icon: FolderSearch, onAction: () => onReveal(chosen) },
                {
                  id: 'compare',
                  text: 'Compare with another…',
                  icon: GitCompare,
                  onAction: () => navigate(compareHref(chosen.id)),
                },
                { id: 'tags', text: 'Tags…', icon: Tag, onAction: () => onTags(chosen) },
                {
                  id: 'archive',
                  text: chosen.isArchived ? 'Take out of the archive' : 'Put into the archive',
                  icon: Archive,
                  onAction: () => onArchive(chosen),
                },
                {
                  id: 'trash',
                  text: 'Delete',
                  icon: Trash2,
                  isDanger: true,
                  onAction: () => onTrash(chosen, neighbourOf(reviews, chosen)),
                },
              ]
            : []
        }
      />
    </div>
  );
}

/** Opens a review for something that its own pages do. */
function openFor({ id }: ReviewSummary, wish: Wish): void {
  wishFor(id, wish);
  navigate(reviewHref(id));
}

/** Whether somebody closed the review: its content stays as it is, and it has a sealed record. */
function isClosed({ signOff }: ReviewSummary): boolean {
  return CLOSED_STATES.includes(signOff);
}

/** Id of the review below another one on the list, or above the last one. */
function neighbourOf(reviews: readonly ReviewSummary[], { id }: ReviewSummary): string | undefined {
  const index = reviews.findIndex((review) => review.id === id);
  return (reviews[index + 1] ?? reviews[index - 1])?.id;
}
