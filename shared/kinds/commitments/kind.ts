import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { commitmentLists, commitmentProblems } from './problems.ts';
import { commitmentsPoints } from './progress.ts';
import { commitmentsBlocks } from './record.ts';
import { commitmentsAnswers, commitmentsSection } from './schema.ts';
import { commitmentStrays } from './strays.ts';

export const commitmentsKind = {
  ...plainKind,
  section: commitmentsSection,
  answers: commitmentsAnswers.optional().describe('What the team commits itself to.'),
  isPlan: true,
  itemMaps: ['commitments'],
  mergeRules: { 'commitments.*': [{ head: ['made'], with: ['note'] }] },
  openPoints,
  isUntouched,
  recordBlocks: commitmentsBlocks,
  strayAnswers: commitmentStrays,
  itemLists: commitmentLists,
  relationProblems: commitmentProblems,
};

function openPoints({ review }: ReviewSource, section: SectionOf<'commitments'>): readonly OpenPoint[] {
  return commitmentsPoints(review, section);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.commitments);
}
