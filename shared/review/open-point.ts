import type { SectionKind } from '#shared/template/template.ts';
import { anchor } from './anchor.ts';
import type { ReviewDocument } from './review.ts';
import { settledFor } from './to-do.ts';

/** Something a section still needs; `target` is the `anchor` of the place to mend it. */
export interface OpenPoint {
  readonly section: SectionKind;
  readonly target: string;
  readonly text: string;
  /** Who finds out what is not known here, and by when: settled for now, and open no longer. */
  readonly until?: { readonly owner: string; readonly due: string };
}

export function point(section: SectionKind, at: readonly string[], text: string): OpenPoint {
  return { section, target: anchor(section, ...at), text };
}

/** The point when something is missing, as a list to spread. */
export function needed(
  missing: boolean,
  section: SectionKind,
  at: readonly string[],
  text: string,
): readonly OpenPoint[] {
  return missing ? [point(section, at, text)] : [];
}

/** The point of something that is not known: settled for now once somebody finds it out by a day. */
export function unknownPoint(
  review: Pick<ReviewDocument, 'toDo'>,
  section: SectionKind,
  at: readonly string[],
  text: string,
): OpenPoint {
  const open = point(section, at, text);
  const until = settledFor(review, open.target);
  return until ? { ...open, until } : open;
}
