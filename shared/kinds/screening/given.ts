import type { GivenAnswer } from '#shared/record/given-answer.ts';
import type { RecordCell } from '#shared/record/model.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { signalOf } from './answers.ts';

/** What was answered, with the reasons, for the register of the record. */
export function screeningGiven(review: ReviewDocument, section: SectionOf<'screening'>): readonly GivenAnswer[] {
  const { motivation, motivationNote } = partOf(review, 'screening');
  const chosen = section.motivations.find(({ id }) => id === motivation);
  const signals = (list: typeof section.fit, answer: RecordCell) =>
    list.flatMap(({ id, name }) => {
      const { present, note } = signalOf(review, id);
      return present ? [{ question: name, answer, reason: note }] : [];
    });
  return [
    ...signals(section.fit, { text: 'Speaks for it', tone: 'for' }),
    ...signals(section.misfit, { text: 'Speaks against', tone: 'against' }),
    ...(chosen ? [{ question: 'Why the team wants it', answer: { text: chosen.name }, reason: motivationNote }] : []),
  ];
}
