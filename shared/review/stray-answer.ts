import type { SectionKind } from '#shared/template/template.ts';

/** Something a review says about an item that a template does not have. */
export interface StrayAnswer {
  /** Section in which the item would stand. */
  readonly section: SectionKind;
  /** Where it stands in the document, such as `rule.answers`. */
  readonly path: string;
  readonly id: string;
  /** Ids that the template has at this place. */
  readonly known: readonly string[];
  /** The answer itself; the id where the document only names it. */
  readonly value: unknown;
}

/** Entries of a keyed part whose keys are none of the known ids. */
export function strayKeys(
  section: SectionKind,
  path: string,
  entries: Readonly<Record<string, unknown>> | undefined,
  known: readonly string[],
): readonly StrayAnswer[] {
  return Object.entries(entries ?? {}).flatMap(([id, value]) => strayId(section, path, id, known, value));
}

/** A named id that is none of the known ones, as a list to spread; null names nothing. */
export function strayId(
  section: SectionKind,
  path: string,
  id: string | null | undefined,
  known: readonly string[],
  value: unknown = id,
): readonly StrayAnswer[] {
  return id === null || id === undefined || known.includes(id) ? [] : [{ section, path, id, known, value }];
}

/** Ids of rows, in their order. */
export function idList(rows: readonly { readonly id: string }[] = []): readonly string[] {
  return rows.map((row) => row.id);
}
