import { contentKinds } from '#shared/kinds/index.ts';
import { atRow, compareRows, compareValues, inside, type Place, TOP, textOf } from '#shared/review/compare-values.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { find, isNode, isRow, nameOf, type Row, sentence, words } from '#shared/review/revision-names.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { type Conflict, conflictKey, fieldOf, isPlain, type Side } from './versions.ts';

/** One thing that two versions say differently, ready to show. */
export interface ConflictLine {
  /** The way to it within its section, in words and names, outermost first. */
  readonly where: readonly string[];
  /** What stood there before; null where that is not known. */
  readonly before: string | null;
  /** Empty for nothing. */
  readonly a: string;
  readonly b: string;
}

/** A conflict, ready to show: a value and what belongs to it, such as the reason. */
export interface ConflictWords {
  readonly key: string;
  /** `review`: what is in no section. */
  readonly section: SectionKind | 'review';
  readonly title: string;
  /** The way to what is in conflict, in words. */
  readonly where: readonly string[];
  readonly lines: readonly ConflictLine[];
  readonly kept: Side;
}

/** The words for a conflict. Names of ids are looked up in both versions and in the template. */
export function conflictWords(
  conflict: Conflict,
  versions: readonly ReviewDocument[],
  template: Template,
): ConflictWords {
  const [part = '', ...steps] = conflict.path;
  const kind = part === 'signOff' ? 'sign-off' : part;
  const section = template.sections.find((entry) => entry.kind === kind);
  const isSection = section !== undefined || contentKinds.some((name) => name === kind);
  const parts = versions.map(fieldOf(part));
  const scopes = [section, ...parts, template.sections, ...versions];
  const start = isSection ? { ...TOP, scopes } : { ...inside(TOP, part), scopes };
  const walk = steps.reduce(stepInto, { place: start, nodes: parts, list: null, key: part });
  return {
    key: conflictKey(conflict),
    section: isSection ? (kind as SectionKind) : 'review',
    title: section?.title ?? (isSection ? sentence(words(kind)) : 'The review'),
    where: walk.place.where,
    lines: linesOf(conflict, walk),
    kept: conflict.kept,
  };
}

/** How far the way to a conflict was gone. */
interface Walk {
  readonly place: Place;
  /** What the versions hold there. */
  readonly nodes: readonly unknown[];
  /** The place of the list that the last step led into; null where it was none. */
  readonly list: Place | null;
  readonly key: string;
}

function stepInto({ place, nodes }: Walk, key: string): Walk {
  const lists = nodes.filter(Array.isArray);
  const [rows = []] = lists;
  const row = lists.flat().find((entry) => isRow(entry) && entry.id === key);
  if (row) {
    const inner = lists.map((list) => list.find((entry: unknown) => isRow(entry) && entry.id === key));
    return { place: atRow(place, row, rows), nodes: inner, list: place, key };
  }
  if (lists.length > 0) {
    const item = find(place.scopes, key);
    const name = (item && nameOf(item)) || key;
    return { place: { ...place, where: [...place.where, name] }, nodes: [], list: null, key };
  }
  return { place: inside(place, key), nodes: nodes.map(fieldOf(key)), list: null, key };
}

function linesOf({ kind, fields, base, a, b }: Conflict, walk: Walk): readonly ConflictLine[] {
  const { place, key } = walk;
  if (kind === 'order') return [orderLine(base, a, b, walk)];
  const pairs = fields ?? [null];
  const lines = pairs.flatMap((field) => {
    const pick = field === null ? (value: unknown) => value : fieldOf(field);
    const at = field === null ? place : inside(place, field);
    const compared = (left: unknown, right: unknown) => {
      const gone = walk.list && field === null && (left === undefined || right === undefined);
      return gone ? compareRows(rowsOf(left), rowsOf(right), walk.list) : compareValues(left, right, field ?? key, at);
    };
    const [before, left, right] = [pick(base), pick(a), pick(b)];
    const earlier = [...compared(before, left), ...compared(before, right)];
    const textBefore = (where: readonly string[]) =>
      earlier.find((change) => change.where.join('\n') === where.join('\n'))?.before ?? '';
    return compared(left, right).map((change) => ({
      where: change.where,
      before: base === undefined ? null : textBefore(change.where),
      a: change.before,
      b: change.after,
    }));
  });
  if (lines.length > 0) return lines;
  // Versions that differ in spaces only read the same.
  const told = (value: unknown) => textOf(value, key, place);
  return [{ where: place.where, before: base === undefined ? null : told(base), a: told(a), b: told(b) }];
}

function orderLine(base: unknown, a: unknown, b: unknown, { place, nodes }: Walk): ConflictLine {
  const rows = nodes.flat().filter(isRow);
  const names = (ids: unknown) =>
    (Array.isArray(ids) ? ids : [])
      .map((id) => {
        const row = rows.find((entry) => entry.id === id) ?? find(place.scopes, id);
        return (row && nameOf(row)) || String(id);
      })
      .join(', ');
  return {
    where: [...place.where, 'order'],
    before: base === undefined ? null : names(base),
    a: names(a),
    b: names(b),
  };
}

function rowsOf(value: unknown): readonly Row[] {
  return isPlain(value) && isNode(value) && isRow(value) ? [value] : [];
}
