import type { Paper } from '#shared/contract/contract.ts';
import type { ExposureLevel } from '#shared/kinds/risks/risks.ts';
import type { Tone } from '#shared/record/model.ts';
import type { Weight } from './fonts.ts';

/** An RGB colour as `#rrggbb`. */
export type Colour = `#${string}`;

/** How a text looks; sizes in points. */
export interface TextStyle {
  readonly size: number;
  /** Distance from one baseline to the next. */
  readonly leading: number;
  readonly weight: Weight;
  readonly colour: Colour;
  /** The side that paragraphs are read from; without it, their first letter decides. */
  readonly reads?: 'from-left';
}

/** The column that text is set in, in points from the top left corner of an A4 page. */
export const PAGE = { left: 56, right: 539.28, top: 62 } as const;

/** A size of paper, in points. The column is the same on each, in the middle; only its length differs. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** How much further to the right the column is than on A4. */
  readonly shift: number;
  /** Where the column ends. */
  readonly bottom: number;
}

export const SHEETS: Readonly<Record<Paper, Sheet>> = {
  a4: { width: 595.28, height: 841.89, shift: 0, bottom: 784 },
  letter: { width: 612, height: 792, shift: 8.36, bottom: 741 },
};
export const CONTENT_WIDTH = PAGE.right - PAGE.left;
/** Width of running text, which is narrower than tables so that the eye finds the next line. */
export const MEASURE = 450;

export const INK: Colour = '#1f2328';
export const SECONDARY: Colour = '#5c6370';
export const ACCENT: Colour = '#1d4f73';
export const HAIRLINE: Colour = '#d3cec6';
/** Outlines of what is shown for comparison, such as steps that were not reached. */
export const MUTED: Colour = '#8d9299';
export const PAPER: Colour = '#ffffff';
export const WATERMARK: Colour = '#dcc8c4';

/** Behind the bars of a measure: stronger than a soft background, so that it shows in grey print too. */
export const BAND: Colour = '#e6cfa8';

/** Text colour and soft background of each tone; the pairs keep a contrast of 4.5 : 1. */
export const TONES: Readonly<Record<Tone, { readonly ink: Colour; readonly soft: Colour }>> = {
  for: { ink: '#0f6b63', soft: '#e6f1f0' },
  open: { ink: '#8a5300', soft: '#f6eee2' },
  against: { ink: '#54478c', soft: '#eeecf4' },
  warning: { ink: '#a8281c', soft: '#f8e9e7' },
  neutral: { ink: SECONDARY, soft: '#f1f1f2' },
  low: { ink: '#0f6b63', soft: '#e6f1f0' },
  moderate: { ink: '#8a5300', soft: '#f6eee2' },
  high: { ink: '#9a3c0b', soft: '#fae3d3' },
  critical: { ink: '#a8281c', soft: '#f8d9d6' },
};

/**
 * Grounds of the heat maps: each darker than the one below, so that levels show in print without colour.
 * `INK` is read on all of them.
 */
export const HEAT: Readonly<Record<ExposureLevel, Colour>> = {
  low: '#eef4f2',
  moderate: '#f3dfb6',
  high: '#eab58f',
  critical: '#d98a80',
};

const textStyle = (size: number, leading: number, rest: Partial<TextStyle> = {}): TextStyle => ({
  size,
  leading,
  weight: 'regular',
  colour: INK,
  ...rest,
});

export const STYLES = {
  title: textStyle(20, 25, { weight: 'bold' }),
  titleLong: textStyle(14, 19, { weight: 'bold' }),
  eyebrow: textStyle(8, 12, { weight: 'bold', colour: ACCENT }),
  section: textStyle(15, 20, { weight: 'bold', colour: ACCENT }),
  heading: textStyle(10.5, 14, { weight: 'bold' }),
  part: textStyle(9, 13, { weight: 'bold', colour: SECONDARY }),
  body: textStyle(9.1, 12.3),
  template: textStyle(9.1, 12.3, { colour: SECONDARY }),
  strong: textStyle(9.1, 12.3, { weight: 'bold' }),
  lead: textStyle(11, 16),
  decision: textStyle(17, 22, { weight: 'bold' }),
  cell: textStyle(8.5, 11.2),
  cellHead: textStyle(8, 11, { weight: 'bold', colour: SECONDARY }),
  badge: textStyle(7.6, 12.6, { weight: 'bold' }),
  label: textStyle(8.6, 12.8, { colour: SECONDARY }),
  small: textStyle(8, 11, { colour: SECONDARY }),
  tiny: textStyle(6.4, 9, { colour: SECONDARY }),
  /** What is typed into a terminal. */
  code: textStyle(7.6, 11, { weight: 'code', reads: 'from-left' }),
  running: textStyle(7.6, 10, { colour: SECONDARY }),
} as const satisfies Record<string, TextStyle>;
