import { isBlank, LIST_LIMIT } from '#shared/base/limits.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Improvement, type QuestionAnswer, questionAnswer } from './answers.ts';
import type { ChoiceQuestion, QuestionChoice } from './questions.ts';
import { improvementSchema, questionAnswerSchema } from './schema.ts';

const UNTOUCHED: QuestionAnswer = questionAnswerSchema.parse({});

/** Changes the answer to a question, or what is said about it. */
export function editQuestion(
  document: ReviewDocument,
  question: string,
  change: Partial<QuestionAnswer>,
): ReviewDocument {
  const { answers } = partOf(document, 'questions');
  const entry = { ...questionAnswer(document, question), ...change };
  return changePart(document, 'questions', { answers: withEntry(answers, question, entry, UNTOUCHED) });
}

/**
 * Takes a choice or takes it back; the choices stay in the template's order. A choice that says
 * “none of these” leaves all others, and any other leaves it. Taking the last one back leaves the
 * question unanswered.
 */
export function setChoice(
  document: ReviewDocument,
  question: ChoiceQuestion,
  choice: QuestionChoice,
  isTaken: boolean,
): ReviewDocument {
  const taken = new Set(questionAnswer(document, question.id).choices);
  const choices = question.choices.filter((entry) => {
    if (entry.id === choice.id) return isTaken;
    return taken.has(entry.id) && !(isTaken && (choice.none || entry.none));
  });
  // Choices that an earlier version of the template had are kept: undoing an update brings them back.
  const unknown = [...taken].filter((id) => !question.choices.some((entry) => entry.id === id));
  return editQuestion(document, question.id, {
    choices: [...choices.map(({ id }) => id), ...unknown],
    answered: choices.length > 0,
  });
}

/** Says that none of the choices holds, or takes that back. */
export function setNoneOfThese(document: ReviewDocument, question: string, isNone: boolean): ReviewDocument {
  return editQuestion(document, question, isNone ? { choices: [], answered: true } : { answered: false });
}

/** An empty action for a question. */
export function newImprovement(id: string, question: string): Improvement {
  return improvementSchema.parse({ id, question });
}

/** The actions that lower the risk of one question. */
export function improvementsOf(document: ReviewDocument, question: string): readonly Improvement[] {
  return partOf(document, 'questions').actions.filter((action) => action.question === question);
}

/** Replaces the actions of one question; those of the others stay where they are. */
export function setImprovements(
  document: ReviewDocument,
  question: string,
  actions: readonly Improvement[],
): ReviewDocument {
  const others = partOf(document, 'questions').actions.filter((action) => action.question !== question);
  return changePart(document, 'questions', { actions: [...others, ...actions].slice(0, LIST_LIMIT) });
}

/** Takes what a choice says should be improved over as an action, at most once. */
export function takeImprovement(
  document: ReviewDocument,
  question: string,
  choice: QuestionChoice,
  id: string,
): ReviewDocument {
  const { actions } = partOf(document, 'questions');
  const isTaken = actions.some((action) => action.question === question && action.choice === choice.id);
  if (isTaken || actions.length >= LIST_LIMIT) return document;
  const text = improvementText(choice);
  const action = { ...newImprovement(id, question), choice: choice.id, text };
  return changePart(document, 'questions', { actions: [...actions, action] });
}

/** Changes parts of one action. */
export function changeImprovement(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Improvement, 'id' | 'question'>>,
): ReviewDocument {
  const { actions } = partOf(document, 'questions');
  return changePart(document, 'questions', {
    actions: actions.map((action) => (action.id === id ? { ...action, ...change } : action)),
  });
}

/** What to do so that a choice holds: its own advice, else its name. */
export function improvementText({ improvement, name }: QuestionChoice): string {
  return improvement && !isBlank(improvement.text) ? improvement.text : name;
}
