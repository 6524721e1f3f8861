/** A step on the way to a value: the name of a field, or the row of a list that has this `id`. */
export type ChangeStep = string | { readonly row: string };

/** One thing that differs between two values of plain data. A change is plain data itself, so that it can be sent. */
export type JsonChange = {
  readonly path: readonly ChangeStep[];
} & (
  | { readonly kind: 'set'; readonly value: unknown }
  | { readonly kind: 'remove' }
  /** Puts a row into the list that the path leads to; `after` null: at its start. */
  | { readonly kind: 'insert'; readonly value: Row; readonly after: string | null }
);

type Row = { readonly id: string };
type Plain = Readonly<Record<string, unknown>>;

/**
 * What has to be done to the first value to make it say what the second one does, as small as it can be said: two people
 * who change different fields, or different rows, do not undo each other's work. Lists whose rows have ids are compared
 * row by row; any other list, and one whose rows were moved, is taken as a whole. What both values share is not looked at.
 */
export function changesBetween(before: unknown, after: unknown): readonly JsonChange[] {
  return changesAt([], before, after);
}

function changesAt(path: readonly ChangeStep[], before: unknown, after: unknown): readonly JsonChange[] {
  if (before === after) return [];
  if (isPlain(before) && isPlain(after)) return fieldChanges(path, before, after);
  if (isRows(before) && isRows(after)) {
    const changes = rowChanges(path, before, after);
    if (changes) return changes;
  }
  return isSame(before, after) ? [] : [{ path, kind: 'set', value: after }];
}

function fieldChanges(path: readonly ChangeStep[], before: Plain, after: Plain): readonly JsonChange[] {
  const gone = Object.keys(before).filter((name) => !has(after, name));
  return [
    ...gone.map((name): JsonChange => ({ path: [...path, name], kind: 'remove' })),
    ...Object.keys(after).flatMap((name) =>
      has(before, name)
        ? changesAt([...path, name], before[name], after[name])
        : [{ path: [...path, name], kind: 'set', value: after[name] } as const],
    ),
  ];
}

/** The changes of a list row by row; null where rows changed places. */
function rowChanges(
  path: readonly ChangeStep[],
  before: readonly Row[],
  after: readonly Row[],
): readonly JsonChange[] | null {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Set(after.map(({ id }) => id));
  const kept = before.filter(({ id }) => is.has(id)).map(({ id }) => id);
  if (after.filter(({ id }) => was.has(id)).some(({ id }, index) => id !== kept[index])) return null;
  return [
    ...before
      .filter(({ id }) => !is.has(id))
      .map(({ id }): JsonChange => ({ path: [...path, { row: id }], kind: 'remove' })),
    ...after.flatMap((row, index) =>
      was.has(row.id)
        ? changesAt([...path, { row: row.id }], was.get(row.id), row)
        : [{ path, kind: 'insert', value: row, after: after[index - 1]?.id ?? null } as const],
    ),
  ];
}

/**
 * The value with the changes made to it. One whose place is not there any more is left out; a row that was put in already is
 * put in place of the one there. Pieces that no change leads to stay the same objects.
 */
export function applyChanges<Value>(value: Value, changes: readonly JsonChange[]): Value {
  return changes.reduce((result, change) => changed(result, change.path, change) as Value, value);
}

function changed(value: unknown, [step, ...rest]: readonly ChangeStep[], change: JsonChange): unknown {
  if (step === undefined) return atPlace(value, change);
  if (typeof step === 'string') return isPlain(value) ? changedField(value, step, rest, change) : value;
  return Array.isArray(value) ? changedRow(value, step.row, rest, change) : value;
}

function atPlace(value: unknown, change: JsonChange): unknown {
  if (change.kind === 'set') return change.value;
  if (change.kind === 'remove' || !isRows(value)) return value;
  const others = value.filter(({ id }) => id !== change.value.id);
  const at = change.after === null ? 0 : others.findIndex(({ id }) => id === change.after) + 1;
  // The row before it has gone: then at the end, where new rows come.
  return others.toSpliced(at === 0 && change.after !== null ? others.length : at, 0, change.value);
}

function changedField(value: Plain, name: string, rest: readonly ChangeStep[], change: JsonChange): unknown {
  if (rest.length === 0 && change.kind === 'remove') {
    return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  }
  if (rest.length > 0 && !has(value, name)) return value;
  const after = changed(value[name], rest, change);
  return has(value, name) && after === value[name] ? value : withField(value, name, after);
}

/** A plain object never gets another prototype, whatever the name. */
function withField(value: Plain, name: string, field: unknown): Plain {
  const entries = Object.entries(value).map(([other, own]) => [other, other === name ? field : own] as const);
  return Object.fromEntries(has(value, name) ? entries : [...entries, [name, field]]);
}

function changedRow(rows: readonly unknown[], id: string, rest: readonly ChangeStep[], change: JsonChange): unknown {
  const index = rows.findIndex((row) => isPlain(row) && row.id === id);
  if (index < 0) return rows;
  if (rest.length === 0 && change.kind === 'remove') return rows.toSpliced(index, 1);
  const after = changed(rows[index], rest, change);
  return after === rows[index] ? rows : rows.with(index, after);
}

function isRows(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.every((row) => isPlain(row) && typeof row.id === 'string') &&
    new Set(value.map((row: Row) => row.id)).size === value.length
  );
}

/** Whether two values of different objects say the same, such as two empty lists. */
function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(value: Plain, name: string): boolean {
  return Object.hasOwn(value, name);
}
