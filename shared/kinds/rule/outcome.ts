import { readCondition, subsets } from '#shared/base/condition.ts';
import { evaluate } from '#shared/base/expression.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { RuleOutcome, RuleQuestion, SectionOf } from '#shared/template/template.ts';
import type { Answer } from './answers.ts';
import { ruleAnswer } from './answers.ts';

export type Answers = Readonly<Record<string, Answer | null>>;

/** A single answer that would change the outcome on its own. */
export interface Flip {
  readonly question: RuleQuestion;
  readonly to: 'yes' | 'no';
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
  const yesIds = yes.map((question) => question.id);

  const reached = new Set(
    subsets(open.map((question) => question.id)).map((extra) => outcomeFor(new Set([...yesIds, ...extra]))),
  );
  const possible = rule.outcomes.filter((outcome) => reached.has(outcome));
  const ifNo = outcomeFor(new Set(yesIds));

  return {
    settled: possible.length === 1 ? (possible[0] ?? null) : null,
    possible,
    ifNo,
    yes,
    no: withAnswer('no'),
    unsure,
    unanswered,
    flips: flipsOf(rule, yesIds, new Set(open.map((question) => question.id)), ifNo, outcomeFor),
  };
}

/** Answers that alone change the outcome, against the reading in which open answers count as "no". */
function flipsOf(
  rule: SectionOf<'rule'>,
  yesIds: readonly string[],
  open: ReadonlySet<string>,
  current: RuleOutcome,
  outcomeFor: (yes: ReadonlySet<string>) => RuleOutcome,
): readonly Flip[] {
  return rule.questions.flatMap((question) => {
    const isYes = yesIds.includes(question.id);
    const changed = new Set(isYes ? yesIds.filter((id) => id !== question.id) : [...yesIds, question.id]);
    const outcome = outcomeFor(changed);
    if (outcome === current) return [];
    return [{ question, to: isYes && !open.has(question.id) ? 'no' : 'yes', outcome } as const];
  });
}

function compile(rule: SectionOf<'rule'>): (yes: ReadonlySet<string>) => RuleOutcome {
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
