import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Shows a text in a field of several lines. By hand: as a `value`, React would write it into the element's content as well, at each
 * key, and the browser would then look at the style of the whole page.
 */
export function useAreaText(text: string): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (area.current && area.current.value !== text) area.current.value = text;
  }, [text]);
  return area;
}
