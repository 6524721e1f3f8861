import { choose, type Merging, type Place } from './merging.ts';
import { fieldOf, same } from './versions.ts';

/** The rows of a merged list, and the lists that they come from, by id. */
interface Lists {
  readonly rows: ReadonlyMap<string, unknown>;
  readonly a: ReadonlyMap<string, unknown>;
  readonly b: ReadonlyMap<string, unknown>;
  readonly bases: readonly ReadonlyMap<string, unknown>[];
}

type Ids = readonly string[];

/**
 * The order of a merged list. Rows that both versions have stand as the version has them that moved some; one that only one
 * version has stands behind the row that it stood behind there. The order of two new rows in the same spot does not
 * depend on which version is which: it is that of their time, else that of their ids.
 */
export function orderOf(merging: Merging, place: Place, moment: string | null, lists: Lists): Ids {
  const { rows, a, b } = lists;
  const isCommon = (id: string) => rows.has(id) && a.has(id) && b.has(id);
  const common = orderOfCommon(merging, place, lists, isCommon);
  const newIn = (list: ReadonlyMap<string, unknown>) => behindCommon(list, rows, isCommon);
  const [ofA, ofB] = [newIn(a), newIn(b)];
  const spots = [null, ...common];
  return spots.flatMap((spot) => [
    ...(spot === null ? [] : [spot]),
    ...joined(ofA.get(spot) ?? [], ofB.get(spot) ?? [], (id) =>
      moment === null ? null : fieldOf(moment)(rows.get(id)),
    ),
  ]);
}

function orderOfCommon(merging: Merging, place: Place, { a, b, bases }: Lists, isCommon: (id: string) => boolean): Ids {
  const [ofA, ofB] = [[...a.keys()].filter(isCommon), [...b.keys()].filter(isCommon)];
  if (same(ofA, ofB)) return ofA;
  const isAsBefore = (ids: Ids) =>
    bases.length > 0 &&
    bases.every((base) =>
      same(
        ids.filter((id) => base.has(id)),
        [...base.keys()].filter(isCommon),
      ),
    );
  const [asBeforeA, asBeforeB] = [isAsBefore(ofA), isAsBefore(ofB)];
  if (asBeforeA !== asBeforeB) return asBeforeA ? ofB : ofA;
  const orders = { bases: bases.map((base) => [...base.keys()].filter(isCommon)), a: ofA, b: ofB };
  return choose(merging, place, 'order', orders, 'a') as Ids;
}

/** The rows that only this list has, by the row of both that they stand behind; null for the beginning. */
function behindCommon(
  list: ReadonlyMap<string, unknown>,
  rows: ReadonlyMap<string, unknown>,
  isCommon: (id: string) => boolean,
): ReadonlyMap<string | null, Ids> {
  const behind = new Map<string | null, string[]>();
  let spot: string | null = null;
  for (const id of list.keys()) {
    if (isCommon(id)) spot = id;
    else if (rows.has(id)) behind.set(spot, [...(behind.get(spot) ?? []), id]);
  }
  return behind;
}

/** The new rows of both versions in one spot: by time where they have one, else those of one version together. */
function joined(ofA: Ids, ofB: Ids, momentOf: (id: string) => unknown): Ids {
  if (ofA.length === 0 || ofB.length === 0) return [...ofA, ...ofB];
  const all = String(ofA[0]) < String(ofB[0]) ? [...ofA, ...ofB] : [...ofB, ...ofA];
  return all.toSorted((left, right) => {
    const [first, second] = [String(momentOf(left)), String(momentOf(right))];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}
