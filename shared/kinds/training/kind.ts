import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { trainingItems, trainingLists, trainingProblems } from './problems.ts';
import { trainingPoints } from './progress.ts';
import { trainingBlocks } from './record.ts';
import { trainingAnswers, trainingSection } from './schema.ts';
import { trainingStrays } from './strays.ts';

export const trainingKind = {
  ...plainKind,
  section: trainingSection,
  answers: trainingAnswers.optional().describe('What the team learns, by when.'),
  isPlan: true,
  itemMaps: ['topics'],
  mergeRules: {
    '': [{ head: ['protectedTime'], with: ['protectedTimeNote'] }],
    'topics.*': [{ head: ['done'], with: ['note'] }],
  },
  openPoints,
  isUntouched,
  recordBlocks: trainingBlocks,
  strayAnswers: trainingStrays,
  itemLists: trainingLists,
  singleItems: trainingItems,
  relationProblems: trainingProblems,
};

function openPoints({ review }: ReviewSource, section: SectionOf<'training'>): readonly OpenPoint[] {
  return trainingPoints(review, section);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.training);
}
