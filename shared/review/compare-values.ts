import { canonicalJson } from '#shared/base/canonical-json.ts';
import { kindList, rulesOf } from '#shared/kinds/index.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import type { ChangeKind } from '#shared/template/diff.ts';
import { find, isNode, isRow, type Node, nameOf, type Row, sentence, words } from './revision-names.ts';
import { stringText } from './revision-values.ts';

/** One thing that reads differently in two states of a review, ready to show. */
export interface ReviewChange {
  /** The way to it within its section, in words and names, outermost first. */
  readonly where: readonly string[];
  readonly change: ChangeKind;
  readonly before: string;
  readonly after: string;
}

/** Where a comparison stands. */
export interface Place {
  readonly where: readonly string[];
  /** Where names of ids are looked up, nearest first. */
  readonly scopes: readonly unknown[];
  /** For how many levels the keys of objects are ids of items. */
  readonly keyed: number;
}

/** Levels of ids below a key. */
const NAMED_MAPS: Readonly<Record<string, number>> = Object.assign(
  {},
  ...kindList.map((kind) => rulesOf(kind).namedMaps),
);
/** The same for keys that only hold entries together and say nothing to a reader. */
const ITEM_MAPS: ReadonlySet<string> = new Set(kindList.flatMap((kind) => rulesOf(kind).itemMaps));
/** Answers of which “no” is one, and nothing is another. */
const THREE_WAY = new Set('applicable made protectedTime'.split(' '));

/** Where one begins. */
export const TOP: Place = { where: [], scopes: [], keyed: 0 };

/** What reads differently in two values that stand at the same place, in whose object they stand under `key`. */
export function compareValues(before: unknown, after: unknown, key: string, place: Place): readonly ReviewChange[] {
  if (same(before, after)) return [];
  if (areRows(before, after)) return compareRows(rowsOf(before), rowsOf(after), place);
  const nodes = asNodes(before, after);
  if (nodes) return compareNodes(...nodes, place);
  const [left, right] = [textOf(before, key, place), textOf(after, key, place)];
  if (left === right || (!THREE_WAY.has(key) && isUntouched(before, after))) return [];
  return [{ where: place.where, change: changeOf(left, right), before: left, after: right }];
}

/** The same for two objects, field by field. */
export function compareNodes(before: Node, after: Node, place: Place): readonly ReviewChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'id');
  return keys.flatMap((key) => compareValues(before[key], after[key], key, inside(place, key)));
}

/** One level deeper: below the id of an item, or below a field. */
export function inside(place: Place, key: string): Place {
  if (place.keyed === 0) {
    const isSilent = holdsItems(key);
    const label = place.where.length === 0 ? sentence(words(key)) : words(key);
    const where = isSilent ? place.where : [...place.where, label];
    return { where, scopes: place.scopes, keyed: levelsOfIds(key) };
  }
  const item = find(place.scopes, key);
  return {
    where: [...place.where, (item && nameOf(item)) || key],
    scopes: item ? [item, ...place.scopes] : place.scopes,
    keyed: place.keyed - 1,
  };
}

/** For how many levels the keys below a field are ids of items. */
export function levelsOfIds(key: string): number {
  return NAMED_MAPS[key] ?? (holdsItems(key) ? 1 : 0);
}

/** Whether a field only holds items together, and says nothing to a reader. */
export function holdsItems(key: string): boolean {
  return ITEM_MAPS.has(key);
}

function changeOf(before: string, after: string): ChangeKind {
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

/** The same for two lists whose rows belong together by their id. */
export function compareRows(before: readonly Row[], after: readonly Row[], place: Place): readonly ReviewChange[] {
  const at = (row: Row, rows: readonly Row[]): Place => atRow(place, row, rows);
  const kept = after.flatMap((row): readonly ReviewChange[] => {
    const earlier = before.find(({ id }) => id === row.id);
    if (earlier) return compareNodes(earlier, row, at(row, after));
    return [{ where: at(row, after).where, change: 'added', before: '', after: rowText(row, place) }];
  });
  const gone = before
    .filter(({ id }) => !after.some((row) => row.id === id))
    .map(
      (row): ReviewChange => ({
        where: at(row, before).where,
        change: 'removed',
        before: rowText(row, place),
        after: '',
      }),
    );
  const common = (rows: readonly Row[], others: readonly Row[]) =>
    rows.filter(({ id }) => others.some((other) => other.id === id));
  const [left, right] = [common(before, after), common(after, before)];
  if (
    same(
      left.map(({ id }) => id),
      right.map(({ id }) => id),
    )
  )
    return [...kept, ...gone];
  const names = (rows: readonly Row[]) => rows.map(nameOf).join(', ');
  const moved = {
    where: [...place.where, 'order'],
    change: 'changed',
    before: names(left),
    after: names(right),
  } as const;
  return [...kept, ...gone, moved];
}

/** The place of a row of a list. */
export function atRow(place: Place, row: Row, rows: readonly unknown[]): Place {
  return {
    where: [...place.where, nameOf(row) || `No. ${rows.indexOf(row) + 1}`],
    scopes: [row, ...place.scopes],
    keyed: 0,
  };
}

/** Everything a row says, led by what it is called. */
function rowText(row: Row, place: Place): string {
  return Object.entries(row)
    .flatMap(([key, value]) => {
      if (key === 'id' || key === 'kind' || value === false) return [];
      const text = textOf(value, key, place);
      return text === '' ? [] : [['name', 'text', 'title'].includes(key) ? text : `${words(key)}: ${text}`];
    })
    .join('; ');
}

/** A value as a reader would write it; empty for nothing. */
export function textOf(value: unknown, key: string, place: Place): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? ANSWER_WORDS.yes : ANSWER_WORDS.no;
  if (typeof value === 'string') return stringText(value, key, place.scopes);
  if (Array.isArray(value)) {
    return value.map((entry) => (isRow(entry) ? rowText(entry, place) : textOf(entry, key, place))).join(', ');
  }
  if (!isNode(value)) return String(value);
  return Object.entries(value)
    .map(([inner, entry]) => [words(inner), textOf(entry, inner, place)] as const)
    .flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`]))
    .join(', ');
}

/** Something never touched and something switched off read the same. */
function isUntouched(before: unknown, after: unknown): boolean {
  return (before === undefined && after === false) || (before === false && after === undefined);
}

function areRows(left: unknown, right: unknown): boolean {
  const both = [left ?? [], right ?? []];
  const filled = both.filter((value) => Array.isArray(value) && value.length > 0);
  return both.every((value) => Array.isArray(value) && value.every(isRow)) && filled.length > 0;
}

function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** Two values as objects, a missing one as an empty one; null where they are none. */
function asNodes(before: unknown, after: unknown): readonly [Node, Node] | null {
  if (isNode(before)) return isNode(after) ? [before, after] : after === undefined ? [before, {}] : null;
  return isNode(after) && before === undefined ? [{}, after] : null;
}

/** Whether two values say the same; nothing is nothing, however it is written. */
export function same(left: unknown, right: unknown): boolean {
  return left === right || canonicalJson(left ?? null) === canonicalJson(right ?? null);
}
