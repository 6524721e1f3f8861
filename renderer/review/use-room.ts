import { useEffect, useSyncExternalStore } from 'react';
import { placeInView } from '#renderer/base/place-in-view.ts';
import type { ReviewSession } from './review-session.ts';
import type { RoomView } from './room-view.ts';

/** What the room sees in a second window. */
export function useRoomView({ room }: ReviewSession): RoomView {
  return useSyncExternalStore(room.subscribe, room.view);
}

/** Whether a second window shows the review to the room. */
export function useHasProjector({ room }: ReviewSession): boolean {
  useEffect(() => void room.findProjector(), [room]);
  return useSyncExternalStore(room.subscribe, room.hasProjector);
}

/**
 * Tells a second window what is worked on here: where the focus is, else the section.
 * @param section what the page is about; undefined for a page that the room has nothing of
 */
export function useShownToRoom({ room }: ReviewSession, section: string | undefined): void {
  useEffect(() => {
    const tell = () => room.show({ place: placeInView(section) ?? null });
    // After the page that somebody came to has put the focus where it belongs.
    const later = () => void setTimeout(tell);
    if (section === undefined) return;
    later();
    addEventListener('focusin', later);
    return () => removeEventListener('focusin', later);
  }, [room, section]);
}
