import { partMemo } from '#shared/review/part-memo.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { type Amounts, amountsOf, inputKey, type Values, wholeFall } from './payback-amounts.ts';
import {
  type Payback,
  type PaybackInput,
  paybackInputs,
  paybackMeasure,
  referenceReduction,
} from './payback-inputs.ts';
import { type Mover, moverOf } from './payback-mover.ts';
import type { Range } from './payback-range.ts';

/** How the gain that is needed stands to the typical one: `open` where the band reaches across an end. */
export type NeededRelation = 'surely' | 'within' | 'open' | 'beyond' | 'impossible' | 'unknown';

export interface PaybackResult {
  readonly payback: Payback;
  readonly inputs: readonly PaybackInput[];
  readonly once: Range;
  readonly running: Range;
  readonly saving: Range;
  /** Months until what was spent is saved; `Infinity` for never, or for an end that nobody knows. */
  readonly breakEven: Range;
  /** Fall of the replaced part, in percent, with which it pays back within the months asked for. */
  readonly needed: Range | null;
  readonly relation: NeededRelation;
  /** The typical gain as such a fall; null where the sources give none for this component. */
  readonly reference: Range | null;
  /** Fall of the whole, in percent: the share that is replaced times its fall (Amdahl’s law). */
  readonly whole: Range;
  readonly mover: Mover | null;
}

/** Whether and when the move pays back, as far as that is known; null while the review does not work it out. */
export const paybackOf = partMemo((review: ReviewDocument, template: Template): PaybackResult | null => {
  const payback = review.evidence?.payback;
  if (!payback) return null;
  const inputs = paybackInputs(review, template);
  const best = amountsOf(corner(inputs, 'best'));
  const worst = amountsOf(corner(inputs, 'worst'));
  const reference = referenceReduction(paybackMeasure(review, template));
  const within = payback.within;
  const needed = within === null ? null : { low: neededFor(best, within), high: neededFor(worst, within) };
  const [share, fall] = ['hot-share', 'reduction'].map((id) => rangeOf(inputs, id));
  return {
    payback,
    inputs,
    once: { low: best.once, high: worst.once },
    running: { low: best.running, high: worst.running },
    saving: { low: worst.saving, high: best.saving },
    breakEven: { low: breakEvenOf(best), high: breakEvenOf(worst) },
    needed,
    relation: needed ? relationOf(needed, reference) : 'unknown',
    reference,
    whole: { low: wholeFall(share?.low, fall?.low), high: wholeFall(share?.high, fall?.high) },
    mover: moverOf(
      inputs.filter(({ group }) => group !== 'load'),
      within ?? DEFAULT_MONTHS,
    ),
  };
});

const DEFAULT_MONTHS = 24;

/** Break-even grows with every cost and falls with every benefit, so two corners hold all of it. */
function corner(inputs: readonly PaybackInput[], which: 'best' | 'worst'): Values {
  return new Map(
    inputs.map((input) => {
      const isLow = (input.group === 'benefit') === (which === 'worst');
      return [inputKey(input), isLow ? input.range.low : input.range.high];
    }),
  );
}

/** Months until the saving has paid what was spent; never where a month costs what it saves, or more. */
function breakEvenOf({ once, running, saving }: Amounts): number {
  if (running === Infinity || saving <= running) return Infinity;
  return saving === Infinity ? 0 : once / (saving - running);
}

/** The fall of the replaced part, in percent, that pays everything back within so many months. */
function neededFor({ once, running, bill }: Amounts, months: number): number {
  const monthly = once / months + running;
  if (monthly === 0) return 0;
  if (bill === 0 || monthly === Infinity) return Infinity;
  return bill === Infinity ? 0 : (monthly / bill) * 100;
}

function relationOf(needed: Range, reference: Range | null): NeededRelation {
  if (needed.low > 100) return 'impossible';
  if (!reference) return 'unknown';
  if (needed.low > reference.high) return 'beyond';
  if (needed.high <= reference.low) return 'surely';
  return needed.high <= reference.high ? 'within' : 'open';
}

function rangeOf(inputs: readonly PaybackInput[], id: string): Range | undefined {
  return inputs.find((input) => input.id === id && !input.isStage)?.range;
}
