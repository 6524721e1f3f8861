import { isBlank } from '#shared/base/limits.ts';
import { holdsToday } from '#shared/review/holds-today.ts';
import { oncePerReview } from '#shared/review/once-per-review.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { type Measure, measureOf } from './answers.ts';

export type MeasureRange = NonNullable<SectionOf<'evidence'>['measures'][number]['range']>;

/** A measure of a review, from the template or added by the team, with what was entered. */
export interface ReviewMeasure {
  readonly id: string;
  readonly name: string;
  /** Empty for the team's own. */
  readonly help: string;
  readonly sources: readonly string[];
  /** Unit of the numbers: the review's, or else the template's. */
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly range: MeasureRange | null;
  readonly rangeText: string;
  readonly isOwn: boolean;
  /** Whether the review uses it; what the team added counts always. */
  readonly tracked: boolean;
  readonly entry: Measure;
}

/** All measures: those of the template in its order, then the team's own. */
export const measuresOf = oncePerReview((review: ReviewDocument, template: Template): readonly ReviewMeasure[] => {
  const section = sectionOf(template, 'evidence');
  if (!section) return [];
  const listed = section.measures.map((measure): ReviewMeasure => {
    const entry = measureOf(review, measure.id);
    const unit = isBlank(entry.unit) ? measure.unit : entry.unit;
    // A gain that is known from one language says nothing about another.
    const typical = holdsToday(review, measure.holdsFor) ? {} : { range: null, rangeText: '' };
    return { ...measure, ...typical, unit, isOwn: false, tracked: entry.tracked, entry };
  });
  const own = partOf(review, 'evidence').own.map(({ id, name, better }): ReviewMeasure => {
    const entry = measureOf(review, id);
    return {
      id,
      name: isBlank(name) ? 'Unnamed measure' : name,
      help: '',
      sources: [],
      unit: entry.unit,
      better,
      range: null,
      rangeText: '',
      isOwn: true,
      tracked: true,
      entry,
    };
  });
  return [...listed, ...own];
});

/** The measures that the review uses. */
export function trackedMeasures(review: ReviewDocument, template: Template): readonly ReviewMeasure[] {
  return measuresOf(review, template).filter((measure) => measure.tracked);
}

/** Used measures that nobody has taken a baseline of, so that a gain cannot be shown. */
export function measuresWithoutBaseline(review: ReviewDocument, template: Template): readonly ReviewMeasure[] {
  return trackedMeasures(review, template).filter((measure) => measure.entry.baseline === null);
}

/** Whether at least one used measure has a baseline. */
export function isMeasured(review: ReviewDocument, template: Template): boolean {
  return trackedMeasures(review, template).some((measure) => measure.entry.baseline !== null);
}

/** A value with its unit, such as `1,250 ms`; the number reads the same on every machine. */
export function quantity(value: number, unit: string): string {
  return [formatNumber(value), unit.trim()].filter(Boolean).join(unit.trim() === '%' ? '\u00A0' : ' ');
}

/** A number with at most three decimals and a comma between thousands; very large and small ones as powers of ten. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 0.001)) return value.toExponential(2).replace('-', '−');
  const [whole = '', decimals = ''] = size.toFixed(3).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = decimals.replace(/0+$/, '');
  return `${value < 0 ? '−' : ''}${grouped}${rest === '' ? '' : `.${rest}`}`;
}
