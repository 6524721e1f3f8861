import { readCondition } from '#shared/base/condition.ts';
import { evaluate } from '#shared/base/expression.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { type QuestionAnswer, questionAnswer } from './answers.ts';

export type QuestionGroup = SectionOf<'questions'>['groups'][number];
export type ChoiceQuestion = QuestionGroup['questions'][number];
export type QuestionChoice = ChoiceQuestion['choices'][number];
export type QuestionRisk = ChoiceQuestion['rules'][number]['risk'];

/** `unrated`: answered, but no rule of the question holds. */
export type QuestionStanding = QuestionRisk | 'unrated' | 'unanswered' | 'not-applicable';

/** Whether the team has answered: a choice taken is an answer too. */
export function isAnswered({ answered, choices, notApplicable }: QuestionAnswer): boolean {
  return answered || notApplicable || choices.length > 0;
}

/**
 * The risk of a question by the first of its rules that holds; null when unanswered, not applicable or
 * unrated. A rule that could not be read might hold, so no later rule decides.
 */
export function questionRisk(question: ChoiceQuestion, answer: QuestionAnswer): QuestionRisk | null {
  if (!isAnswered(answer) || answer.notApplicable) return null;
  const taken = new Set(answer.choices);
  const rule = question.rules.find(
    ({ when, unread }) => unread !== null || when === null || evaluate(readCondition(when).expression, taken),
  );
  return rule && rule.unread === null ? rule.risk : null;
}

export function questionStanding(question: ChoiceQuestion, answer: QuestionAnswer): QuestionStanding {
  if (answer.notApplicable) return 'not-applicable';
  if (!isAnswered(answer)) return 'unanswered';
  return questionRisk(question, answer) ?? 'unrated';
}

/** Choices not taken that say what to improve; none while the question is unanswered or does not apply. */
export function improvements(question: ChoiceQuestion, answer: QuestionAnswer): readonly QuestionChoice[] {
  if (!isAnswered(answer) || answer.notApplicable) return [];
  return question.choices.filter((choice) => choice.improvement && !choice.none && !answer.choices.includes(choice.id));
}

export interface GroupSummary {
  readonly group: QuestionGroup;
  readonly counts: Readonly<Record<QuestionStanding, number>>;
  readonly text: string;
}

/** How the questions of each group stand. */
export function questionSummaries(review: ReviewDocument, template: Template): readonly GroupSummary[] {
  return (sectionOf(template, 'questions')?.groups ?? []).map((group) => {
    const counts = { high: 0, medium: 0, none: 0, unrated: 0, unanswered: 0, 'not-applicable': 0 };
    for (const question of group.questions) {
      counts[questionStanding(question, questionAnswer(review, question.id))]++;
    }
    return { group, counts, text: countsText(counts) };
  });
}

const STANDING_TEXTS = {
  high: 'high risk',
  medium: 'medium risk',
  none: 'no risk',
  unrated: 'without a rating',
  'not-applicable': 'not applicable',
  unanswered: 'not answered',
} as const satisfies Record<QuestionStanding, string>;

function countsText(counts: GroupSummary['counts']): string {
  const parts = (Object.keys(STANDING_TEXTS) as QuestionStanding[]).flatMap((standing) =>
    counts[standing] > 0 ? [`${counts[standing]} ${STANDING_TEXTS[standing]}`] : [],
  );
  return `${parts.join(', ')}.`;
}
