import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { questionLists, questionProblems } from './problems.ts';
import { questionsPoints } from './progress.ts';
import { questionsBlocks } from './record.ts';
import { questionsAnswers, questionsSection } from './schema.ts';
import { questionStrays } from './strays.ts';

export const questionsKind = {
  ...plainKind,
  section: questionsSection,
  answers: questionsAnswers.optional().describe('Answers to multiple-choice questions.'),
  itemMaps: ['answers'],
  mergeRules: { 'answers.*': [{ head: ['choices', 'answered', 'notApplicable'], with: ['reason'] }] },
  openPoints,
  isUntouched,
  recordBlocks: questionsBlocks,
  strayAnswers: questionStrays,
  itemLists: questionLists,
  relationProblems: questionProblems,
};

function openPoints({ review }: ReviewSource, section: SectionOf<'questions'>): readonly OpenPoint[] {
  return questionsPoints(review, section);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.questions);
}
