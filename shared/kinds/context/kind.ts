import { plainKind, type ReviewSource } from '#shared/kinds/kind-rules.ts';
import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { contextLists } from './problems.ts';
import { contextPoints } from './progress.ts';
import { contextBlocks } from './record.ts';
import { contextAnswers, contextSection } from './schema.ts';
import { contextStrays } from './strays.ts';

export const contextKind = {
  ...plainKind,
  section: contextSection,
  answers: contextAnswers.prefault({}).describe('What the review is about and who takes part.'),
  itemMaps: ['fields'],
  openPoints,
  isUntouched,
  recordBlocks: contextBlocks,
  strayAnswers: contextStrays,
  itemLists: contextLists,
};

function openPoints({ review }: ReviewSource, section: SectionOf<'context'>): readonly OpenPoint[] {
  return contextPoints(review, section);
}

// The candidate comes with the template.
function isUntouched({ component, current, context }: ReviewDocument): boolean {
  return holdsNothing([component, current, context]);
}
