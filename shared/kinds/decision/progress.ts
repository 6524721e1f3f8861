import { isBlank } from '#shared/base/limits.ts';
import { departures, owesReason, owesReasonForSilence } from '#shared/departures/departures.ts';
import { needed, type OpenPoint, point } from '#shared/review/open-point.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { viewPoints } from '#shared/review/view-points.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { ruleResult } from './decision.ts';
import { wayBackPoints } from './way-back.ts';

export function decisionPoints(review: ReviewDocument, template: Template): readonly OpenPoint[] {
  const section = sectionOf(template, 'decision');
  if (!section) return [];
  const { decision } = review;
  const choice = section.choices.find((entry) => entry.id === decision.choice);
  const stages = sectionOf(template, 'path')?.stages ?? [];
  const stageKnown = stages.some((stage) => stage.id === decision.stage);
  return [
    ...needed(!choice, 'decision', ['choice'], 'Make the decision'),
    ...needed(
      choice?.needsStage === true && stages.length > 0 && !stageKnown,
      'decision',
      ['stage'],
      'Say for which stage of the path',
    ),
    ...needed(isBlank(decision.statement), 'decision', ['statement'], 'Write the decision in a sentence or two'),
    ...needed(
      owesReasonForSilence(review, template),
      'decision',
      ['contradiction'],
      'Say why the decision goes this way while the rule leans neither way',
    ),
    ...departures(review, template)
      .filter(owesReason)
      .map(({ id, number }) =>
        point('decision', ['departure', id], `Mend departure ${number} or write the reason for it`),
      ),
    ...viewPoints(review, template, 'decision'),
    ...wayBackPoints(review, template),
    ...needed(
      decision.reviewOn === null && isBlank(decision.reviewTrigger),
      'decision',
      ['review-again'],
      'Say when or on what trigger this is looked at again',
    ),
  ];
}

/** Why the decision cannot be made yet; empty when the rule has what it needs. */
export function decisionBlockedBy(review: ReviewDocument, template: Template): string {
  const unanswered = ruleResult(review, template)?.unanswered ?? [];
  if (unanswered.length === 0) return '';
  return `The rule has unanswered questions: ${unanswered.map((question) => question.name).join(', ')}.`;
}
