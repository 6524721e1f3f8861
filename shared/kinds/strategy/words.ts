import type { Suitability } from './strategy.ts';

export const SUITABILITY_WORDS: Readonly<Record<Suitability, string>> = {
  fits: 'Fits',
  'does-not-fit': 'Does not fit',
  open: 'Open',
  untold: '',
};
