import type { CSSProperties } from 'react';
import type { BlockOf } from '#shared/record/model.ts';
import './record-bars.css';

/** Custom properties that place a bar on the scale, both from 0 to 1. */
interface Span extends CSSProperties {
  readonly '--from': number;
  readonly '--length': number;
}

/** The values of a measure on one scale, before the band of the typical gain. */
export function RecordBars({ bars }: { readonly bars: BlockOf<'bars'>['bars'] }) {
  const { range } = bars;
  return (
    <figure className="record-scale">
      <ul>
        {bars.bars.map(({ kind, label, text, position }) => (
          <li key={kind}>
            <span className="record-scale__label">{label}</span>
            <span className="record-scale__track" aria-hidden="true">
              {range && <span className="record-scale__band" style={spanOf(range.from, range.to)} />}
              <span className={`record-scale__bar record-scale__bar--${kind}`} style={spanOf(bars.zero, position)} />
            </span>
            <span className="record-scale__text">{text}</span>
          </li>
        ))}
      </ul>
      {range && <figcaption>Tinted: where the typical gain leads, {range.text}</figcaption>}
    </figure>
  );
}

/** Spans of time on one scale. */
export function RecordTimeline({ spans }: { readonly spans: BlockOf<'timeline'>['spans'] }) {
  return (
    <figure className="record-scale">
      <ul>
        {spans.map(({ id, label, text, from, to }) => (
          <li key={id}>
            <span className="record-scale__label">{label}</span>
            <span className="record-scale__track" aria-hidden="true">
              <span className="record-scale__bar" style={spanOf(from, to)} />
            </span>
            <span className="record-scale__text">{text}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function spanOf(from: number, to: number): Span {
  return { '--from': Math.min(from, to), '--length': Math.abs(to - from) };
}
