import { answersOf, evaluateRule, type RuleResult } from '#shared/kinds/rule/outcome.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type DecisionChoice, sectionOf, type Template } from '#shared/template/template.ts';

/** The choice a review has made, as its template names it. */
export function chosenDecision(review: ReviewDocument, template: Template): DecisionChoice | null {
  const choices = sectionOf(template, 'decision')?.choices ?? [];
  return choices.find((choice) => choice.id === review.decision.choice) ?? null;
}

/** The rule's result for a review; null when its template has no rule. */
export function ruleResult(review: ReviewDocument, template: Template): RuleResult | null {
  const rule = sectionOf(template, 'rule');
  return rule ? evaluateRule(rule, answersOf(review, rule)) : null;
}
