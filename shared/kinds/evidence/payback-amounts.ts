import type { PaybackInput } from './payback-inputs.ts';
import { times } from './payback-range.ts';

/** Days and hours of a person-week, and weeks of a month: the units that everything is converted by. */
export const DAYS_PER_WEEK = 5;
export const HOURS_PER_WEEK = 40;
const WEEKS_PER_MONTH = 52 / 12;

/** One value for every input, by its key; stages under `stage/` and their id. */
export type Values = ReadonlyMap<string, number>;

/** What one set of values comes to. Money is in the currency of the calculation. */
export interface Amounts {
  /** Spent once. */
  readonly once: number;
  /** Spent and saved in every month. */
  readonly running: number;
  readonly saving: number;
  /** What the replaced part costs today, in every month: the saving if all of it went away. */
  readonly bill: number;
}

/** Cost and benefit for one value of every input. */
export function amountsOf(values: Values): Amounts {
  const of = (id: string) => values.get(id) ?? 0;
  const stages = [...values].filter(([key]) => key.startsWith('stage/')).map(([, weeks]) => weeks);
  const dip = times(of('people'), of('dip-percent') / 100, of('dip-months'), WEEKS_PER_MONTH);
  const weeks = [...stages, of('audit-days') / DAYS_PER_WEEK, of('training-hours') / HOURS_PER_WEEK, dip];
  const bill = times(of('baseline'), of('hot-share') / 100, of('unit-price'), of('instances'));
  return {
    once: times(
      weeks.reduce((sum, value) => sum + value, 0),
      of('week-price'),
    ),
    running: times(of('second-stack') / DAYS_PER_WEEK, of('week-price')),
    saving: times(bill, of('reduction') / 100),
    bill,
  };
}

/**
 * What is saved of the whole, in percent, when a part of it falls: Amdahl’s law for the work that is
 * left. A share of 30 % that is halved saves 15 %.
 */
export function wholeFall(sharePercent = 0, fallPercent = 0): number {
  return (sharePercent * fallPercent) / 100;
}

/** How many times as much the same machines do when their work falls by so many percent (Amdahl’s law). */
export function speedUp(fallPercent: number): number {
  return 100 / (100 - fallPercent);
}

/** Key of an input among the values. */
export function inputKey({ id, isStage }: Pick<PaybackInput, 'id' | 'isStage'>): string {
  return isStage ? `stage/${id}` : id;
}
