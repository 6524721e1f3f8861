import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { auditLists, auditProblems } from './problems.ts';
import { auditPoints } from './progress.ts';
import { auditBlocks } from './record.ts';
import { auditAnswers, auditSection } from './schema.ts';
import { auditStrays } from './strays.ts';
import { auditUnknowns } from './unknowns.ts';

export const auditKind = {
  ...plainKind,
  section: auditSection,
  answers: auditAnswers.optional().describe('Dependencies of today and their counterparts.'),
  isPlan: true,
  itemMaps: ['toolchain'],
  mergeRules: {
    'dependencies.*': [{ head: ['name'], with: ['candidate', 'status', 'days', 'note'] }],
    'toolchain.*': [{ head: ['ready'], with: ['note'] }],
  },
  openPoints,
  isUntouched,
  recordBlocks: auditBlocks,
  strayAnswers: auditStrays,
  unknowns: auditUnknowns,
  itemLists: auditLists,
  relationProblems: auditProblems,
};

function openPoints({ review }: ReviewSource): readonly OpenPoint[] {
  return auditPoints(review);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.audit);
}
