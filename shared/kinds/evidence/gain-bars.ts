import { quantity, type ReviewMeasure } from './measures.ts';

export interface GainBar {
  readonly kind: 'baseline' | 'target' | 'measured';
  readonly label: string;
  readonly value: number;
  /** The value with its unit. */
  readonly text: string;
  /** End of the bar, 0 to 1; it begins at `GainBars.zero`. */
  readonly position: number;
}

/** A picture of a measure: bars on one scale, and the band that the typical gain would reach. */
export interface GainBars {
  readonly bars: readonly GainBar[];
  /** Place of the value 0 on the scale, 0 to 1. */
  readonly zero: number;
  /** The band, `from` left of `to`, with its ends in words; null without a range or a baseline. */
  readonly range: { readonly from: number; readonly to: number; readonly text: string } | null;
}

const LABELS = { baseline: 'Baseline', target: 'Target', measured: 'Measured' } as const;

/** The bar picture of a measure, for screen and PDF alike; null while it has no number. */
export function gainBars(measure: ReviewMeasure): GainBars | null {
  const kinds = ['baseline', 'target', 'measured'] as const;
  const given = kinds.flatMap((kind) => {
    const value = measure.entry[kind];
    return value === null ? [] : [{ kind, value }];
  });
  if (given.length === 0) return null;
  const ends = rangeEnds(measure);
  const scale = scaleOf([...given.map((bar) => bar.value), ...ends]);
  const [low, high] = ends;
  return {
    bars: given.map(({ kind, value }) => ({
      kind,
      label: LABELS[kind],
      value,
      text: quantity(value, measure.unit),
      position: scale(value),
    })),
    zero: scale(0),
    range:
      low === undefined || high === undefined
        ? null
        : {
            from: scale(low),
            to: scale(high),
            text: `${quantity(low, measure.unit)} to ${quantity(high, measure.unit)}`,
          },
  };
}

/** The values that the typical gain leads to from the baseline, smaller one first; empty when unknown. */
function rangeEnds({ entry: { baseline }, range }: ReviewMeasure): readonly number[] {
  if (baseline === null || baseline <= 0 || !range) return [];
  const ends = [range.from, range.to].map((end) => baseline * (range.basis === 'percent' ? 1 + end / 100 : end));
  return ends.every(Number.isFinite) ? ends.toSorted((left, right) => left - right) : [];
}

/** Maps values to 0–1 on a scale that includes zero. Halved first, so that opposite extremes don't overflow. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const low = Math.min(0, ...values) / 2;
  const span = Math.max(0, ...values) / 2 - low;
  return (value) => (span === 0 ? 0 : Math.min(1, Math.max(0, (value / 2 - low) / span)));
}
