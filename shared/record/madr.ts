import { isBlank } from '#shared/base/limits.ts';
import { conditionNote, optionName, reviewAgain } from '#shared/kinds/decision/record.ts';
import { wayBackOf } from '#shared/kinds/decision/way-back.ts';
import { REACH_WORDS, UNDO_WORDS } from '#shared/kinds/decision/words.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { answerBadge } from '#shared/kinds/rule/record.ts';
import { isSealed, type SignOffState } from '#shared/kinds/sign-off/closing.ts';
import { afterwardsOf } from '#shared/review/revision.ts';
import { sectionOf } from '#shared/template/template.ts';
import type { RecordDecision } from './model.ts';
import type { RecordSource } from './source.ts';

/** The decision in the terms of MADR 4.0. */
export function recordDecision(source: RecordSource, state: SignOffState): RecordDecision {
  const { review, template } = source;
  const { decision } = review;
  const questions = sectionOf(template, 'rule')?.questions ?? [];
  const { undo, reach } = wayBackOf(review);
  return {
    statement: decision.statement,
    drivers: questions.map((question) => {
      const { text } = answerBadge(ruleAnswer(review, question.id).answer);
      return `${question.name}: ${question.question} (${text})`;
    }),
    options: decision.options.map((option) => ({
      name: optionName(option),
      chosen: option.id === decision.chosenOption,
      pros: option.pros.map((entry) => entry.text),
      cons: option.cons.map((entry) => entry.text),
    })),
    consequences: decision.consequences.map(({ tone, text }) => ({ tone, text })),
    confirmation: confirmation(source),
    undo: undo === null ? '' : UNDO_WORDS[undo],
    reach: reach === null ? '' : REACH_WORDS[reach],
    status: status(source, state),
    decisionMakers: review.signOff.approvers.flatMap((approver) => person(approver.name, approver.role)),
    consulted: review.context.participants.flatMap((participant) => person(participant.name, participant.role)),
  };
}

/** How the team will see that the decision is carried out: conditions, exit criteria, the next look. */
function confirmation(source: RecordSource): readonly string[] {
  const { review, template } = source;
  const stage = sectionOf(template, 'path')?.stages.find((entry) => entry.id === review.decision.stage);
  const plan = stage ? stagePlan(review, stage.id) : null;
  const again = reviewAgain(source);
  return [
    ...review.decision.conditions.map((condition) => {
      const note = conditionNote(condition);
      return `Condition${condition.met ? ' (met)' : ''}: ${condition.text}${note === '' ? '' : ` (${note})`}`;
    }),
    ...(stage?.exitCriteria ?? []).map(
      (criterion) =>
        `Exit criterion of “${stage?.name}”${plan?.criteria[criterion.id]?.met ? ' (met)' : ''}: ${criterion.text}`,
    ),
    ...(again === '' ? [] : [`Looked at again: ${again}`]),
  ];
}

/** What is not closed stays proposed, whoever objects to it; what was closed as not agreed is rejected. */
function status(source: RecordSource, state: SignOffState): RecordDecision['status'] {
  if (state === 'not-agreed') return 'rejected';
  return isSealed(state) ? inForce(source) : 'proposed';
}

/** An agreed decision holds until it is set aside or another one takes its place. */
function inForce({ review }: RecordSource): RecordDecision['status'] {
  const afterwards = afterwardsOf(review);
  if (afterwards === 'superseded') return `superseded by ${review.supersededBy?.title ?? ''}`;
  return afterwards ?? 'accepted';
}

function person(name: string, role: string): readonly string[] {
  const text = [name, role].filter((part) => !isBlank(part)).join(', ');
  return text === '' ? [] : [text];
}
