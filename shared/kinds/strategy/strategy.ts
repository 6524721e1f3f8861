import { assertNever } from '#shared/base/assert-never.ts';
import { conditionState, readCondition } from '#shared/base/condition.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, type Strategy, sectionOf, type Template } from '#shared/template/template.ts';
import { strategyAnswer, strategyRule } from './answers.ts';

export type StrategyQuestion = SectionOf<'strategy'>['questions'][number];

/** How a strategy suits the component: `open` while unsettled answers matter, `untold` without a condition. */
export type Suitability = 'fits' | 'does-not-fit' | 'open' | 'untold';

export interface StrategyFit {
  readonly strategy: Strategy;
  readonly suitability: Suitability;
  /** Why, in a sentence that leaves out `suitability`; empty when the questions do not tell. */
  readonly text: string;
}

/** Each strategy of the source `go-to-rust` against the answers about the component. Open answers count both ways. */
export function strategyFits(review: ReviewDocument, template: Template): readonly StrategyFit[] {
  const section = sectionOf(template, 'strategy');
  if (!section) return [];
  const withAnswer = (...wanted: readonly (string | null)[]) =>
    new Set(
      section.questions
        .filter((question) => wanted.includes(strategyAnswer(review, question.id).answer))
        .map((question) => question.id),
    );
  const yes = withAnswer('yes');
  const open = withAnswer('unsure', null);
  return section.strategies.map((strategy) => {
    if (strategy.fits === null) return { strategy, suitability: 'untold', text: '' };
    const suitability = suitabilityOf(strategy.fits, yes, open);
    const { names } = readCondition(strategy.fits);
    const questions = section.questions.filter((question) => names.has(question.id));
    return { strategy, suitability, text: explain(review, suitability, questions) };
  });
}

/** Rules of a good migration that the plan keeps, of how many. */
export function rulesKept(
  review: ReviewDocument,
  section: SectionOf<'strategy'>,
): { readonly kept: number; readonly of: number } {
  const kept = section.rules.filter((rule) => strategyRule(review, rule.id).kept).length;
  return { kept, of: section.rules.length };
}

function suitabilityOf(fits: string, yes: ReadonlySet<string>, open: ReadonlySet<string>): Suitability {
  const state = conditionState(fits, yes, open);
  switch (state) {
    case 'holds':
      return 'fits';
    case 'fails':
      return 'does-not-fit';
    case 'open':
      return 'open';
    default:
      return assertNever(state);
  }
}

function explain(review: ReviewDocument, suitability: Suitability, questions: readonly StrategyQuestion[]): string {
  const answers = questions.flatMap((question) => {
    const { answer } = strategyAnswer(review, question.id);
    return answer === 'yes' || answer === 'no' ? [`“${question.name}” ${ANSWER_WORDS[answer].toLowerCase()}`] : [];
  });
  const unsettled = questions
    .filter((question) => [null, 'unsure'].includes(strategyAnswer(review, question.id).answer))
    .map((question) => `“${question.name}”`);
  if (suitability === 'open') return `Open until this is settled: ${unsettled.join(', ')}.`;
  return answers.length === 0 ? 'Whatever the answers are.' : `By the answers: ${answers.join(', ')}.`;
}
