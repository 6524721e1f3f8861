import type { RuleOutcome, RuleQuestion } from '#shared/template/template.ts';
import type { OpenEnding, RuleResult } from './outcome.ts';

/** Why the rule says what it says, in a sentence or two for the room and the record. */
export function explainOutcome(result: RuleResult): string {
  const total = result.yes.length + result.no.length + result.unsure.length + result.unanswered.length;
  if (result.unanswered.length === total)
    return 'No question of the rule has been answered, so there is no outcome yet.';
  const counted = `${result.yes.length} of ${total} answered yes${naming(result.yes)}`;
  const left = [...result.unsure, ...result.unanswered];
  if (result.settled) {
    const anyway = left.length === 0 ? '' : `, whatever the answer to ${names(left)}`;
    return `${counted}: ${result.settled.name}${anyway}.`;
  }
  const open = [
    ...(result.unsure.length > 0 ? [`not sure about ${names(result.unsure)}`] : []),
    ...(result.unanswered.length > 0 ? [`no answer yet to ${names(result.unanswered)}`] : []),
  ].join(', ');
  return `${counted}, ${open}. ${explainRange(result)}`;
}

/** Which single answer would change what the rule can still say; empty when none would. */
export function explainFlips(result: RuleResult): readonly string[] {
  return result.flips.map(({ question, to, possible }) => `“${question.name}” ${to} → ${either(possible)}`);
}

/** What each way of settling the open answers leads to, in words that hold for any number of them. */
function explainRange({ endings, possible }: RuleResult): string {
  const open = Math.max(...endings.map(({ yes }) => yes.length));
  if (open === 1)
    return sentence(endings.map(({ yes, outcome }) => `${yes.length === 1 ? 'If yes' : 'If no'}: “${outcome.name}”`));
  const byCount = outcomesByCount(endings, open);
  if (byCount) return sentence(inSpans(byCount));
  if (open === 2) return sentence(endings.map(({ yes, outcome }) => `${combination(yes)}: “${outcome.name}”`));
  return `It depends on which of them turn out yes: ${either(possible)}.`;
}

/** The outcome for each number of open answers that turn out yes; null when it matters which ones do. */
function outcomesByCount(endings: readonly OpenEnding[], open: number): readonly RuleOutcome[] | null {
  const found: RuleOutcome[] = [];
  for (let count = 0; count <= open; count++) {
    const outcomes = new Set(endings.filter(({ yes }) => yes.length === count).map(({ outcome }) => outcome));
    const [only] = outcomes;
    if (!only || outcomes.size > 1) return null;
    found.push(only);
  }
  return found;
}

/** Neighbouring counts with the same outcome as one, such as no more yes, then one or two more. */
function inSpans(outcomes: readonly RuleOutcome[]): readonly string[] {
  const starts = outcomes.flatMap((outcome, count) => (outcome === outcomes[count - 1] ? [] : [count]));
  return starts.map((from, index) => {
    const to = (starts[index + 1] ?? outcomes.length) - 1;
    return `${spanText(from, to)}: “${outcomes[from]?.name ?? ''}”`;
  });
}

function spanText(from: number, to: number): string {
  const count = (value: number) => (value === 0 ? 'none' : (['one', 'two', 'three'][value - 1] ?? String(value)));
  const span = from === to ? count(from) : `${count(from)} ${to === from + 1 ? 'or' : 'to'} ${count(to)}`;
  return from === 0 && to === 0 ? 'No more yes' : `${span.charAt(0).toUpperCase()}${span.slice(1)} more yes`;
}

function combination(yes: readonly RuleQuestion[]): string {
  if (yes.length === 0) return 'Neither yes';
  return yes.length === 1 ? `Only ${names(yes)} yes` : 'Both yes';
}

function sentence(parts: readonly string[]): string {
  return `${parts.map((part, index) => (index === 0 ? part : `${part.charAt(0).toLowerCase()}${part.slice(1)}`)).join('; ')}.`;
}

function either(outcomes: readonly RuleOutcome[]): string {
  const all = outcomes.map(({ name }) => name);
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} or ${last}`;
}

function naming(questions: readonly RuleQuestion[]): string {
  return questions.length === 0 ? '' : ` (${names(questions)})`;
}

function names(questions: readonly RuleQuestion[]): string {
  return questions.map((question) => `“${question.name}”`).join(', ');
}
