import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { screeningLists, screeningProblems } from './problems.ts';
import { screeningPoints } from './progress.ts';
import { screeningBlocks } from './record.ts';
import { screeningAnswers, screeningSection } from './schema.ts';
import { screeningStrays } from './strays.ts';

export const screeningKind = {
  ...plainKind,
  section: screeningSection,
  answers: screeningAnswers.optional().describe('Signals for and against, and the motivation.'),
  itemMaps: ['signals'],
  mergeRules: {
    '': [{ head: ['motivation'], with: ['motivationNote'] }],
    'signals.*': [{ head: ['present'], with: ['note'] }],
  },
  openPoints,
  isUntouched,
  recordBlocks: screeningBlocks,
  strayAnswers: screeningStrays,
  itemLists: screeningLists,
  relationProblems: screeningProblems,
};

function openPoints({ review }: ReviewSource, section: SectionOf<'screening'>): readonly OpenPoint[] {
  return screeningPoints(review, section);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.screening);
}
