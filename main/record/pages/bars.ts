import type { BlockOf } from '#shared/record/model.ts';
import type { Column } from './column.ts';
import { keepNext, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { paragraphSlices } from './paragraph.ts';
import { scaleSlices } from './scale.ts';
import { tagged } from './tagged.ts';
import { ACCENT, BAND, SECONDARY, STYLES, TONES } from './theme.ts';

const COLOURS = { baseline: SECONDARY, target: ACCENT, measured: TONES.for.ink } as const;

/** Baseline, target and measured value of a measure on one scale, before the band of the typical gain. */
export function barSlices({ bars }: BlockOf<'bars'>, area: Column, gap: number, fonts: PdfFonts): readonly Slice[] {
  const rows = bars.bars.map((bar) => ({
    label: bar.label,
    text: bar.text,
    from: bars.zero,
    to: bar.position,
    colour: COLOURS[bar.kind],
  }));
  const band = bars.range && { ...bars.range, colour: BAND };
  const alt = `Bars on one scale: ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}.`;
  const picture = tagged('Figure', scaleSlices(rows, band, area, gap, fonts), alt);
  if (!bars.range) return picture;
  const legend = `Tinted: where the typical gain leads, ${bars.range.text}`;
  return [...keepNext(picture), ...paragraphSlices(legend, STYLES.small, area, 2, fonts)];
}

/** Spans of time below each other on one scale. */
export function timelineSlices(
  { spans }: BlockOf<'timeline'>,
  area: Column,
  gap: number,
  fonts: PdfFonts,
): readonly Slice[] {
  const rows = spans.map((span) => ({ ...span, colour: ACCENT }));
  const alt = `Spans of time on one scale: ${spans.map(({ label, text }) => `${label}, ${text}`).join('; ')}.`;
  return tagged('Figure', scaleSlices(rows, null, area, gap, fonts), alt);
}
