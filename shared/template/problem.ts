import { parseExpression } from '#shared/base/expression.ts';
import type { TemplateShape } from './shape.ts';

export interface TemplateProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Path = TemplateProblem['path'];
export type ShapeSection = TemplateShape['sections'][number];
export type ShapeOf<Kind extends ShapeSection['kind']> = Extract<ShapeSection, { kind: Kind }>;

/** Rows whose key an earlier row has. */
export function duplicates<Row>(
  rows: readonly Row[],
  path: Path,
  keyOf: (row: Row) => string,
): readonly TemplateProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: [...path, index], message: `"${key}" stands here twice` }];
  });
}

/** A reference to something that is not there; null refers to nothing. */
export function unknown(
  what: string,
  id: string | null | undefined,
  known: ReadonlySet<string>,
  path: Path,
): readonly TemplateProblem[] {
  return id === null || id === undefined || known.has(id) ? [] : [{ path, message: `unknown ${what} "${id}"` }];
}

/** What is wrong with a condition; null is none. */
export function conditionProblems(
  when: string | null,
  what: string,
  known: ReadonlySet<string>,
  path: Path,
): readonly TemplateProblem[] {
  if (when === null) return [];
  const parsed = parseExpression(when);
  if (parsed.kind === 'invalid') return [{ path, message: parsed.message }];
  return [...parsed.names].flatMap((name) => unknown(what, name, known, path));
}

export function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}

/** Ids that sections of other kinds refer to. */
export interface KnownIds {
  readonly risks: ReadonlySet<string>;
  readonly ruleQuestions: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
}

/** A list of a section whose ids have to differ. */
export interface ItemList {
  readonly path: Path;
  readonly items: readonly { readonly id: string; readonly sources?: readonly string[] }[];
}

/** An item outside of lists that names sources, by its path in the section. */
export interface SingleItem {
  readonly path: Path;
  readonly sources: readonly string[];
}

/** The list under a key of a section. */
export function listAt(key: string, items: ItemList['items']): ItemList {
  return { path: [key], items };
}

/** A list that stands deeper in a section. */
export function nestedList(path: Path, items: ItemList['items']): ItemList {
  return { path, items };
}
