import type { Unknown } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf, Template } from '#shared/template/template.ts';
import { risksOf } from './risks.ts';

/** Risks of which the team does not know yet whether or how much they matter. */
export function riskUnknowns(
  review: ReviewDocument,
  _section: SectionOf<'risks'>,
  template: Template,
): readonly Unknown[] {
  return risksOf(review, template).flatMap(({ id, name, assessment: { notKnown } }) =>
    notKnown ? [{ key: id, place: anchor('risks', id), what: name, ...notKnown }] : [],
  );
}
