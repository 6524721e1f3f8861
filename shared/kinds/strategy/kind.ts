import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { strategyLists, strategyProblems } from './problems.ts';
import { strategyPoints } from './progress.ts';
import { strategyBlocks } from './record.ts';
import { strategyAnswers, strategySection } from './schema.ts';
import { strategyStrays } from './strays.ts';
import { strategyUnknowns } from './unknowns.ts';

export const strategyKind = {
  ...plainKind,
  section: strategySection,
  answers: strategyAnswers.prefault({}).describe('How new code meets old.'),
  isPlan: true,
  itemMaps: ['answers'],
  namedMaps: { rules: 1 },
  mergeRules: {
    '': [{ head: ['chosen'], with: ['reason'] }],
    'answers.*': [{ head: ['answer', 'notKnown'], with: ['note'] }],
    'rules.*': [{ head: ['kept'], with: ['note'] }],
  },
  openPoints,
  isUntouched,
  recordBlocks: strategyBlocks,
  strayAnswers: strategyStrays,
  unknowns: strategyUnknowns,
  itemLists: strategyLists,
  relationProblems: strategyProblems,
};

function openPoints({ review }: ReviewSource, section: SectionOf<'strategy'>): readonly OpenPoint[] {
  return strategyPoints(review, section);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.strategy);
}
