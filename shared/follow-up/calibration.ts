import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { closedAs } from '#shared/kinds/sign-off/closing.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { standings } from './with-follow-up.ts';

/** One chance that was given, and what came. */
export const answeredSchema = z.strictObject({
  /** In percent. */
  chance: z.int().min(0).max(100),
  happened: z.boolean(),
});

export type Answered = DeepReadonly<z.output<typeof answeredSchema>>;

/** Fewer answers than these say nothing of anybody's judgement. */
export const LEAST_ANSWERS = 10;

/** The chances of a closed review whose statements were answered; what cannot be told says nothing. */
export function answeredOf(review: ReviewDocument, template: Template, contentSha256: string): readonly Answered[] {
  const { predictions } = review;
  if (!predictions || closedAs(review, template, contentSha256) === null) return [];
  const now = standings(review);
  return predictions.given.flatMap(({ chances }) =>
    predictions.statements.flatMap(({ id }) => {
      const chance = chances[id];
      const state = now.get(`prediction/${id}`)?.state;
      if (chance === undefined || (state !== 'happened' && state !== 'did-not-happen')) return [];
      return [{ chance, happened: state === 'happened' }];
    }),
  );
}

/** Chances of a range, and how often they came true. */
export interface CalibrationBand {
  /** The chances that belong to it, both ends included, in percent. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean of the chances that were given, in percent. */
  readonly given: number;
  /** How many of them came true, in percent. */
  readonly came: number;
}

export interface Calibration {
  readonly n: number;
  /** Mean squared difference between chance and outcome: 0 is perfect, 0.25 what always saying 50 % gives (Brier 1950). */
  readonly brier: number;
  /** Those that have any. */
  readonly bands: readonly CalibrationBand[];
}

const BANDS = [
  [0, 20],
  [21, 40],
  [41, 60],
  [61, 80],
  [81, 100],
] as const;

/** How chances stand to what came; null while there are too few to say anything. */
export function calibrationOf(answered: readonly Answered[]): Calibration | null {
  const n = answered.length;
  if (n < LEAST_ANSWERS) return null;
  const squares = answered.map(({ chance, happened }) => (chance / 100 - Number(happened)) ** 2);
  const bands = BANDS.flatMap(([from, to]): readonly CalibrationBand[] => {
    const within = answered.filter(({ chance }) => chance >= from && chance <= to);
    if (within.length === 0) return [];
    const given = mean(within.map(({ chance }) => chance));
    return [{ from, to, n: within.length, given, came: 100 * mean(within.map(({ happened }) => Number(happened))) }];
  });
  return { n, brier: mean(squares), bands };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
