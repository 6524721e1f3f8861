import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { optionCell } from './answers.ts';
import type { OptionCriterion } from './criteria.ts';

/** A score that counts, with the weight it counts with. */
export interface WeightedScore {
  readonly criterion: string;
  readonly weight: number;
  readonly score: number;
}

/** What a candidate's scores add up to. Whole numbers only, so that ties are exact. */
export interface Sum<Candidate extends { readonly id: string }> {
  readonly candidate: Candidate;
  readonly scores: readonly WeightedScore[];
  /** Weight × score over the criteria scored, and the sum of their weights. */
  readonly points: number;
  readonly weight: number;
  readonly missing: number;
  readonly missingWeight: number;
}

/** Weight of a criterion, 0 to 5: the review's, or else the template's. */
export function criterionWeight(review: ReviewDocument, criterion: Pick<OptionCriterion, 'id' | 'weight'>): number {
  return partOf(review, 'options').weights[criterion.id] ?? criterion.weight;
}

export function sumUp<Candidate extends { readonly id: string }>(
  review: ReviewDocument,
  criteria: readonly OptionCriterion[],
  candidate: Candidate,
): Sum<Candidate> {
  const counting = criteria.flatMap((criterion) => {
    const weight = criterionWeight(review, criterion);
    const { score } = optionCell(review, criterion.id, candidate.id);
    return weight === 0 ? [] : [{ criterion: criterion.id, weight, score }];
  });
  const scores = counting.flatMap(({ score, ...rest }) => (score === null ? [] : [{ ...rest, score }]));
  const missing = counting.filter(({ score }) => score === null);
  return {
    candidate,
    scores,
    points: total(scores.map(({ weight, score }) => weight * score)),
    weight: total(scores.map(({ weight }) => weight)),
    missing: missing.length,
    missingWeight: total(missing.map(({ weight }) => weight)),
  };
}

/** Higher mean first, compared as fractions. */
export function compareMeans(left: Points, right: Points): number {
  return right.points * left.weight - left.points * right.weight;
}

/** What a mean is taken from: points over weight. */
export type Points = Pick<Sum<{ readonly id: string }>, 'points' | 'weight'>;

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
