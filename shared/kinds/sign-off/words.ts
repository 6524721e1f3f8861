import type { Verdict } from './answers.ts';
import type { SignOffState } from './sign-off.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  approve: 'Approves',
  'approve-with-conditions': 'Approves with conditions',
  'can-live-with-it': 'Can live with it',
  object: 'Objects',
};

export const SIGN_OFF_WORDS: Readonly<Record<SignOffState, string>> = {
  unsigned: 'Not signed',
  'partly-signed': 'Partly signed',
  stale: 'Signed for an earlier version',
  objected: 'Signed with objection',
  provisional: 'Signed, provisional',
  signed: 'Signed',
};
