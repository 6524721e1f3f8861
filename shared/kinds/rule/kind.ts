import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { ruleLists, ruleProblems } from './problems.ts';
import { rulePoints } from './progress.ts';
import { ruleBlocks } from './record.ts';
import { ruleAnswers, ruleSection } from './schema.ts';
import { ruleStrays } from './strays.ts';
import { ruleUnknowns } from './unknowns.ts';

export const ruleKind = {
  ...plainKind,
  section: ruleSection,
  answers: ruleAnswers.prefault({}).describe('Answers to the questions of the rule.'),
  itemMaps: ['answers'],
  mergeRules: { 'answers.*': [{ head: ['answer'], with: ['rationale', 'notKnown'] }] },
  openPoints,
  isUntouched,
  recordBlocks: ruleBlocks,
  strayAnswers: ruleStrays,
  unknowns: ruleUnknowns,
  itemLists: ruleLists,
  relationProblems: ruleProblems,
};

function openPoints({ review, template }: ReviewSource): readonly OpenPoint[] {
  return rulePoints(review, template);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.rule);
}
