import type { SectionKind } from '#shared/template/template.ts';
import { anchor } from './anchor.ts';

/** Something a section still needs; `target` is the `anchor` of the place to mend it. */
export interface OpenPoint {
  readonly section: SectionKind;
  readonly target: string;
  readonly text: string;
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
