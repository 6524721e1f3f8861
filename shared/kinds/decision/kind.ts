import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { decisionLists } from './problems.ts';
import { decisionBlockedBy, decisionPoints } from './progress.ts';
import { decisionBlocks } from './record.ts';
import { decisionAnswers, decisionSection } from './schema.ts';
import { decisionStrays } from './strays.ts';

export const decisionKind = {
  ...plainKind,
  section: decisionSection,
  answers: decisionAnswers.prefault({}).describe('The decision and what surrounds it.'),
  mergeRules: {
    '': [
      { head: ['choice', 'stage'], with: ['statement', 'contradictionReason', 'chosenOption'] },
      { head: ['reviewOn'], with: ['reviewTrigger'] },
    ],
    wayBack: [{ head: ['undo'], with: ['price', 'untilStage', 'until'] }],
    'consequences.*': [{ head: ['text'], with: ['tone'] }],
    'conditions.*': [{ head: ['text'], with: ['met', 'owner', 'due', 'risk', 'action'] }],
  },
  openPoints,
  blockedBy: decisionBlockedBy,
  isUntouched,
  recordBlocks: decisionBlocks,
  strayAnswers: decisionStrays,
  itemLists: decisionLists,
};

function openPoints({ review, template }: ReviewSource): readonly OpenPoint[] {
  return decisionPoints(review, template);
}

// A split is decided among the options.
function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.decision) && !partOf(review, 'options').split.chosen;
}
