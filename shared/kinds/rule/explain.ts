import type { RuleQuestion } from '#shared/template/template.ts';
import type { RuleResult } from './outcome.ts';

/** Why the rule says what it says, in a sentence or two for the room and the record. */
export function explainOutcome(result: RuleResult): string {
  const total = result.yes.length + result.no.length + result.unsure.length + result.unanswered.length;
  if (result.unanswered.length === total)
    return 'No question of the rule has been answered, so there is no outcome yet.';
  const counted = `${result.yes.length} of ${total} answered yes${naming(result.yes)}`;
  if (result.settled) {
    const left = [...result.unsure, ...result.unanswered];
    const anyway = left.length === 0 ? '' : `, whatever the answer to ${names(left)}`;
    return `${counted}: ${result.settled.name}${anyway}.`;
  }
  const open = [
    ...(result.unsure.length > 0 ? [`not sure about ${names(result.unsure)}`] : []),
    ...(result.unanswered.length > 0 ? [`no answer yet to ${names(result.unanswered)}`] : []),
  ].join(', ');
  const others = result.possible.filter((outcome) => outcome !== result.ifNo);
  const best = others.map((outcome) => outcome.name).join(' or ');
  return `${counted}, ${open}: ${result.ifNo.name} as it stands, ${best} if the open answers turn out yes.`;
}

/** Which single answer would change the outcome; empty when none would. */
export function explainFlips(result: RuleResult): readonly string[] {
  return result.flips.map(({ question, to, outcome }) => `“${question.name}” ${to} → ${outcome.name}`);
}

function naming(questions: readonly RuleQuestion[]): string {
  return questions.length === 0 ? '' : ` (${names(questions)})`;
}

function names(questions: readonly RuleQuestion[]): string {
  return questions.map((question) => `“${question.name}”`).join(', ');
}
