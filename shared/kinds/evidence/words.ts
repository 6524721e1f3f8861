import type { Design } from './answers.ts';

/** The figures of a measure, in the order in which they come about. */
export const FIGURES = ['baseline', 'target', 'measured'] as const;
export type Figure = (typeof FIGURES)[number];

export const FIGURE_WORDS: Readonly<Record<Figure, string>> = {
  baseline: 'Baseline',
  target: 'Target',
  measured: 'Measured',
};

/** Where most of a gain comes from. */
export const DESIGN_WORDS: Readonly<Record<NonNullable<Design['share']>, string>> = {
  language: 'Mostly the language',
  both: 'Both alike',
  design: 'Mostly the design',
};
