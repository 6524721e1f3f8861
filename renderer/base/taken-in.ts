import { useEffect, useState } from 'react';

/** Time in ms in which a screen reader comes to know where the focus is. */
export const TAKEN_IN = 250;

/**
 * Whether something is still in the page: while it is shown, and for a moment after. A screen reader that hears that what had the
 * focus has gone, before it has followed the focus, looks for a place of its own and does not say the new one.
 */
export function useLingering(isShown: boolean): boolean {
  const [isThere, setThere] = useState(isShown);
  if (isShown && !isThere) setThere(true);
  useEffect(() => {
    if (isShown) return undefined;
    const timer = setTimeout(() => setThere(false), TAKEN_IN);
    return () => clearTimeout(timer);
  }, [isShown]);
  return isShown || isThere;
}

/** What was there last: as long as it is there, and for a moment after, as with `useLingering`. */
export function useLasting<Value>(value: Value | null): Value | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  const isThere = useLingering(value !== null);
  return value ?? (isThere ? last : null);
}
