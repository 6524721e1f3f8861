import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { evidenceItems, evidenceLists, evidenceProblems } from './problems.ts';
import { evidencePoints } from './progress.ts';
import { measuresBlocks } from './record.ts';
import { evidenceAnswers, evidenceSection } from './schema.ts';
import { evidenceStrays } from './strays.ts';
import { evidenceUnknowns } from './unknowns.ts';

export const evidenceKind = {
  ...plainKind,
  section: evidenceSection,
  answers: evidenceAnswers.optional().describe('Measures and expected gains.'),
  itemMaps: ['measures'],
  mergeRules: {
    'measures.*': [{ head: ['unit'], with: ['baseline', 'target', 'measured', 'method'] }],
    'measures.*.design': [{ head: ['share', 'notKnown'], with: ['note'] }],
    payback: [{ head: ['currency', 'measure'], with: ['inputs', 'stages'] }],
    'payback.inputs.*': [{ head: ['low', 'high', 'notKnown'], with: ['note'] }],
    'payback.stages.*': [{ head: ['low', 'high', 'notKnown'], with: ['note'] }],
  },
  openPoints,
  isUntouched,
  recordBlocks: measuresBlocks,
  strayAnswers: evidenceStrays,
  unknowns: evidenceUnknowns,
  itemLists: evidenceLists,
  singleItems: evidenceItems,
  relationProblems: evidenceProblems,
};

function openPoints({ review, template }: ReviewSource, section: SectionOf<'evidence'>): readonly OpenPoint[] {
  return evidencePoints(review, template, section);
}

function isUntouched(review: ReviewDocument): boolean {
  return holdsNothing(review.evidence);
}
