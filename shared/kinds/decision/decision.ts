import { isBlank } from '#shared/base/fields.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
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

/**
 * Where the decision departs from the rest of the review. None is forbidden; each must be
 * justified in writing, and the record prints it.
 */
export function contradictions(review: ReviewDocument, template: Template): readonly string[] {
  const choice = chosenDecision(review, template);
  if (!choice) return [];
  const found: string[] = [];
  const result = ruleResult(review, template);
  const outcome = result?.settled;
  if (outcome && choice.lean !== 'open') {
    if (outcome.lean !== 'open' && outcome.lean !== choice.lean) {
      found.push(`The decision is “${choice.name}”, but the rule's outcome is “${outcome.name}”.`);
    } else if (outcome.lean === 'open' && choice.lean === 'for') {
      found.push(`The decision is “${choice.name}”, but the rule's outcome is “${outcome.name}”: it gives no verdict.`);
    }
  }
  if (result && !outcome && choice.lean === 'for') {
    const names = result.possible.map((entry) => `“${entry.name}”`).join(' or ');
    found.push(`The decision is “${choice.name}” while the rule is not settled: it can still be ${names}.`);
  }
  const stage = sectionOf(template, 'path')?.stages.find((entry) => entry.id === review.decision.stage);
  if (stage && choice.needsStage && stagePlan(review, stage.id).state === 'skipped') {
    found.push(`The decision is for “${stage.name}”, which the path skips.`);
  }
  return found;
}

/** Whether the review owes a written reason for a contradiction. */
export function owesJustification(review: ReviewDocument, template: Template): boolean {
  return contradictions(review, template).length > 0 && isBlank(review.decision.contradictionReason);
}
