import type { BlockOf } from '#shared/record/model.ts';

/** What can be printed of a template: what a facilitator holds in hand, or all of it to fill in with a pen. */
export type HandoutKind = 'run-sheet' | 'blank';

/** The parts of a handout: some that records have too, and room to write. */
export type HandoutBlock =
  | BlockOf<'heading' | 'paragraph' | 'fields' | 'list' | 'table' | 'callout' | 'checks'>
  /** A label with lines to write on. */
  | { readonly kind: 'write'; readonly label: string; readonly lines: number }
  /** Several labels beside each other, each with a line to write on; `weights` share the width. */
  | { readonly kind: 'write-row'; readonly labels: readonly string[]; readonly weights: readonly number[] }
  /** One of a few answers to tick, or of a few figures to circle; several such choices share a line. */
  | { readonly kind: 'choose'; readonly by: 'tick' | 'circle'; readonly among: readonly HandoutChoice[] }
  | HandoutGrid;

/** Answers of which one is chosen. */
export interface HandoutChoice {
  readonly label: string;
  readonly choices: readonly string[];
}

/** A table to fill in; a cell with a text gives what to circle in it, an empty one has room. */
export interface HandoutGrid {
  readonly kind: 'grid';
  readonly columns: readonly { readonly title: string; readonly weight: number }[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the first cell names its row. */
  readonly isNamed: boolean;
}

export interface HandoutSection {
  readonly title: string;
  /** Beside the title, such as “12 minutes”; empty for nothing. */
  readonly aside: string;
  readonly blocks: readonly HandoutBlock[];
}

/** A handout, ready to be laid out. */
export interface Handout {
  readonly kind: HandoutKind;
  /** What it is: “Run sheet” or “Blank workbook”. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** Title and version of the template. */
  readonly template: string;
  readonly language: string;
  readonly lead: readonly HandoutBlock[];
  /** What the first page says before the sections. */
  readonly front: readonly HandoutSection[];
  readonly sections: readonly HandoutSection[];
}

export const HANDOUT_WORDS: Readonly<Record<HandoutKind, string>> = {
  'run-sheet': 'Run sheet',
  blank: 'Blank workbook',
};
