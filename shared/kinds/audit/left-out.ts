import { LIST_LIMIT } from '#shared/base/limits.ts';
import type { Dependency } from './answers.ts';

/** What of a pasted file is not added, by the reason. */
export interface LeftOut {
  /** Were on the list already. */
  readonly known: number;
  /** Are brought along by other dependencies. */
  readonly indirect: number;
  /** Did not fit on the list any more. */
  readonly overflow: number;
}

/** How many rows there are to add, and for how many the table has a counterpart. */
export function addedText(added: readonly Dependency[]): string {
  const suggested = added.filter(({ candidate }) => candidate !== '').length;
  return `${added.length} to add, ${suggested} with a counterpart from the table.`;
}

/**
 * Sentences on what is left out, and what `between` says of what only some kinds of files leave out.
 * @param noun what such a file lists, such as `module`
 */
export function leftOutTexts(
  { known, indirect, overflow }: LeftOut,
  noun: string,
  between: { readonly before?: readonly string[]; readonly after: readonly string[] },
): readonly string[] {
  const others = indirect === 1 ? `another ${noun} brings` : `other ${noun}s bring`;
  return [
    ...(known > 0 ? [`${known} already on the list.`] : []),
    ...(between.before ?? []),
    ...(indirect > 0 ? [`${indirect} left out, which ${others} along.`] : []),
    ...between.after,
    ...(overflow > 0 ? [`${overflow} left out because the list holds ${LIST_LIMIT} rows at most.`] : []),
  ];
}

/** Said at the end, where there are problems with lines of the file. */
export function unreadTexts(problems: readonly unknown[]): readonly string[] {
  return problems.length > 0 ? ['Some lines could not be read.'] : [];
}

/** Most names in a sentence. */
const NAMED_LIMIT = 6;

/** The first of some names, and how many more there are. */
export function firstOf(names: readonly string[]): string {
  const more = names.length - NAMED_LIMIT;
  return `${names.slice(0, NAMED_LIMIT).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
