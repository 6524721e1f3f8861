/**
 * How far apart the answers to one judgement lie.
 *
 * Answers without an order (yes, no, not sure; a kind of project; a decision), “not sure” being an answer like any other:
 * - `agreed`: all the same.
 * - `leaning`: at least two thirds the same.
 * - `polarised`: two answers with at least two fifths of the votes each.
 * - `split`: anything else.
 *
 * Answers on a scale from 1 to 5:
 * - `agreed`: all within one step.
 * - `polarised`: a gap of two steps or more between neighbouring answers that leaves two fifths of the votes on either side.
 * - `leaning`: at least two thirds within one step of the median.
 * - `split`: anything else.
 *
 * Two thirds and two fifths are house rules: with six people, four against two is leaning and three against three is polarised.
 */
export type Spread = 'agreed' | 'leaning' | 'split' | 'polarised';

const LEANING = 2 / 3;
const CAMP = 2 / 5;
/** Steps from one answer to the next that part two camps. */
const GAP = 2;

/** From the narrowest to the widest. */
const ORDER: readonly Spread[] = ['agreed', 'leaning', 'split', 'polarised'];

/** The spread of the answers, one for each vote; null when there is none. */
export function spreadOf(answers: readonly string[], isScale: boolean): Spread | null {
  if (answers.length === 0) return null;
  return isScale ? scaleSpread(answers.map(Number).toSorted((left, right) => left - right)) : choiceSpread(answers);
}

function choiceSpread(answers: readonly string[]): Spread {
  const sizes = [...new Set(answers)]
    .map((answer) => answers.filter((other) => other === answer).length / answers.length)
    .toSorted((left, right) => right - left);
  const [first = 0, second = 0] = sizes;
  if (second === 0) return 'agreed';
  if (isAtLeast(first, LEANING)) return 'leaning';
  return isAtLeast(second, CAMP) ? 'polarised' : 'split';
}

function scaleSpread(steps: readonly number[]): Spread {
  const lowest = steps[0] ?? 0;
  const highest = steps.at(-1) ?? 0;
  if (highest - lowest <= 1) return 'agreed';
  const isPolarised = steps.some((step, index) => {
    const below = index / steps.length;
    return step - (steps[index - 1] ?? step) >= GAP && isAtLeast(below, CAMP) && isAtLeast(1 - below, CAMP);
  });
  if (isPolarised) return 'polarised';
  const middle = median(steps);
  const near = steps.filter((step) => Math.abs(step - middle) <= 1).length / steps.length;
  return isAtLeast(near, LEANING) ? 'leaning' : 'split';
}

/** The middle of answers in their order, halfway between the two in the middle where their number is even. */
export function median(steps: readonly number[]): number {
  const half = steps.length / 2;
  return ((steps[Math.ceil(half) - 1] ?? 0) + (steps[Math.floor(half)] ?? 0)) / 2;
}

/** Thirds and fifths are not exact in binary fractions. */
function isAtLeast(share: number, wanted: number): boolean {
  return share >= wanted - 1e-9;
}

/** The widest of several spreads; null without any. */
export function widest(spreads: readonly (Spread | null)[]): Spread | null {
  return ORDER.findLast((spread) => spreads.includes(spread)) ?? null;
}

/** Whether there is something to talk about. */
export function isApart(spread: Spread | null): boolean {
  return spread === 'split' || spread === 'polarised';
}
