import { type CSSProperties, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import './score-grid.css';

/** The widths of the columns, which the grid and its strips share; candidates part the rest between them. */
export function GridColumns() {
  return (
    <colgroup>
      <col className="scores__column--name" />
      <col className="scores__column--weight" />
    </colgroup>
  );
}

/**
 * The frame around the grid. It grows with its rows, so that there is one way to scroll down; where the candidates do
 * not fit beside each other, it scrolls sideways. A box that scrolls one way cannot let its rows stick to the page, so
 * the first and the last row lie over it a second time, for the eye only, and stick there.
 */
export function GridFrame({
  head,
  foot,
  columns,
  children,
}: {
  readonly head: ReactNode;
  readonly foot: ReactNode;
  /** Number of candidates. */
  readonly columns: number;
  readonly children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const headStrip = useRef<HTMLDivElement>(null);
  const footStrip = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const parts = [headStrip, footStrip, box];

  /** All three show the same candidates, whichever is moved. */
  const follow = (moved: RefObject<HTMLDivElement | null>) => () => {
    for (const { current } of parts) {
      if (moved.current && current && current.scrollLeft !== moved.current.scrollLeft) {
        current.scrollLeft = moved.current.scrollLeft;
      }
    }
  };

  // Room for the scroll bar, which stands below the last row, where it is in sight.
  useEffect(() => {
    const strip = footStrip.current;
    if (!strip) return;
    const observer = new ResizeObserver(() =>
      frame.current?.style.setProperty('--scroll-bar', `${strip.offsetHeight - strip.clientHeight}px`),
    );
    observer.observe(strip);
    return () => observer.disconnect();
  }, []);

  const style: CSSProperties & Record<`--${string}`, number> = { '--columns': columns };
  return (
    <div className="scores" ref={frame} style={style}>
      <div className="scores__box" ref={box} onScroll={follow(box)}>
        {children}
      </div>
      <div className="scores__strip scores__strip--head" aria-hidden ref={headStrip} onScroll={follow(headStrip)}>
        <table className="scores__table">
          <GridColumns />
          {head}
        </table>
      </div>
      <div
        className="scores__strip scores__strip--foot"
        aria-hidden
        // What scrolls would be a stop for the Tab key.
        tabIndex={-1}
        ref={footStrip}
        onScroll={follow(footStrip)}
      >
        <table className="scores__table">
          <GridColumns />
          {foot}
        </table>
      </div>
    </div>
  );
}
