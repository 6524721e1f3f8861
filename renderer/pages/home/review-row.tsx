import { CalendarClock, EllipsisVertical, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { today, writeDay, writeMoment } from '#renderer/base/dates.ts';
import { reviewHref } from '#renderer/base/routes.ts';
import { subjectOf } from '#renderer/base/subject.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { SIGN_OFF_TONES } from '#renderer/components/tone.ts';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { AFTERWARDS_WORDS } from '#shared/review/words.ts';
import '#renderer/components/button.css';
import './review-list.css';

export interface ReviewRowProps {
  readonly review: ReviewSummary;
  /** Its title as it is heard, told apart from other reviews of the same title. */
  readonly name: string;
  readonly onMenu: (review: ReviewSummary, button: HTMLElement) => void;
}

/** One review of the list. Kept to plain elements, because there may be a thousand. */
export const ReviewRow = memo(function ReviewRow({ review, name, onMenu }: ReviewRowProps) {
  const { title, component, candidate, decision, outcome } = review;
  return (
    <li className="review-row">
      <div className="review-row__name">
        <a className="review-row__title" href={reviewHref(review.id)} aria-label={name === title ? undefined : name}>
          {title}
        </a>
        <p className="review-row__about">{subjectOf({ component, candidate }) || 'No component named yet'}</p>
        {review.reconstruction && <Badge>Reconstruction</Badge>}
        {review.number > 1 && <Badge>Revision {review.number}</Badge>}
        {review.lookAgain !== null && (
          <Badge tone="warning" icon={TriangleAlert}>
            To be looked at again
          </Badge>
        )}
        {review.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        {review.afterwards && <Badge tone="neutral">{AFTERWARDS_WORDS[review.afterwards]}</Badge>}
      </div>
      <div className="review-row__cell">
        <Labelled label="Rule">
          {outcome ? <Badge tone={outcome.lean}>{outcome.name}</Badge> : <span className="soft">Not answered</span>}
        </Labelled>
        <Labelled label="Decision">
          {decision ? (
            <>
              <Badge tone={decision.lean}>{decision.name}</Badge>
              {decision.stage && <span className="small"> for {decision.stage}</span>}
            </>
          ) : (
            <span className="soft">Open</span>
          )}
        </Labelled>
      </div>
      <div className="review-row__cell">
        <p>
          {review.sectionsComplete} of {review.sections} sections
          {review.openPoints > 0 && <span className="soft"> · {review.openPoints} open</span>}
        </p>
        <Badge tone={SIGN_OFF_TONES[review.signOff]}>{SIGN_OFF_WORDS[review.signOff]}</Badge>
      </div>
      <div className="review-row__cell">
        <p>
          <span className="soft">Changed</span> {writeMoment(review.savedAt)}
        </p>
        {review.reviewOn && <ReviewAgain on={review.reviewOn} />}
      </div>
      <button
        type="button"
        className="button button--icon button--quiet review-row__menu"
        aria-label={`Actions for ${name}`}
        aria-haspopup="menu"
        onClick={(event) => onMenu(review, event.currentTarget)}
      >
        <EllipsisVertical aria-hidden size={18} />
      </button>
    </li>
  );
});

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <p className="review-row__labelled">
      <span className="review-row__label">{label}</span>
      <span>{children}</span>
    </p>
  );
}

function ReviewAgain({ on }: { readonly on: string }) {
  if (on <= today()) {
    return (
      <Badge tone="warning" icon={TriangleAlert}>
        Review was due {writeDay(on)}
      </Badge>
    );
  }
  return (
    <p className="review-row__again">
      <CalendarClock aria-hidden size={14} />
      <span>
        <span className="soft">Review again</span> {writeDay(on)}
      </span>
    </p>
  );
}
