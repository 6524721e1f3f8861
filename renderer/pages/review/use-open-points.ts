import { useRef } from 'react';
import { focusNextOwed, isAtAnchor } from '#renderer/base/focus-anchor.ts';
import { settleText } from '#renderer/base/pending-text.ts';
import { sectionHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { say } from '#renderer/base/voice.ts';
import { useToast } from '#renderer/components/toast.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { nextOpenPoint, openAt } from './next-open-point.ts';
import type { ReviewPlace } from './review-place.ts';

export interface OpenPoints {
  /** Notes what is open at a place that was just come to, so that what changes there is seen. */
  readonly arriveAt: (target: string | null) => void;
  readonly goToNext: () => void;
}

/** The way from one open point of a review to the next. */
export function useOpenPoints(session: ReviewSession, { section, target }: ReviewPlace): OpenPoints {
  const toast = useToast();
  /** What was open at the target on arrival. */
  const seen = useRef('');
  const progressNow = () => {
    settleText();
    return session.progress();
  };
  return {
    arriveAt: (arrived) => {
      seen.current = openAt(progressNow(), arrived);
    },
    goToNext: () => {
      const now = progressNow();
      const open = new Set(now.flatMap(({ openPoints }) => openPoints.map((entry) => entry.target)));
      // First what else is owed where one is, such as the response to a risk that was just rated.
      if (focusNextOwed((id) => open.has(id))) return;
      // An answer of “not sure” stays open, but there is nowhere else to go for it.
      if (target !== null && isAtAnchor(target)) seen.current = openAt(now, target);
      const point = nextOpenPoint(now, section?.kind ?? null, target, seen.current);
      if (point) {
        const title = session.template.sections.find(({ kind }) => kind === point.section)?.title ?? '';
        say(`${title}: ${point.text}.`);
        navigate(sectionHref(session.id, point.section, point.target));
      } else toast({ text: 'Nothing is open.' });
    },
  };
}
