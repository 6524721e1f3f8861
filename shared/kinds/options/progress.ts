import { isBlank } from '#shared/base/limits.ts';
import { isSettled } from '#shared/kinds/not-known.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { viewPoints } from '#shared/review/view-points.ts';
import type { SectionOf, Template } from '#shared/template/template.ts';
import { optionCell } from './answers.ts';
import { criteriaOf } from './criteria.ts';
import { criterionWeight } from './option-sums.ts';
import { comparedCandidates, splitOption } from './options.ts';

/** Criteria that weigh nothing need no scores. */
export function optionsPoints(
  review: ReviewDocument,
  template: Template,
  section: SectionOf<'options'>,
): readonly OpenPoint[] {
  const candidates = comparedCandidates(review, section);
  if (candidates.length < 2) return [point('options', ['candidates'], 'Pick at least two candidates to compare')];
  const scores = criteriaOf(review, section)
    .filter((criterion) => criterionWeight(review, criterion) > 0)
    .flatMap((criterion) => {
      const missing = candidates.filter(({ id }) => {
        const { score, notKnown } = optionCell(review, criterion.id, id);
        return score === null && !isSettled(notKnown);
      });
      const names =
        missing.length === candidates.length ? 'all candidates' : missing.map(({ name }) => name).join(', ');
      return needed(missing.length > 0, 'options', [criterion.id], `Score “${criterion.name}” for ${names}`);
    });
  return [
    ...namePoints(review),
    ...scores,
    ...viewPoints(review, template, 'options'),
    ...splitPoints(review, template),
  ];
}

function namePoints(review: ReviewDocument): readonly OpenPoint[] {
  return (partOf(review, 'options').ownCriteria ?? []).flatMap(({ id, name }) =>
    needed(isBlank(name), 'options', ['criteria', id], 'Name the criterion that you added'),
  );
}

function splitPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const split = splitOption(review, template);
  if (!split?.chosen) return [];
  const open = split.parts.filter((part) => part.candidate === '').map((part) => part.name);
  return [
    ...needed(open.length > 0, 'options', ['split'], `Name a candidate for ${open.join(', ')}`),
    ...needed(isBlank(split.reason), 'options', ['split'], 'Say why the system is split'),
  ];
}
