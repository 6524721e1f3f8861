import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { riskLists, riskProblems } from './problems.ts';
import { riskPoints } from './progress.ts';
import { riskBlocks } from './record.ts';
import { risksAnswers, risksSection } from './schema.ts';
import { riskStrays } from './strays.ts';
import { riskUnknowns } from './unknowns.ts';

export const risksKind = {
  ...plainKind,
  section: risksSection,
  answers: risksAnswers.prefault({}).describe('Assessed risks.'),
  itemMaps: ['assessments'],
  mergeRules: {
    'assessments.*': [
      { head: ['applicable'], with: ['reason'] },
      { head: ['likelihood', 'impact', 'notKnown'], with: ['note'] },
      { head: ['response'], with: ['responseNote', 'residualLikelihood', 'residualImpact'] },
    ],
    impact: [{ head: ['unit'], with: ['steps'] }],
  },
  openPoints,
  isUntouched,
  recordBlocks: riskBlocks,
  unknowns: riskUnknowns,
  strayAnswers: riskStrays,
  itemLists: riskLists,
  relationProblems: riskProblems,
};

function openPoints({ review, template }: ReviewSource): readonly OpenPoint[] {
  return riskPoints(review, template);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.risks);
}
