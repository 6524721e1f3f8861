import type { SignOffState } from '#shared/kinds/sign-off/closing.ts';
import type { Tone } from '#shared/record/model.ts';
import type { SectionState } from '#shared/review/progress.ts';

export type { Tone };

export const SECTION_STATE_TONES: Readonly<Record<SectionState, Tone>> = {
  complete: 'for',
  open: 'open',
  blocked: 'neutral',
};

export const SIGN_OFF_TONES: Readonly<Record<SignOffState, Tone>> = {
  unsigned: 'neutral',
  'partly-signed': 'open',
  stale: 'warning',
  objected: 'warning',
  provisional: 'open',
  ready: 'open',
  signed: 'for',
  dissent: 'warning',
  'not-agreed': 'warning',
};
