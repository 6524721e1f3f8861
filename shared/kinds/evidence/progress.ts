import { isBlank } from '#shared/base/limits.ts';
import { isSettled } from '#shared/kinds/not-known.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf, Template } from '#shared/template/template.ts';
import { owesDesign } from './design.ts';
import { trackedMeasures } from './measures.ts';
import { evidenceUnknowns } from './unknowns.ts';

/** One measure that was really taken is owed; targets and further measures are the team's choice. */
export function evidencePoints(
  review: ReviewDocument,
  template: Template,
  section: SectionOf<'evidence'>,
): readonly OpenPoint[] {
  return [
    ...baselinePoints(review, template),
    ...trackedMeasures(review, template).flatMap((measure) =>
      needed(
        section.design !== undefined && owesDesign(measure),
        'evidence',
        [measure.id, 'design'],
        `Say how much of the gain in “${measure.name}” is design`,
      ),
    ),
    ...evidenceUnknowns(review, section, template)
      .filter((unknown) => !isSettled(unknown))
      .map(({ place, what }) => ({
        section: 'evidence' as const,
        target: place,
        text: `Say who finds out “${what}”, and by when`,
      })),
  ];
}

function baselinePoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const tracked = trackedMeasures(review, template);
  if (tracked.some(({ entry }) => entry.baseline !== null && !isBlank(entry.method))) return [];
  const [first] = tracked;
  if (!first) return [point('evidence', ['measures'], 'Pick at least one measure')];
  return tracked.some(({ entry }) => entry.baseline !== null)
    ? [point('evidence', [first.id], 'Say how a baseline was measured')]
    : [point('evidence', [first.id], 'Measure at least one baseline')];
}
