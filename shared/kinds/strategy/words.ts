import type { Suitability } from './strategy.ts';

export const SUITABILITY_WORDS: Readonly<Record<Suitability, string>> = {
  fits: 'Suitable',
  'does-not-fit': 'Not suitable',
  open: 'Open',
  untold: '',
};
