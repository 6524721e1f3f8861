import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { isUnplannedPath } from './path.ts';
import { pathItems, pathLists, pathProblems } from './problems.ts';
import { pathPoints } from './progress.ts';
import { pathBlocks } from './record.ts';
import { pathAnswers, pathSection } from './schema.ts';
import { pathStrays } from './strays.ts';

export const pathKind = {
  ...plainKind,
  section: pathSection,
  answers: pathAnswers.prefault({}).describe('Plan along the adoption path.'),
  isPlan: true,
  itemMaps: ['stages', 'criteria'],
  mergeRules: {
    '': [{ head: ['wholesale'], with: ['wholesaleReason'] }],
    'stages.*': [{ head: ['state'], with: ['skipReason'] }],
    'stages.*.criteria.*': [{ head: ['met'], with: ['note'] }],
  },
  openPoints,
  isUntouched: isUnplannedPath,
  recordBlocks: pathBlocks,
  strayAnswers: pathStrays,
  itemLists: pathLists,
  singleItems: pathItems,
  relationProblems: pathProblems,
};

function openPoints({ review, template }: ReviewSource, section: SectionOf<'path'>): readonly OpenPoint[] {
  return pathPoints(review, section, template);
}
