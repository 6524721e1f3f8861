import { describe, expect, it } from 'vitest';
import {
  ACCENT,
  BAND,
  type Colour,
  HEAT,
  INK,
  MUTED,
  PAPER,
  SECONDARY,
  STYLES,
  TONES,
} from '#main/record/pages/theme.ts';
import { exposureBadge } from '#shared/kinds/risks/record-risk-list.ts';

/** Relative luminance as WCAG 2 defines it: how light a colour is in print without colour, 0 to 1. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: Colour, right: Colour): number {
  const [light = 0, dark = 0] = [luminance(left), luminance(right)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

describe('in print without colour', () => {
  it.each(Object.entries(TONES))('%s is read on its ground and on paper', (_, { ink, soft }) => {
    for (const ground of [soft, PAPER]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(STYLES))('text of the style %s is read on paper', (_, { colour }) => {
    expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(4.5);
  });

  it('text is read on every tinted ground', () => {
    for (const { soft } of Object.values(TONES)) {
      for (const ink of [INK, SECONDARY]) expect(contrast(ink, soft)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('each level of the heat map is darker than the one below, and figures are read on all', () => {
    const grounds = [PAPER, HEAT.low, HEAT.moderate, HEAT.high, HEAT.critical];
    grounds.slice(1).forEach((ground, index) => {
      expect(contrast(ground, grounds[index] ?? PAPER)).toBeGreaterThan(1.09);
      expect(luminance(ground)).toBeLessThan(luminance(grounds[index] ?? PAPER));
      expect(contrast(INK, ground)).toBeGreaterThanOrEqual(4.5);
    });
    expect(contrast(HEAT.low, HEAT.moderate)).toBeGreaterThan(1.15);
    expect(contrast(HEAT.moderate, HEAT.high)).toBeGreaterThan(1.25);
    expect(contrast(HEAT.high, HEAT.critical)).toBeGreaterThan(1.25);
  });

  it('a level is a word, whatever its colour', () => {
    const badges = [4, 9, 15, 25].map((value) => exposureBadge(value)?.text);
    expect(badges).toEqual(['Low', 'Moderate', 'High', 'Critical']);
  });

  it('filled and empty parts of pictures differ', () => {
    expect(contrast(ACCENT, PAPER)).toBeGreaterThanOrEqual(3);
    expect(contrast(MUTED, PAPER)).toBeGreaterThanOrEqual(3);
    // The bars of a measure stand before the band of the typical gain.
    expect(contrast(BAND, PAPER)).toBeGreaterThan(1.4);
    for (const bar of [SECONDARY, ACCENT, TONES.for.ink]) expect(contrast(bar, BAND)).toBeGreaterThanOrEqual(3);
  });
});
