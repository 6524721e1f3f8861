import { amountsOf, inputKey } from './payback-amounts.ts';
import type { PaybackInput } from './payback-inputs.ts';
import { isExact, type Range } from './payback-range.ts';

/** The input that moves the result most. */
export type Mover =
  /** Inputs without an upper end: each of them alone leaves the result open. */
  | { readonly kind: 'unbounded'; readonly inputs: readonly PaybackInput[] }
  /** The widest swing of the balance after `months`, all other inputs in the middle of their ranges. */
  | { readonly kind: 'swing'; readonly input: PaybackInput; readonly months: number; readonly balance: Range }
  /** Everything is exact, so each input was moved by a tenth. */
  | { readonly kind: 'tenth'; readonly input: PaybackInput; readonly months: number; readonly balance: Range };

/** Which input moves the result most; null where nothing moves it. */
export function moverOf(inputs: readonly PaybackInput[], months: number): Mover | null {
  const unbounded = inputs.filter(({ range }) => range.high === Infinity);
  if (unbounded.length > 0) return { kind: 'unbounded', inputs: unbounded };
  const wide = inputs.filter(({ range }) => !isExact(range));
  const kind = wide.length > 0 ? 'swing' : 'tenth';
  const swings = (wide.length > 0 ? wide : inputs).map((input) => {
    const { low, high } = kind === 'swing' ? input.range : { low: input.range.low * 0.9, high: input.range.high * 1.1 };
    const ends = [low, high].map((value) => balanceWith(inputs, input, value, months));
    return { input, balance: { low: Math.min(...ends), high: Math.max(...ends) } };
  });
  const [widest] = swings.toSorted((left, right) => width(right.balance) - width(left.balance));
  return widest && width(widest.balance) > 0 ? { kind, months, ...widest } : null;
}

/** What is left after so many months, with one input at a value and all others in the middle. */
function balanceWith(inputs: readonly PaybackInput[], moved: PaybackInput, value: number, months: number): number {
  const values = new Map(
    inputs.map((input) => [inputKey(input), input === moved ? value : (input.range.low + input.range.high) / 2]),
  );
  const { once, running, saving } = amountsOf(values);
  return months * (saving - running) - once;
}

function width({ low, high }: Range): number {
  return high - low;
}
