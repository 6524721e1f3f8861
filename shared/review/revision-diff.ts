import { canonicalJson } from '#shared/base/canonical-json.ts';
import { contentKinds, kindList, rulesOf } from '#shared/kinds/index.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { comparableRounds } from '#shared/rounds/rounds.ts';
import type { ChangeKind } from '#shared/template/diff.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import type { ReviewDocument } from './review.ts';
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

export interface SectionChanges {
  /** `review`: what stands above the sections, such as the title. */
  readonly kind: SectionKind | 'review';
  readonly title: string;
  readonly changes: readonly ReviewChange[];
}

/** Where a comparison stands. */
interface Place {
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

/**
 * What differs in the content of two states of a review, field by field, in the template's order.
 * Sign-off is left out, as it is no content. Names of items come from `template`; what it does not
 * have keeps its id. Rows of lists belong together by their id.
 */
export function diffReviews(
  before: ReviewDocument,
  after: ReviewDocument,
  template: Template,
): readonly SectionChanges[] {
  const parts = template.sections.filter((section) => section.kind !== 'sign-off');
  const shown = new Set<SectionKind>(parts.map(({ kind }) => kind));
  const elsewhere = contentKinds.filter((kind) => !shown.has(kind));
  const found: SectionChanges[] = [
    { kind: 'review', title: 'The review', changes: compareNodes(head(before), head(after), TOP) },
    ...parts.map((section) => sectionChanges(section.kind, section.title, section)),
    ...elsewhere.map((kind) => sectionChanges(kind, sentence(words(kind)), null)),
  ];
  return found.filter(({ changes }) => changes.length > 0);

  function sectionChanges(kind: Exclude<SectionKind, 'sign-off'>, title: string, section: unknown): SectionChanges {
    const [left, right] = [before[kind], after[kind]];
    const scopes = [section, right, left, template.sections, after, before];
    return { kind, title, changes: same(left, right) ? [] : compare(left, right, '', { ...TOP, scopes }) };
  }
}

const TOP: Place = { where: [], scopes: [], keyed: 0 };

function head(review: ReviewDocument): Node {
  const { title, component, candidate, current, reconstruction, template, toDo, rounds = [] } = review;
  const version = `${template.id} ${template.version}`;
  const votes = comparableRounds(rounds);
  return { title, component, candidate, current, reconstruction, template: version, votes, ...(toDo && { toDo }) };
}

function compare(before: unknown, after: unknown, key: string, place: Place): readonly ReviewChange[] {
  if (same(before, after)) return [];
  if (areRows(before, after)) return compareRows(rowsOf(before), rowsOf(after), place);
  const nodes = asNodes(before, after);
  if (nodes) return compareNodes(...nodes, place);
  const [left, right] = [textOf(before, key, place), textOf(after, key, place)];
  if (left === right || (!THREE_WAY.has(key) && isUntouched(before, after))) return [];
  return [{ where: place.where, change: changeOf(left, right), before: left, after: right }];
}

function compareNodes(before: Node, after: Node, place: Place): readonly ReviewChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'id');
  return keys.flatMap((key) => compare(before[key], after[key], key, inside(place, key)));
}

/** One level deeper: below the id of an item, or below a field. */
function inside(place: Place, key: string): Place {
  if (place.keyed === 0) {
    const isSilent = ITEM_MAPS.has(key);
    const label = place.where.length === 0 ? sentence(words(key)) : words(key);
    const where = isSilent ? place.where : [...place.where, label];
    return { where, scopes: place.scopes, keyed: NAMED_MAPS[key] ?? (isSilent ? 1 : 0) };
  }
  const item = find(place.scopes, key);
  return {
    where: [...place.where, (item && nameOf(item)) || key],
    scopes: item ? [item, ...place.scopes] : place.scopes,
    keyed: place.keyed - 1,
  };
}

function changeOf(before: string, after: string): ChangeKind {
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

function compareRows(before: readonly Row[], after: readonly Row[], place: Place): readonly ReviewChange[] {
  const at = (row: Row, rows: readonly Row[]): Place => ({
    where: [...place.where, nameOf(row) || `No. ${rows.indexOf(row) + 1}`],
    scopes: [row, ...place.scopes],
    keyed: 0,
  });
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
function textOf(value: unknown, key: string, place: Place): string {
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

function same(left: unknown, right: unknown): boolean {
  return left === right || canonicalJson(left ?? null) === canonicalJson(right ?? null);
}
