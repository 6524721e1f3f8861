import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { formatNumber, type MeasureRange, quantity, type ReviewMeasure, trackedMeasures } from './measures.ts';

/** A value against the baseline. */
export interface Change {
  /** Percent of the baseline: −40 for a fall of 40 %. */
  readonly percent: number;
  /** Multiple of the baseline: 1.5 for one and a half times. */
  readonly factor: number;
}

/**
 * How a value stands to the typical gain: `wrong-way` is a loss, whatever the range; `unknown` when
 * there is no range, no baseline or no value.
 */
export type RangeRelation = 'inside' | 'beyond' | 'short' | 'wrong-way' | 'unknown';

export interface GainValue {
  readonly value: number;
  /** Null when the baseline gives no measure to compare by: missing, zero or negative. */
  readonly change: Change | null;
  readonly relation: RangeRelation;
}

/** Target and measured value of one measure against its baseline and the typical gain (source `go-to-rust`). */
export interface Gain {
  readonly measure: ReviewMeasure;
  readonly target: GainValue | null;
  readonly measured: GainValue | null;
  /** Whether the measured value is at least as good as the target; null while either is missing. */
  readonly targetMet: boolean | null;
  /** What there is to say, for the room and the record. */
  readonly sentences: readonly string[];
}

/** Gains of all measures that the review uses. */
export function gainsOf(review: ReviewDocument, template: Template): readonly Gain[] {
  return trackedMeasures(review, template).map(gainOf);
}

export function gainOf(measure: ReviewMeasure): Gain {
  const { baseline, target, measured } = measure.entry;
  const of = (value: number | null): GainValue | null =>
    value === null ? null : { value, change: changeOf(baseline, value), relation: relationOf(measure, value) };
  const targetMet = target === null || measured === null ? null : direction(measure) * (measured - target) >= 0;
  const gain = { measure, target: of(target), measured: of(measured), targetMet };
  return { ...gain, sentences: sentencesOf(gain) };
}

/** Change against the baseline; null unless the baseline is above zero and the result a finite number. */
export function changeOf(baseline: number | null, value: number): Change | null {
  if (baseline === null || baseline <= 0) return null;
  const factor = round(value / baseline);
  const percent = round(((value - baseline) / baseline) * 100);
  return Number.isFinite(factor) && Number.isFinite(percent) ? { percent, factor } : null;
}

/** Where a value of the measure stands to its typical gain. */
function relationOf(measure: ReviewMeasure, value: number): RangeRelation {
  const { baseline } = measure.entry;
  if (baseline !== null && direction(measure) * (value - baseline) < 0) return 'wrong-way';
  const change = changeOf(baseline, value);
  if (!measure.range || !change) return 'unknown';
  const sign = direction(measure);
  const gained = sign * (measure.range.basis === 'percent' ? change.percent : change.factor);
  if (gained < sign * measure.range.from) return 'short';
  return gained > sign * measure.range.to ? 'beyond' : 'inside';
}

/** A change in words, such as `−40 %` or `1.5 ×`, in the terms of the range where there is one. */
function changeText(change: Change, basis: MeasureRange['basis'] = 'percent'): string {
  if (basis === 'factor') return `${formatNumber(Number(change.factor.toFixed(2)))}\u00A0×`;
  return percentText(Number(change.percent.toFixed(1)));
}

/** The typical gain in words: the template's own, or else its figures; empty for none. */
export function rangeText({ range, rangeText: words }: ReviewMeasure): string {
  if (words !== '' || !range) return words;
  return range.basis === 'percent'
    ? `${percentText(range.from)} to ${percentText(range.to)}`
    : `${formatNumber(range.from)} to ${formatNumber(range.to)}\u00A0×`;
}

/** +1 when more is better, −1 when less is. */
function direction({ better }: ReviewMeasure): 1 | -1 {
  return better === 'higher' ? 1 : -1;
}

function percentText(percent: number): string {
  return `${percent > 0 ? '+' : ''}${formatNumber(percent)}\u00A0%`;
}

/** Takes the noise off binary fractions, so that a target at the edge of the range lies inside. */
function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

function sentencesOf({ measure, target, measured, targetMet }: Omit<Gain, 'sentences'>): readonly string[] {
  const sentences = [
    ...(measure.entry.baseline === null ? ['No baseline: a gain cannot be shown without one.'] : []),
    ...(target ? [`Target: ${valueText(measure, target)}.`] : []),
    ...(measured ? [`Measured: ${valueText(measure, measured)}.`] : []),
  ];
  if (targetMet !== null) sentences.push(targetMet ? 'The target is met.' : 'The target is not met.');
  return sentences;
}

/** A value with its change and how it stands to the typical gain, such as `15 ms (−40 %), within the …`. */
export function valueText(measure: ReviewMeasure, { value, change, relation }: GainValue): string {
  return `${amountText(measure, { value, change })}${relationText(measure, relation)}`;
}

/** A value with its change, such as `15 ms (−40 %)`. */
export function amountText(measure: ReviewMeasure, { value, change }: Pick<GainValue, 'value' | 'change'>): string {
  const amount = change ? ` (${changeText(change, measure.range?.basis)})` : '';
  return `${quantity(value, measure.unit)}${amount}`;
}

function relationText(measure: ReviewMeasure, relation: RangeRelation): string {
  const typical = `the typical gain of ${rangeText(measure)}`;
  switch (relation) {
    case 'inside':
      return `, within ${typical}`;
    case 'beyond':
      return `, more than ${typical}`;
    case 'short':
      return `, less than ${typical}`;
    case 'wrong-way':
      return ', worse than the baseline';
    case 'unknown':
      return '';
  }
}
