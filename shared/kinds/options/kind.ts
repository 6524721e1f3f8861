import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { optionItems, optionLists, optionProblems } from './problems.ts';
import { optionsPoints } from './progress.ts';
import { optionsBlocks } from './record.ts';
import { optionsAnswers, optionsSection } from './schema.ts';
import { optionStrays } from './strays.ts';
import { optionUnknowns } from './unknowns.ts';

export const optionsKind = {
  ...plainKind,
  isPlan: true,
  section: optionsSection,
  answers: optionsAnswers.optional().describe('Candidates compared by weighted criteria.'),
  namedMaps: { cells: 2, weights: 1, parts: 1, dissent: 1 },
  mergeRules: {
    'cells.*.*': [{ head: ['score', 'notKnown'], with: ['reason'] }],
    split: [{ head: ['chosen'], with: ['reason'] }],
    'split.parts.*': [{ head: ['candidate'], with: ['note'] }],
  },
  openPoints,
  isUntouched,
  recordBlocks: optionsBlocks,
  strayAnswers: optionStrays,
  unknowns: optionUnknowns,
  itemLists: optionLists,
  singleItems: optionItems,
  relationProblems: optionProblems,
};

function openPoints({ review, template }: ReviewSource, section: SectionOf<'options'>): readonly OpenPoint[] {
  return optionsPoints(review, template, section);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.options);
}
