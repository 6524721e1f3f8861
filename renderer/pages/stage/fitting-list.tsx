import { useLayoutEffect, useRef, useState } from 'react';
import { SpokenSigns } from '#renderer/components/spoken-signs.tsx';
import { keepEqual } from '#shared/base/keep-equal.ts';
import './stage.css';

/** Below this width the stage is one column that is scrolled. */
const ONE_COLUMN = '(width < 48rem)';

/**
 * A list that shows as many whole entries as fit above the lower edge of the window, and says how many more there are:
 * nobody in the room can scroll, and half a line says nothing.
 */
export function FittingList({ entries }: { readonly entries: readonly string[] }) {
  const list = useRef<HTMLUListElement>(null);
  /** How many are shown; null while that is being measured. */
  const [fitting, setFitting] = useState<number | null>(null);
  const [measured, setMeasured] = useState(entries);
  if (keepEqual(measured, entries) !== measured) {
    setMeasured(entries);
    setFitting(null);
  }
  useLayoutEffect(() => {
    if (fitting === null && list.current) setFitting(countFitting(list.current));
  }, [fitting]);
  useLayoutEffect(() => {
    const measure = () => setFitting(null);
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  const shown = fitting ?? entries.length;
  const more = entries.length - shown;
  return (
    <ul className="stage-page__lines" ref={list}>
      {entries.slice(0, shown).map((entry) => (
        <li key={entry}>
          <SpokenSigns text={entry} />
        </li>
      ))}
      {more > 0 && <li className="stage-page__title">and {more} more</li>}
    </ul>
  );
}

/** So many of the entries fit, with room for the line that counts the others; always one. */
function countFitting(list: HTMLElement): number {
  const entries = [...list.children];
  if (matchMedia(ONE_COLUMN).matches) return entries.length;
  const edge = innerHeight - Number.parseFloat(getComputedStyle(list).lineHeight) / 4;
  const bottomOf = (entry: Element) => entry.getBoundingClientRect().bottom + scrollY;
  if (entries.every((entry) => bottomOf(entry) <= edge)) return entries.length;
  const forTheRest = Number.parseFloat(getComputedStyle(list).lineHeight) * 1.3;
  return Math.max(1, entries.filter((entry) => bottomOf(entry) + forTheRest <= edge).length);
}
