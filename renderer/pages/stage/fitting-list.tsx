import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import { SpokenSigns, spokenSigns } from '#renderer/components/spoken-signs.tsx';
import { keepEqual } from '#shared/base/keep-equal.ts';
import { pageStarts } from '#shared/stage/fitting-pages.ts';
import './stage.css';

/** Below this width the stage is one column that is scrolled. */
const ONE_COLUMN = '(width < 48rem)';

export interface FittingListProps {
  readonly entries: readonly string[];
  /** How often the page was turned; after the last one comes the first. */
  readonly turns: number;
  /** Turns the page; undefined where another window does. */
  readonly onTurn: (() => void) | undefined;
}

/**
 * A list that shows as many whole entries as fit above the lower edge of the window, and leads on to the others:
 * nobody in the room can scroll, and half a line says nothing.
 */
export function FittingList({ entries, turns, onTurn }: FittingListProps) {
  const list = useRef<HTMLUListElement>(null);
  /** Where its pages begin; null while that is being measured. */
  const [starts, setStarts] = useState<readonly number[] | null>(null);
  const [measured, setMeasured] = useState(entries);
  if (keepEqual(measured, entries) !== measured) {
    setMeasured(entries);
    setStarts(null);
  }
  useLayoutEffect(() => {
    if (starts === null && list.current) setStarts(measurePages(list.current));
  }, [starts]);
  useLayoutEffect(() => {
    const measure = () => setStarts(null);
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  const page = starts ? turns % starts.length : 0;
  const start = starts?.[page] ?? 0;
  const end = starts?.[page + 1] ?? entries.length;
  const isParted = starts !== null && starts.length > 1;
  const told = useRef(turns);
  const tell = useEffectEvent(() => {
    const isTurned = turns > told.current;
    told.current = turns;
    // The room's window is seen only; whoever turns the list hears what came.
    if (!isTurned || !onTurn || !isParted) return;
    const lines = entries.slice(start, end).map(spokenSigns).join('; ');
    say(`${linesText(start, end)} of ${entries.length}: ${lines}`);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the list is turned, and not when its lines change
  useEffect(() => tell(), [turns]);
  const more = entries.length - end;
  const words = more > 0 ? <MoreWords count={more} /> : 'the first ones again';
  return (
    <ul className="stage-page__lines" ref={list}>
      {entries.slice(start, end).map((entry) => (
        <li key={entry}>
          <SpokenSigns text={entry} />
        </li>
      ))}
      {isParted && (
        <li className="stage-page__title">
          {onTurn ? (
            <button type="button" className="stage-page__turn" aria-keyshortcuts="M" onClick={onTurn}>
              {words}
            </button>
          ) : (
            words
          )}
        </li>
      )}
    </ul>
  );
}

/** Which lines are shown, as places in the list. */
function linesText(start: number, end: number): string {
  return end - start === 1 ? `Line ${end}` : `Lines ${start + 1} to ${end}`;
}

/** With the key in view that leads there. */
function MoreWords({ count }: { readonly count: number }) {
  return (
    <>
      and {count} <u>m</u>ore
    </>
  );
}

/** Where the pages of a list begin, all of whose entries are drawn. */
function measurePages(list: HTMLElement): readonly number[] {
  const entries = [...list.children].map((entry) => entry.getBoundingClientRect().height);
  if (matchMedia(ONE_COLUMN).matches) return [0];
  const style = getComputedStyle(list);
  const line = Number.parseFloat(style.lineHeight);
  const room = innerHeight - line / 4 - (list.getBoundingClientRect().top + scrollY);
  return pageStarts(entries, Number.parseFloat(style.rowGap) || 0, room, line * 1.3);
}
