import { formatNumber } from '#shared/kinds/evidence/measures.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import type { Assessment } from './answers.ts';
import { byExposure, type ExposureTime, type ReviewRisk, risksOf } from './risks.ts';

/** Likelihood and impact of a risk, 1 to 5 each. */
export interface Rating {
  readonly likelihood: number;
  readonly impact: number;
}

/** Expected loss between two ends, in the unit of impact; `Infinity` for no upper end. */
export interface ExposureInterval {
  readonly low: number;
  readonly high: number;
}

/** What the steps of both scales mean, where likelihood and impact have ranges both. */
export interface ExposureScale {
  readonly unit: string;
  readonly likelihood: SectionOf<'risks'>['likelihoodRanges'];
  readonly impact: NonNullable<ReviewDocument['risks']['impact']>['steps'];
}

/** The places that a risk can have in the order of exposure: one only where all others can be told apart from it. */
export interface ExposurePlace {
  readonly from: number;
  readonly to: number;
}

/** The rating before or after the response; "after" falls back to "before" until the team rated it. */
export function ratingAt(assessment: Assessment, time: ExposureTime): Rating | null {
  const { likelihood, impact, residualLikelihood, residualImpact, response } = assessment;
  if (time === 'after' && response !== 'accept' && residualLikelihood !== null && residualImpact !== null) {
    return { likelihood: residualLikelihood, impact: residualImpact };
  }
  return likelihood === null || impact === null ? null : { likelihood, impact };
}

/** The scale that the team put its impact on; null while exposure is only put in order. */
export function exposureScale({ risks }: ReviewDocument, template: Template): ExposureScale | null {
  const likelihood = sectionOf(template, 'risks')?.likelihoodRanges;
  return likelihood && risks.impact ? { likelihood, unit: risks.impact.unit, impact: risks.impact.steps } : null;
}

/** Likelihood times impact of one rating, end by end; null where the scale has no such step. */
export function exposureInterval(scale: ExposureScale, { likelihood, impact }: Rating): ExposureInterval | null {
  const [chance, loss] = [scale.likelihood?.[likelihood - 1], scale.impact[impact - 1]];
  if (!chance || !loss) return null;
  const [most, worst] = [chance.to ?? 100, loss.to ?? Infinity];
  return { low: (chance.from / 100) * loss.from, high: most === 0 ? 0 : (most / 100) * worst };
}

/**
 * Whether one exposure surely is above the other. On a scale, its lower end is beyond the other's upper end;
 * without one, it is rated at least as high in both ways and higher in one. A product of two steps would claim more.
 */
function isAbove(scale: ExposureScale | null, left: Rating, right: Rating): boolean {
  if (!scale) {
    const atLeast = left.likelihood >= right.likelihood && left.impact >= right.impact;
    return atLeast && (left.likelihood > right.likelihood || left.impact > right.impact);
  }
  const [upper, lower] = [exposureInterval(scale, left), exposureInterval(scale, right)];
  return upper !== null && lower !== null && upper.low >= lower.high && upper.high > lower.low;
}

/** Places of all rated risks that apply, by the id of the risk. */
export function exposurePlaces(
  review: ReviewDocument,
  template: Template,
  time: ExposureTime,
): ReadonlyMap<string, ExposurePlace> {
  const scale = exposureScale(review, template);
  const rated = byExposure(risksOf(review, template), time).flatMap(({ id, assessment }) => {
    const rating = ratingAt(assessment, time);
    return rating ? [{ id, rating }] : [];
  });
  return new Map(
    rated.map(({ id, rating }) => {
      const above = rated.filter((other) => isAbove(scale, other.rating, rating)).length;
      const below = rated.filter((other) => isAbove(scale, rating, other.rating)).length;
      return [id, { from: above + 1, to: rated.length - below }];
    }),
  );
}

/** A place such as `2` or `2–5`. */
export function placeText({ from, to }: ExposurePlace): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** Which risks cannot be told apart in first place, and what the places mean; empty for fewer than two. */
export function tiesText(risks: readonly ReviewRisk[], places: ReadonlyMap<string, ExposurePlace>): string {
  if (places.size < 2) return '';
  const first = risks.filter(({ id }) => places.get(id)?.from === 1).map(({ name }) => `“${name}”`);
  const told = [...places.values()].every(({ from, to }) => from === to);
  if (told) return 'By their ratings, all risks can be told apart.';
  const top = first.length > 1 ? ` Each of these can be the highest: ${listed(first)}.` : '';
  return `Risks whose places overlap cannot be told apart by their ratings.${top}`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** An exposure on the scale, such as `0.4 to 6 working days`. */
export function intervalText({ low, high }: ExposureInterval, unit: string): string {
  const [from, to] = [low, high].map((value) => formatNumber(Number(value.toPrecision(2))));
  const range = high === Infinity ? `${from} or more` : from === to ? from : `${from} to ${to}`;
  return `${range} ${unit.trim()}`.trim();
}

/** A step of a scale, such as `5 to 35 %`. */
export function stepText({ from, to }: { readonly from: number; readonly to: number | null }, unit: string): string {
  const range = to === null ? `${formatNumber(from)} or more` : `${formatNumber(from)} to ${formatNumber(to)}`;
  return `${range}${unit === '%' ? '\u00A0' : ' '}${unit.trim()}`.trim();
}
