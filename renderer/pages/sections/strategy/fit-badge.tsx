import { Badge } from '#renderer/components/badge.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import type { Suitability } from '#shared/kinds/strategy/strategy.ts';
import { SUITABILITY_WORDS } from '#shared/kinds/strategy/words.ts';

const FITS: Readonly<Record<Suitability, { readonly word: string; readonly tone: Tone }>> = {
  fits: { word: SUITABILITY_WORDS.fits, tone: 'for' },
  'does-not-fit': { word: SUITABILITY_WORDS['does-not-fit'], tone: 'against' },
  open: { word: SUITABILITY_WORDS.open, tone: 'open' },
  untold: { word: 'Not told by the questions', tone: 'neutral' },
};

/** Whether a strategy suits the component, by the answers so far. */
export function FitBadge({ suitability }: { readonly suitability: Suitability }) {
  const { word, tone } = FITS[suitability];
  return <Badge tone={tone}>{word}</Badge>;
}
