import type { ReviewDocument } from '#shared/review/review.ts';
import { idList, type StrayAnswer, strayId, strayKeys } from '#shared/review/stray-answer.ts';
import type { SectionOf } from '#shared/template/template.ts';

/** What the review says about items that the section of a template does not have. */
export function questionStrays(
  { questions }: ReviewDocument,
  section: SectionOf<'questions'> | undefined,
): readonly StrayAnswer[] {
  const known = (section?.groups ?? []).flatMap((group) => group.questions);
  return [
    ...strayKeys('questions', 'questions.answers', questions?.answers, idList(known)),
    ...known.flatMap((question) => {
      const taken = questions?.answers[question.id]?.choices ?? [];
      const path = `questions.answers.${question.id}.choices`;
      return taken.flatMap((choice) => strayId('questions', path, choice, idList(question.choices)));
    }),
    ...(questions?.actions ?? []).flatMap((action, index) =>
      strayId('questions', `questions.actions.${index}.question`, action.question, idList(known), action),
    ),
  ];
}
