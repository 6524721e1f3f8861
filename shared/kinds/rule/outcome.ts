import { readCondition, subsets } from '#shared/base/condition.ts';
import { evaluate } from '#shared/base/expression.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { RuleOutcome, RuleQuestion, SectionOf } from '#shared/template/template.ts';
import type { Answer } from './answers.ts';
import { ruleAnswer } from './answers.ts';

export type Answers = Readonly<Record<string, Answer | null>>;

/** A single answer that would change what the rule can still say. */
export interface Flip {
  readonly question: RuleQuestion;
  readonly to: 'yes' | 'no';
  /** Every outcome that would be possible then, in the template's order. */
  readonly possible: readonly RuleOutcome[];
}

/** The outcome for one way in which the open answers may turn out. */
export interface OpenEnding {
  /** The open questions that turn out yes; all others turn out no. */
  readonly yes: readonly RuleQuestion[];
  readonly outcome: RuleOutcome;
}

/**
 * What the rule (source `borrow-checker`) says of the answers so far. An answer that is missing or "not sure"
 * counts both ways, so the outcome is a range until it is settled, and is never rounded up.
 */
export interface RuleResult {
  /** The outcome, once no open answer can change it; otherwise null. */
  readonly settled: RuleOutcome | null;
  /** Every outcome that is still possible, in the template's order. */
  readonly possible: readonly RuleOutcome[];
  /** The outcome if every open answer turns out "no". */
  readonly ifNo: RuleOutcome;
  readonly yes: readonly RuleQuestion[];
  readonly no: readonly RuleQuestion[];
  readonly unsure: readonly RuleQuestion[];
  readonly unanswered: readonly RuleQuestion[];
  /** Every way in which the open answers may turn out; one entry when none is open. */
  readonly endings: readonly OpenEnding[];
  readonly flips: readonly Flip[];
}

/** The answers of a review to the questions of its rule. */
export function answersOf(review: ReviewDocument, rule: SectionOf<'rule'>): Answers {
  return Object.fromEntries(rule.questions.map((question) => [question.id, ruleAnswer(review, question.id).answer]));
}

/** Evaluates a rule; pure, so screens, record and command line agree. */
export function evaluateRule(rule: SectionOf<'rule'>, answers: Answers): RuleResult {
  const outcomeFor = compile(rule);
  const withAnswer = (wanted: Answer | null) =>
    rule.questions.filter((question) => (answers[question.id] ?? null) === wanted);
  const yes = withAnswer('yes');
  const unsure = withAnswer('unsure');
  const unanswered = withAnswer(null);
  const open = rule.questions.filter((question) => unsure.includes(question) || unanswered.includes(question));
  const endings = endingsOf(yes, open, outcomeFor);
  const possible = outcomesOf(rule, endings);

  return {
    settled: possible.length === 1 ? (possible[0] ?? null) : null,
    possible,
    ifNo: outcomeFor(idsOf(yes)),
    yes,
    no: withAnswer('no'),
    unsure,
    unanswered,
    endings,
    flips: flipsOf(rule, yes, open, possible, outcomeFor),
  };
}

type OutcomeFor = (yes: ReadonlySet<string>) => RuleOutcome;

function endingsOf(
  yes: readonly RuleQuestion[],
  open: readonly RuleQuestion[],
  outcomeFor: OutcomeFor,
): readonly OpenEnding[] {
  return subsets(open.map(({ id }) => id)).map((ids) => {
    const turned = open.filter(({ id }) => ids.includes(id));
    return { yes: turned, outcome: outcomeFor(idsOf([...yes, ...turned])) };
  });
}

function outcomesOf(rule: SectionOf<'rule'>, endings: readonly OpenEnding[]): readonly RuleOutcome[] {
  return rule.outcomes.filter((outcome) => endings.some((ending) => ending.outcome === outcome));
}

/**
 * Answers that alone change the range of outcomes: a yes or no turned round, or an open answer
 * settled either way. What else is open stays open, so range is compared with range.
 */
function flipsOf(
  rule: SectionOf<'rule'>,
  yes: readonly RuleQuestion[],
  open: readonly RuleQuestion[],
  possible: readonly RuleOutcome[],
  outcomeFor: OutcomeFor,
): readonly Flip[] {
  return rule.questions.flatMap((question) => {
    const others = yes.filter((entry) => entry !== question);
    const stillOpen = open.filter((entry) => entry !== question);
    const turns = open.includes(question)
      ? (['yes', 'no'] as const)
      : ([yes.includes(question) ? 'no' : 'yes'] as const);
    return turns.flatMap((to): readonly Flip[] => {
      const then = outcomesOf(rule, endingsOf(to === 'yes' ? [...others, question] : others, stillOpen, outcomeFor));
      return then.length === possible.length && then.every((outcome) => possible.includes(outcome))
        ? []
        : [{ question, to, possible: then }];
    });
  });
}

function idsOf(questions: readonly RuleQuestion[]): ReadonlySet<string> {
  return new Set(questions.map(({ id }) => id));
}

function compile(rule: SectionOf<'rule'>): OutcomeFor {
  const conditions = rule.outcomes.map((outcome) => ({
    outcome,
    holds: outcome.when === null ? null : readCondition(outcome.when).expression,
  }));
  return (yes) => {
    const found = conditions.find(({ holds }) => holds === null || evaluate(holds, yes));
    // The template schema demands that the last outcome always holds.
    if (!found) throw new Error('A rule needs a last outcome without a condition');
    return found.outcome;
  };
}
