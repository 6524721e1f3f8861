import type { Unknown } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { optionCell } from './answers.ts';
import { criteriaOf } from './criteria.ts';
import { comparedCandidates } from './options.ts';

/** Scores that nobody can give yet, of what is compared. */
export function optionUnknowns(review: ReviewDocument, section: SectionOf<'options'>): readonly Unknown[] {
  const candidates = comparedCandidates(review, section);
  return criteriaOf(review, section).flatMap((criterion) =>
    candidates.flatMap((candidate) => {
      const { notKnown } = optionCell(review, criterion.id, candidate.id);
      if (!notKnown) return [];
      const what = `Score of “${candidate.name}” for “${criterion.name}”`;
      return [{ key: `${criterion.id}/${candidate.id}`, place: anchor('options', criterion.id), what, ...notKnown }];
    }),
  );
}
