import { isBlank } from '#shared/base/limits.ts';
import { ruleResult } from '#shared/kinds/decision/decision.ts';
import { isBlankEvidence } from '#shared/kinds/evidence/evidence.ts';
import { isSettled } from '#shared/kinds/not-known.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { viewPoints } from '#shared/review/view-points.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { ruleAnswer } from './answers.ts';

export function rulePoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const questions = sectionOf(template, 'rule')?.questions ?? [];
  const prompt = ruleResult(review, template)?.settled?.prompt ?? null;
  return [
    ...questions.flatMap((question) => {
      const { answer, rationale, evidence, notKnown } = ruleAnswer(review, question.id);
      const at = [question.id];
      if (answer === null) return [point('rule', at, `Answer “${question.name}”`)];
      if (answer === 'unsure') {
        return needed(!isSettled(notKnown), 'rule', at, `Settle “${question.name}”: it is still “not sure”`);
      }
      return [
        ...needed(isBlank(rationale), 'rule', at, `Give the reason for “${question.name}”`),
        ...needed(
          answer === 'yes' && evidence.every(isBlankEvidence),
          'rule',
          at,
          `Add evidence for “${question.name}”`,
        ),
      ];
    }),
    ...viewPoints(review, template, 'rule'),
    ...needed(
      prompt !== null && isBlank(review.rule.justification),
      'rule',
      ['justification'],
      'Write what the outcome asks for',
    ),
  ];
}
