import { isBlank } from '#shared/base/limits.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';

/** A criterion of the comparison, from the template or added by the team. */
export interface OptionCriterion {
  readonly id: string;
  readonly name: string;
  /** Empty for the team's own, which say what 1 and 5 mean instead. */
  readonly help: string;
  readonly sources: readonly string[];
  /** Weight it starts with, 0 to 5. */
  readonly weight: number;
  /** What the sources say of each candidate, by candidate id. */
  readonly cells: SectionOf<'options'>['criteria'][number]['cells'];
  /** What a score of 1 and one of 5 mean; empty where nobody said. */
  readonly lowest: string;
  readonly highest: string;
  readonly isOwn: boolean;
}

/** Weight that a criterion of the team's own starts with: the same as one of a template. */
const OWN_WEIGHT = 3;

/** All criteria: those of the template in its order, then the team's own. */
export function criteriaOf(review: ReviewDocument, section: SectionOf<'options'>): readonly OptionCriterion[] {
  return [
    ...section.criteria.map(
      ({ id, name, help, sources, weight, cells, lowest = '', highest = '' }): OptionCriterion => ({
        id,
        name,
        help,
        sources,
        weight,
        cells,
        lowest,
        highest,
        isOwn: false,
      }),
    ),
    ...(partOf(review, 'options').ownCriteria ?? []).map(
      ({ id, name, lowest, highest }): OptionCriterion => ({
        id,
        name: isBlank(name) ? 'Unnamed criterion' : name,
        help: '',
        sources: [],
        weight: OWN_WEIGHT,
        cells: {},
        lowest,
        highest,
        isOwn: true,
      }),
    ),
  ];
}

/** The criteria that a review compares by; none where its template compares nothing. */
export function criteriaIn(review: ReviewDocument, template: Template): readonly OptionCriterion[] {
  const section = sectionOf(template, 'options');
  return section ? criteriaOf(review, section) : [];
}

/** What 1 and 5 mean, in a line; empty where nobody said. */
export function endsText({ lowest, highest }: Pick<OptionCriterion, 'lowest' | 'highest'>): string {
  return [
    ...(isBlank(lowest) ? [] : [`1: ${lowest.trim()}`]),
    ...(isBlank(highest) ? [] : [`5: ${highest.trim()}`]),
  ].join(' · ');
}

/** What stands in a cell of the template where its sources say nothing. */
export const SOURCES_SILENT = 'The sources are silent';

/**
 * What the sources say of a candidate by a criterion, or that they are silent. Nothing where no source
 * was looked through: for the team's own, and for criteria that name no source's word on any candidate.
 */
export function sourceWords(
  { cells, isOwn }: Pick<OptionCriterion, 'cells' | 'isOwn'>,
  candidate: { readonly id: string; readonly isOwn: boolean },
): { readonly text: string; readonly sources: readonly string[] } {
  const known = cells[candidate.id];
  if (known) return known;
  const isSilent = !isOwn && !candidate.isOwn && Object.keys(cells).length > 0;
  return { text: isSilent ? SOURCES_SILENT : '', sources: [] };
}
