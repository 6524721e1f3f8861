import { UNASSIGNED, type Unknown } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { ruleAnswer } from './answers.ts';

/** Questions that the team answered with “not sure”. */
export function ruleUnknowns(review: ReviewDocument, section: SectionOf<'rule'>): readonly Unknown[] {
  return section.questions.flatMap(({ id, name }) => {
    const { answer, notKnown = UNASSIGNED } = ruleAnswer(review, id);
    return answer === 'unsure' ? [{ key: id, place: anchor('rule', id), what: name, ...notKnown }] : [];
  });
}
