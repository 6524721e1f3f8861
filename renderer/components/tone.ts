import type { SectionState } from '#shared/progress.ts';
import type { Tone } from '#shared/record/model.ts';
import type { SignOffState } from '#shared/sign-off.ts';

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
  signed: 'for',
};
