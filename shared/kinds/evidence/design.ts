import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { NO_DESIGN } from './answers.ts';
import { type ReviewMeasure, trackedMeasures } from './measures.ts';

/** Gains of which most comes from the design, so that the present language could have them too. */
export function gainsByDesign(review: ReviewDocument, template: Template): readonly ReviewMeasure[] {
  if (!sectionOf(template, 'evidence')?.design) return [];
  return trackedMeasures(review, template).filter(({ entry }) => entry.design?.share === 'design');
}

/** Whether the question is still owed: of each gain that is expected, as its target says. */
export function owesDesign({ entry }: ReviewMeasure): boolean {
  const { share, notKnown } = entry.design ?? NO_DESIGN;
  return entry.target !== null && share === null && !notKnown;
}
