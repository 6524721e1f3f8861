import { useEffect, useEffectEvent } from 'react';
import { type DeskRoute, sectionHref } from '#renderer/base/routes.ts';
import { useToast } from '#renderer/components/toast.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { lastAt } from '#shared/agenda/agenda.ts';

/** Offers to go on in the section where the clock of the workshop ran last, when a review is opened at its beginning. */
export function useWhereWeWere(session: ReviewSession, route: DeskRoute): void {
  const showToast = useToast();
  const offer = useEffectEvent(() => {
    if (route.page !== 'section' || route.section !== null || session.snapshot().isSealed) return;
    const section = lastAt(session.document, session.template);
    if (!section) return;
    const href = sectionHref(session.id, section.kind);
    showToast({ text: `You were at “${section.title}” last.`, action: { text: 'Go on there', href } });
  });
  // Once for each review that is opened.
  useEffect(() => offer(), []);
}
