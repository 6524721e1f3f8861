import { UNASSIGNED, type Unknown } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { strategyAnswer } from './answers.ts';

/** Questions about the component that the team answered with “not sure”. */
export function strategyUnknowns(review: ReviewDocument, section: SectionOf<'strategy'>): readonly Unknown[] {
  return section.questions.flatMap(({ id, name }) => {
    const { answer, notKnown = UNASSIGNED } = strategyAnswer(review, id);
    return answer === 'unsure' ? [{ key: id, place: anchor('strategy', id), what: name, ...notKnown }] : [];
  });
}
