import type { BlockOf } from '#shared/record/model.ts';
import { keepNext, type Slice } from './pdf-flow.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { type Column, textSlices } from './pdf-paragraph.ts';
import { scaleSlices } from './pdf-scale.ts';
import { ACCENT, BAND, SECONDARY, STYLES, TONES } from './pdf-theme.ts';

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
  const picture = scaleSlices(rows, band, area, gap, fonts);
  if (!bars.range) return picture;
  const legend = `Tinted: where the typical gain leads, ${bars.range.text}`;
  return [...keepNext(picture), ...textSlices(legend, STYLES.small, area, 2, fonts)];
}

/** Spans of time below each other on one scale. */
export function timelineSlices(
  { spans }: BlockOf<'timeline'>,
  area: Column,
  gap: number,
  fonts: PdfFonts,
): readonly Slice[] {
  return scaleSlices(
    spans.map((span) => ({ ...span, colour: ACCENT })),
    null,
    area,
    gap,
    fonts,
  );
}
