import { formatNumber } from './measures.ts';

/** A value between two ends; `Infinity` for no upper end. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export function isExact({ low, high }: Range): boolean {
  return low === high;
}

/** Nothing of anything is nothing, also of something without end. */
export function times(...factors: readonly number[]): number {
  return factors.includes(0) ? 0 : factors.reduce((product, factor) => product * factor, 1);
}

/** A range with its unit, such as `14 to 31 months`, rounded to what a reader needs. */
export function rangeWords({ low, high }: Range, unit: string): string {
  const [from, to] = [low, high].map((value) => formatNumber(rounded(value)));
  if (high === Infinity) return low === 0 ? 'not known' : `${withUnit(from, unit)} or more`;
  return from === to ? withUnit(from, unit) : withUnit(`${from} to ${to}`, unit);
}

function withUnit(text: string | undefined, unit: string): string {
  return `${text ?? ''}${unit.length <= 2 ? '\u00A0' : ' '}${unit}`;
}

/** Three figures, and whole numbers from a hundred: more would claim what no estimate knows. */
function rounded(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const size = Math.abs(value);
  return size >= 1000
    ? Number(value.toPrecision(3))
    : Number(value.toFixed(size >= 100 ? 0 : 1)) || Number(value.toPrecision(2));
}
