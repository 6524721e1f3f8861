import type { FindingCode } from '#shared/verify/verify.ts';

/** The codes one of which tells that a seal, or the file that it is in, is not what it was. */
export const TOLD_BY: ReadonlySet<FindingCode> = new Set([
  'damaged',
  'no-signature',
  'not-a-pdf',
  'signature-broken',
  'signature-hidden',
  'signature-partial',
  'signature-unchecked',
  'signed-but-damaged',
]);
