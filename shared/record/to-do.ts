import type { WorkItem } from './work-item.ts';

/** The first due first; what has no day comes last, in its own order. */
export function byDay(items: readonly WorkItem[]): readonly WorkItem[] {
  return items.toSorted((left, right) => compare(left.due ?? LAST_DAY, right.due ?? LAST_DAY));
}

const LAST_DAY = '9999-99-99';

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
