import type { Advice, Verdict } from './answers.ts';
import type { ClosedAs, SignOffState } from './closing.ts';
import type { DecidingRule } from './deciding.ts';

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
  objected: 'Not agreed',
  ready: 'Signed, not closed',
  provisional: 'Signed, provisional',
  signed: 'Signed',
  dissent: 'Decided with dissent',
  'not-agreed': 'Closed as not agreed',
};

/** What a review is closed as, as the end of “Closed as …” and as a title. */
export const CLOSED_WORDS: Readonly<Record<ClosedAs, string>> = {
  agreed: 'Agreed',
  dissent: 'Decided with dissent',
  'not-agreed': 'Not agreed',
};

export const DECIDING_WORDS: Readonly<Record<DecidingRule, string>> = {
  everybody: 'Everybody named',
  quorum: 'A quorum',
  decider: 'One after hearing all',
};

export const FOLLOWED_WORDS = {
  yes: 'Followed',
  'in-part': 'Followed in part',
  no: 'Not followed',
} as const satisfies Record<NonNullable<Advice['followed']>, string>;
