import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import { signOffPoints } from './progress.ts';
import { signOffBlocks } from './record.ts';
import { signOffAnswers, signOffSection } from './schema.ts';
import { signingBlockedBy } from './signing-blocked.ts';

export const signOffKind = {
  ...plainKind,
  section: signOffSection,
  answers: signOffAnswers.prefault({}).describe('Who approves, and what was signed.'),
  mergeRules: {
    deciding: [{ head: ['rule', 'quorum', 'decider'], with: ['changedAt'] }],
    'advice.*': [{ head: ['text', 'followed'], with: ['from', 'why'] }],
    'approvers.*': [{ head: ['name'], with: ['role'] }],
  },
  openPoints,
  blockedBy: signingBlockedBy,
  // Who approves is asked apart, so a sign-off never counts as untouched.
  isUntouched: () => false,
  recordBlocks: signOffBlocks,
  strayAnswers: () => [],
  itemLists: () => [],
};

function openPoints({ review, template, contentSha256 }: ReviewSource): readonly OpenPoint[] {
  return signOffPoints(review, template, contentSha256);
}
