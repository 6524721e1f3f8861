import { Badge } from '#renderer/components/badge.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import type { Suitability } from '#shared/kinds/strategy/strategy.ts';

const FITS: Readonly<Record<Suitability, { readonly word: string; readonly tone: Tone }>> = {
  fits: { word: 'Fits', tone: 'for' },
  'does-not-fit': { word: 'Does not fit', tone: 'against' },
  open: { word: 'Open', tone: 'open' },
  untold: { word: 'Not told by the questions', tone: 'neutral' },
};

/** Whether a strategy suits the component, by the answers so far. */
export function FitBadge({ suitability }: { readonly suitability: Suitability }) {
  const { word, tone } = FITS[suitability];
  return <Badge tone={tone}>{word}</Badge>;
}
